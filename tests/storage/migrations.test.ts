import { openDB, type IDBPDatabase } from 'idb';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/storage/migrations';
import { layout, storeNames, version } from '../../src/storage/schema';
import { freshName, openPage } from './rig';
import { terms } from './terms';
import { storeVersion1 } from './version1';
import { storeVersion2 } from './version2';
import { storeVersion3 } from './version3';
import { storeVersion4 } from './version4';
import { storeVersion6 } from './version6';

/** Key paths as the browser reports them. */
function structure(database: IDBPDatabase) {
	const names = [...database.objectStoreNames];
	const transaction = database.transaction(names);
	return Object.fromEntries(
		names.map((name) => {
			const store = transaction.objectStore(name);
			const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
			return [name, { key: store.keyPath, indexes: Object.fromEntries(indexes) }];
		}),
	);
}

async function structureOf(name: string) {
	const database = await openDB(name);
	const found = structure(database);
	expect(database.version).toBe(version);
	database.close();
	return found;
}

describe('the database', () => {
	test('has one migration for each version', () => {
		expect(migrations).toHaveLength(version);
	});

	test('is laid out as the schema says when it is new', async () => {
		const name = freshName();
		(await openPage(name)).close();
		const found = await structureOf(name);
		expect(found).toEqual(layout);
		expect(Object.keys(found)).toHaveLength(storeNames.length);
	});

	test.each([
		['1', storeVersion1],
		['2', storeVersion2],
		['3', storeVersion3],
		['4', storeVersion4],
		['6', storeVersion6],
	])('is laid out the same when it comes from version %s', async (_version, store) => {
		const name = freshName();
		await store(name);
		(await openPage(name)).close();
		expect(await structureOf(name)).toEqual(layout);
	});

	test('keeps everything that version 1 had stored', async () => {
		const name = freshName();
		const stored = await storeVersion1(name);
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: true });
		expect(await page.drafts.get('merge-streams', 1)).toEqual(stored.drafts[0]);
		expect(await page.drafts.earlier('merge-streams', 1)).toEqual(stored.earlier);
		expect(await page.attempts.forSlug('merge-streams')).toEqual(stored.attempts);
		expect(await page.events.all()).toEqual(stored.events);
		expect((await page.preferences.get()).theme).toBe('dark');
	});

	test('gives version 1’s attempts their place in the new index, and room for notes', async () => {
		const name = freshName();
		await storeVersion1(name);
		const page = await openPage(name);
		expect((await page.progress()).get('merge-streams')).toBe('passed');
		await page.notes.save({ slug: 'merge-streams', text: 'heap of heads', base: 0 });
		expect((await page.notes.get('merge-streams'))?.text).toBe('heap of heads');
	});

	test('keeps everything that version 2 had stored, and has room for answers', async () => {
		const name = freshName();
		const stored = await storeVersion2(name);
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: true });
		expect(await page.attempts.all()).toEqual(stored.attempts);
		expect(await page.notes.all()).toEqual(stored.notes);
		expect((await page.progress()).get('merge-streams')).toBe('passed');
		expect(await page.answers.all()).toEqual([]);
		expect(await page.sittings.all()).toEqual([]);
		expect(await page.stories.all()).toEqual([]);
		await page.decisions.save(page.decisions.begin('nightly-job-slow'));
		expect(await page.decisions.all()).toHaveLength(1);
	});

	test('keeps everything that version 3 had stored, and has room for cards and plans', async () => {
		const name = freshName();
		const stored = await storeVersion3(name);
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: true });
		expect(await page.attempts.all()).toEqual(stored.attempts);
		expect(await page.notes.all()).toEqual(stored.notes);
		expect(await page.answers.all()).toEqual(stored.answers);
		expect(await page.plans.newest()).toBeNull();
		await page.cards.want({ kind: 'drill', slug: 'oop' });
		expect(await page.cards.all()).toHaveLength(1);
	});

	test('keeps everything that version 4 had stored, and has room for interviews', async () => {
		const name = freshName();
		const stored = await storeVersion4(name);
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: true });
		expect(await page.answers.all()).toEqual(stored.answers);
		expect(await page.cards.all()).toEqual(stored.cards);
		expect(await page.sessions.all()).toEqual([]);
	});

	test('keeps everything that version 6 had stored, and has room for terms', async () => {
		const name = freshName();
		const stored = await storeVersion6(name);
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: true });
		expect(await page.attempts.all()).toEqual(stored.attempts);
		expect(await page.stories.all()).toEqual(stored.stories);
		expect(await page.terms.all()).toEqual([]);
		await page.terms.save(terms);
		expect(await page.terms.all()).toEqual([terms]);
		expect((await page.models.get()).kind).toBe('none');
	});
});
