import { openDB, type IDBPDatabase } from 'idb';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/storage/migrations';
import { layout, storeNames, version } from '../../src/storage/schema';
import { earlierVersions, storeVersion } from './released';
import { freshName, openPage } from './rig';
import { terms } from './terms';

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

	test('has been tried from every earlier version', () => {
		expect(earlierVersions).toHaveLength(version - 1);
	});

	test.each(earlierVersions)('is laid out the same when it comes from version %i', async (from) => {
		const name = freshName();
		await storeVersion(name, from);
		(await openPage(name)).close();
		expect(await structureOf(name)).toEqual(layout);
	});

	test.each(earlierVersions)('keeps everything that version %i had stored', async (from) => {
		const name = freshName();
		const stored = await storeVersion(name, from);
		const page = await openPage(name);
		expect(page.health).toEqual({ durable: true });
		page.close();
		const database = await openDB(name);
		for (const store of storeNames) {
			expect(await database.getAll(store), store).toEqual(stored[store] ?? []);
		}
		database.close();
	});

	test('reads what version 1 had stored', async () => {
		const name = freshName();
		const stored = await storeVersion(name, 1);
		const page = await openPage(name);
		expect(await page.drafts.get('merge-streams', 1)).toEqual(stored.drafts![0]);
		expect(await page.drafts.earlier('merge-streams', 1)).toEqual(stored.earlier);
		expect(await page.attempts.forSlug('merge-streams')).toEqual(stored.attempts);
		expect(await page.events.all()).toEqual(stored.events);
		expect((await page.preferences.get()).theme).toBe('dark');
	});

	test('gives version 1’s attempts their place in the new index, and room for notes', async () => {
		const name = freshName();
		await storeVersion(name, 1);
		const page = await openPage(name);
		expect((await page.progress()).get('merge-streams')).toBe('passed');
		await page.notes.save({ slug: 'merge-streams', text: 'heap of heads', base: 0 });
		expect((await page.notes.get('merge-streams'))?.text).toBe('heap of heads');
	});

	test('has room for what came later', async () => {
		const name = freshName();
		const stored = await storeVersion(name, 2);
		const page = await openPage(name);
		expect(await page.notes.all()).toEqual(stored.notes);
		expect((await page.progress()).get('merge-streams')).toBe('passed');
		await page.decisions.save(page.decisions.begin('nightly-job-slow'));
		expect(await page.decisions.all()).toHaveLength(1);
		await page.cards.want({ kind: 'drill', slug: 'oop' });
		expect(await page.cards.all()).toHaveLength(1);
		expect(await page.plans.newest()).toBeNull();
		await page.terms.save(terms);
		expect(await page.terms.all()).toEqual([terms]);
		expect(await page.sessions.all()).toEqual([]);
		expect((await page.models.get()).kind).toBe('none');
	});

	test('reads what later versions had stored', async () => {
		const name = freshName();
		const stored = await storeVersion(name, 9);
		const page = await openPage(name);
		expect(await page.answers.all()).toEqual(stored.answers);
		expect(await page.cards.all()).toEqual(stored.cards);
		expect(await page.sessions.all()).toEqual(stored.sessions);
		expect(await page.stories.all()).toEqual(stored.stories);
		expect(await page.terms.all()).toEqual(stored.terms);
		expect((await page.models.get()).kind).toBe('server');
		expect((await page.authored.get('w1'))?.exercise.title).toBe('Mine');
	});
});
