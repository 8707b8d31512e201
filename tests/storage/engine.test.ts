import { deleteDB } from 'idb';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Attempt } from '../../src/core/attempt';
import { openIndexed } from '../../src/storage/indexed';
import { MemoryEngine } from '../../src/storage/memory';
import type { Engine } from '../../src/storage/engine';
import { facts } from './rig';

function attempt(id: string, slug: string, status: 'pass' | 'fail'): Attempt {
	return { ...facts(slug, status), id, at: '2026-11-23T09:00:00.000Z', tabId: 'one' };
}

async function indexed(): Promise<Engine> {
	const name = `engine-${Math.random()}`;
	const opened = await openIndexed(name, async () => undefined);
	if (!opened.ok) throw new Error(opened.error.kind);
	onTestFinished(async () => {
		opened.value.close();
		await deleteDB(name);
	});
	return opened.value;
}

describe.each([
	['the browser’s database', indexed],
	['memory', async () => new MemoryEngine()],
])('%s', (_name, open: () => Promise<Engine>) => {
	async function filled(): Promise<Engine> {
		const engine = await open();
		await engine.write(['attempts', 'drafts'], async (writer) => {
			for (const [id, slug, status] of [
				['c', 'bb', 'pass'],
				['a', 'b', 'pass'],
				['d', 'b', 'fail'],
				['b', 'a', 'fail'],
			] as const) {
				await writer.put('attempts', attempt(id, slug, status));
			}
			for (const version of [10, 9]) {
				const draft = { slug: 'b', version, code: `v${version}`, revision: 1, tab: 'one' };
				await writer.put('drafts', { ...draft, savedAt: '2026-11-23T09:00:00.000Z' });
			}
		});
		return engine;
	}

	test('gets a row by its key, simple or compound', async () => {
		const engine = await filled();
		const found = await engine.read(['attempts', 'drafts'], async (reader) => [
			(await reader.get('attempts', 'd'))?.slug,
			(await reader.get('drafts', ['b', 10]))?.code,
			await reader.get('drafts', ['b', 11]),
		]);
		expect(found).toEqual({ ok: true, value: ['b', 'v10', undefined] });
	});

	test('lists rows in the order of their keys', async () => {
		const engine = await filled();
		const listed = await engine.read(['attempts', 'drafts'], async (reader) => [
			(await reader.all('attempts')).map((row) => row.id),
			(await reader.all('drafts')).map((row) => row.version),
		]);
		expect(listed).toEqual({
			ok: true,
			value: [
				['a', 'b', 'c', 'd'],
				[9, 10],
			],
		});
	});

	test('finds rows by the beginning of an index key, and no longer slug', async () => {
		const engine = await filled();
		const found = await engine.read(['attempts'], async (reader) =>
			(await reader.find('attempts', 'by-result', ['b'])).map((row) => row.id),
		);
		expect(found).toEqual({ ok: true, value: ['d', 'a'] });
	});

	test('lists an index’s keys, one for each row', async () => {
		const engine = await filled();
		expect(
			await engine.read(['attempts'], (reader) => reader.keys('attempts', 'by-result')),
		).toEqual({
			ok: true,
			value: [
				['a', 'fail'],
				['b', 'fail'],
				['b', 'pass'],
				['bb', 'pass'],
			],
		});
	});

	test('takes back everything when the work throws', async () => {
		const engine = await filled();
		const work = engine.write(['attempts', 'drafts'], async (writer) => {
			await writer.delete('attempts', 'a');
			await writer.put('attempts', attempt('e', 'new', 'pass'));
			await writer.clear('drafts');
			throw new Error('in the middle');
		});
		await expect(work).rejects.toThrow('in the middle');
		const left = await engine.read(['attempts', 'drafts'], async (reader) => [
			(await reader.all('attempts')).map((row) => row.id).join(''),
			(await reader.all('drafts')).length,
		]);
		expect(left).toEqual({ ok: true, value: ['abcd', 2] });
	});

	test('replaces, deletes and clears', async () => {
		const engine = await filled();
		await engine.write(['attempts', 'drafts'], async (writer) => {
			await writer.put('attempts', attempt('a', 'moved', 'fail'));
			await writer.delete('attempts', 'b');
			await writer.clear('drafts');
		});
		const left = await engine.read(['attempts', 'drafts'], async (reader) => [
			(await reader.all('attempts')).map((row) => row.slug),
			await reader.all('drafts'),
		]);
		expect(left).toEqual({ ok: true, value: [['moved', 'bb', 'b'], []] });
	});

	test('hands out copies', async () => {
		const engine = await filled();
		const row = await engine.read(['attempts'], (reader) => reader.get('attempts', 'a'));
		if (row.ok && row.value) row.value.code = 'changed';
		const again = await engine.read(['attempts'], (reader) => reader.get('attempts', 'a'));
		expect(again.ok && again.value?.code).toBe('# b, pass');
	});

	test('throws on when it is given what cannot be stored: that is a bug', async () => {
		const engine = await open();
		const row = { ...attempt('a', 'b', 'pass'), extra: () => undefined };
		await expect(
			engine.write(['attempts'], (writer) => writer.put('attempts', row)),
		).rejects.toThrow();
	});

	test('lets writes wait for each other', async () => {
		const engine = await open();
		const note = { slug: 'n', text: '', revision: 0, savedAt: '2026-11-23T09:00:00.000Z' };
		const add = () =>
			engine.write(['notes'], async (writer) => {
				const present = await writer.get('notes', 'n');
				await writer.put('notes', { ...note, revision: (present?.revision ?? 0) + 1 });
			});
		await Promise.all(Array.from({ length: 20 }, add));
		const left = await engine.read(['notes'], (reader) => reader.get('notes', 'n'));
		expect(left.ok && left.value?.revision).toBe(20);
	});
});
