import { describe, expect, test } from 'vitest';
import { unconstrained } from '../../src/core/constraint';
import { facts, freshName, openPage, until } from './rig';
import { terms, under } from './terms';

describe('the terms of a challenge', () => {
	test('are there again on the next visit', async () => {
		const name = freshName();
		const first = await openPage(name);
		await first.terms.save(terms);
		first.close();
		const second = await openPage(name);
		expect(await second.terms.get('lru-cache')).toEqual(terms);
		expect(await second.terms.get('merge-streams')).toBeUndefined();
		expect(await second.terms.all()).toEqual([terms]);
	});

	test('are told to other tabs', async () => {
		const name = freshName();
		const [one, two] = [await openPage(name), await openPage(name)];
		const heard: unknown[] = [];
		two.subscribe((change) => heard.push(change));
		await one.terms.save(terms);
		await until(() => heard.length > 0);
		expect(heard).toEqual([{ kind: 'terms', slug: 'lru-cache' }]);
	});

	test('are kept with an attempt, and an attempt without them has none', async () => {
		const page = await openPage(freshName());
		await page.attempts.add({ ...facts('lru-cache', 'pass'), under });
		await page.attempts.add(facts('lru-cache', 'fail'));
		const [first, second] = await page.attempts.forSlug('lru-cache');
		expect(first?.under).toEqual(under);
		expect(second && 'under' in second).toBe(false);
	});
});

describe('a backup with terms', () => {
	const importText = (page: Awaited<ReturnType<typeof openPage>>, file: unknown) =>
		page.backup.import(new Blob([JSON.stringify(file)]));

	async function exported() {
		const page = await openPage(freshName());
		await page.terms.save(terms);
		await page.attempts.add({ ...facts('lru-cache', 'pass'), under });
		return JSON.parse((await page.backup.export()).text);
	}

	test('brings them to another device, where the newer ones hold', async () => {
		const here = await openPage(freshName());
		const mine = { ...terms, savedAt: '2026-11-22T09:00:00.000Z', explanation: 'older' };
		await here.terms.save({ ...mine, constraints: unconstrained });
		expect(await importText(here, await exported())).toMatchObject({
			ok: true,
			value: { terms: 0, attempts: 1 },
		});
		expect(await here.terms.get('lru-cache')).toEqual(terms);
		expect((await here.attempts.all())[0]?.under).toEqual(under);
	});

	test('from before there were any is read as ever', async () => {
		const file = await exported();
		delete file.stores.terms;
		delete file.stores.attempts[0].under;
		const page = await openPage(freshName());
		expect(await importText(page, file)).toMatchObject({ ok: true, value: { terms: 0 } });
		expect(await page.terms.all()).toEqual([]);
	});

	test.each([
		['a time box that never is', { timeBox: 0 }],
		['memory of no size', { memory: {} }],
		['modules that are none', { imports: [3] }],
	])('is refused with %s', async (_what, change) => {
		const file = await exported();
		Object.assign(file.stores.terms[0].constraints, change);
		const page = await openPage(freshName());
		expect(await importText(page, file)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
	});
});
