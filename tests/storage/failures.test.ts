import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp } from 'vitest/browser';
import type { Draft } from '../../src/core/draft';
import type { Health } from '../../src/storage/resilient';
import { facts, freshName, openPage, ticking, until } from './rig';
import { storeVersion } from './released';

const exercise = { slug: 'merge-streams', version: 1 };

/**
 * A browser without room: everything is cleared, since it remembers for a while how much was free,
 * and five megabytes are left. Returns the way back.
 */
async function limitStorage(): Promise<() => Promise<void>> {
	const { origin } = location;
	await clearStorage();
	await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5_000_000 });
	const lift = async () => {
		await cdp().send('Storage.overrideQuotaForOrigin', { origin });
	};
	onTestFinished(lift);
	return lift;
}

/** What "clear site data" does: databases go, and connections with them. */
async function clearStorage(): Promise<void> {
	const { origin } = location;
	await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

afterEach(() => vi.unstubAllGlobals());

describe('without a database', () => {
	test.each([
		['none at all', undefined],
		[
			'one that is forbidden',
			{
				open: () => {
					throw new DOMException('no', 'SecurityError');
				},
			},
		],
	])('(%s) everything works in memory and says so', async (_kind, indexedDB) => {
		const name = freshName();
		vi.stubGlobal('indexedDB', indexedDB);
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: false, reason: 'unavailable' });
		await page.drafts.save({ ...exercise, code: 'a', base: 0 });
		const { kept } = await page.drafts.reset({ ...exercise, code: 'a', starter: 'pass' });
		await page.drafts.restore({ id: kept!.id, code: 'pass' });
		await page.attempts.add(facts('merge-streams', 'pass'));
		expect((await page.drafts.get('merge-streams', 1))?.code).toBe('a');
		expect([...(await page.progress())]).toEqual([['merge-streams', 'passed']]);
		const exported = await page.backup.export();
		expect(JSON.parse(exported.text).stores.attempts).toHaveLength(1);
	});

	test('the work moves into the database as soon as it can be had', async () => {
		const name = freshName();
		vi.stubGlobal('indexedDB', undefined);
		const page = await openPage(name);
		const heard: Health[] = [];
		page.onHealth((health) => heard.push(health));
		await page.drafts.save({ ...exercise, code: 'in memory', base: 0 });
		expect(await page.retry()).toEqual({ durable: false, reason: 'unavailable' });
		vi.unstubAllGlobals();
		expect(await page.retry()).toEqual({ durable: true });
		expect(heard.at(-1)).toEqual({ durable: true });
		const other = await openPage(name);
		expect((await other.drafts.get('merge-streams', 1))?.code).toBe('in memory');
	});

	test('what is typed during that move is not lost on the way', async () => {
		const name = freshName();
		vi.stubGlobal('indexedDB', undefined);
		const page = await openPage(name);
		await page.drafts.save({ ...exercise, code: 'a', base: 0 });
		vi.unstubAllGlobals();
		let moved = false;
		const moving = page.retry().finally(() => (moved = true));
		let code = 'a';
		while (!moved) {
			code += 'b';
			await page.drafts.save({ ...exercise, code, base: 0 });
			await new Promise((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = resolve;
				port2.postMessage(null);
			});
		}
		expect(await moving).toEqual({ durable: true });
		expect(code.length).toBeGreaterThan(1);
		const other = await openPage(name);
		expect((await other.drafts.get('merge-streams', 1))?.code).toBe(code);
	});

	test('tabs without a channel are simply alone', async () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		const page = await openPage(freshName());
		const outcome = await page.drafts.save({ ...exercise, code: 'a', base: 0 });
		expect(outcome.kind).toBe('saved');
		expect(page.health).toEqual({ durable: true });
	});
});

describe('a database that another tab blocks', () => {
	test('is not waited for; work goes on in memory and moves in when it opens', async () => {
		const name = freshName();
		const stored = await storeVersion(name, 1);
		const stubborn = await openDB(name, 1);
		onTestFinished(() => stubborn.close());
		const page = await openPage(name, { patience: 100, now: ticking(30) });
		expect(page.health).toEqual({ durable: false, reason: 'blocked' });
		await page.drafts.save({ ...exercise, code: 'meanwhile', base: 0 });
		stubborn.close();
		await until(() => page.health.durable);
		expect(await page.drafts.get('merge-streams', 1)).toMatchObject({ code: 'meanwhile' });
		expect((await page.drafts.earlier('merge-streams', 1)).map((row) => row.code).sort()).toEqual([
			'x',
			(stored.drafts![0] as Draft).code,
		]);
		expect(await page.attempts.all()).toHaveLength(2);
	});
});

describe('a newer version of the app in another tab', () => {
	test('gets the database; the old tab goes on in memory with all that it knew', async () => {
		const name = freshName();
		const page = await openPage(name);
		await page.drafts.save({ ...exercise, code: 'a', base: 0 });
		const newer = await openDB(name, 99);
		onTestFinished(() => newer.close());
		expect(page.health).toEqual({ durable: false, reason: 'newer' });
		expect((await page.drafts.get('merge-streams', 1))?.code).toBe('a');
		const outcome = await page.drafts.save({ ...exercise, code: 'ab', base: 1 });
		expect(outcome).toMatchObject({ kind: 'saved', draft: { revision: 2 } });
		expect(await page.retry()).toEqual({ durable: false, reason: 'newer' });
	});

	test('is found by an old one that is opened later', async () => {
		const name = freshName();
		(await openDB(name, 99)).close();
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: false, reason: 'newer' });
	});
});

describe('a connection that breaks', () => {
	test('is opened again without a word', async () => {
		const name = freshName();
		const page = await openPage(name);
		await page.drafts.save({ ...exercise, code: 'a', base: 0 });
		await clearStorage();
		const outcome = await page.drafts.save({ ...exercise, code: 'ab', base: 1 });
		expect(outcome.kind).toBe('saved');
		expect(page.health).toEqual({ durable: true });
		const other = await openPage(name);
		expect((await other.drafts.get('merge-streams', 1))?.code).toBe('ab');
	});

	test('is opened as often as it takes while the browser is still clearing', async () => {
		for (let moment = 0; moment < 80; moment += 1) {
			const page = await openPage(freshName());
			await page.drafts.save({ ...exercise, code: 'a', base: 0 });
			const clearing = clearStorage();
			await new Promise((resolve) => setTimeout(resolve, moment % 20));
			const outcome = await page.drafts.save({ ...exercise, code: 'ab', base: 1 });
			expect(outcome.kind).toBe('saved');
			expect(page.health).toEqual({ durable: true });
			await clearing;
		}
	});
});

describe('a database that is deleted from outside', () => {
	test('is let go, and made anew by the next save', async () => {
		const name = freshName();
		const page = await openPage(name);
		await page.drafts.save({ ...exercise, code: 'a', base: 0 });
		await deleteDB(name);
		const outcome = await page.drafts.save({ ...exercise, code: 'ab', base: 1 });
		expect(outcome).toMatchObject({ kind: 'saved', draft: { revision: 2 } });
		expect(page.health).toEqual({ durable: true });
	});
});

describe('a full disk', () => {
	test('makes work go on in memory, with everything that was stored', async () => {
		const lift = await limitStorage();
		const name = freshName();
		const page = await openPage(name);
		await page.drafts.save({ ...exercise, code: 'a', base: 0 });
		const attempt = await page.attempts.add(facts('merge-streams', 'pass'));
		expect(page.health).toEqual({ durable: true });

		const code = '#'.repeat(20_000_000);
		const outcome = await page.drafts.save({ ...exercise, code, base: 1 });
		expect(outcome).toMatchObject({ kind: 'saved', draft: { revision: 2 } });
		expect(page.health).toEqual({ durable: false, reason: 'quota' });
		expect(await page.attempts.all()).toEqual([attempt]);
		expect((await page.drafts.get('merge-streams', 1))?.code).toBe(code);
		expect(await page.retry()).toEqual({ durable: false, reason: 'quota' });

		await lift();
		expect(await page.retry()).toEqual({ durable: true });
		const other = await openPage(name);
		expect((await other.drafts.get('merge-streams', 1))?.code).toBe(code);
		expect(await other.attempts.all()).toEqual([attempt]);
	});

	test('refuses an import and changes nothing', async () => {
		const source = await openPage(freshName());
		for (let index = 0; index < 10; index += 1) {
			await source.attempts.add({ ...facts('merge-streams', 'fail'), code: '#'.repeat(2_000_000) });
		}
		const { text } = await source.backup.export();
		source.close();
		await limitStorage();
		const page = await openPage(freshName());
		const own = await page.attempts.add(facts('lru-cache', 'pass'));
		expect(await page.backup.import(new Blob([text]))).toEqual({
			ok: false,
			error: { kind: 'not-stored', error: { kind: 'quota' } },
		});
		expect(page.health).toEqual({ durable: true });
		expect(await page.attempts.all()).toEqual([own]);
	});
});
