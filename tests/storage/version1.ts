import { openDB } from 'idb';

const exercise = { slug: 'merge-streams', version: 1 };
const report = (status: string) => ({
	version: 1,
	status,
	message: null,
	problem: null,
	tests: [],
});

/** Rows as version 1 wrote them. */
export const rows = {
	drafts: [
		{ ...exercise, code: 'yield', revision: 7, savedAt: '2026-10-01T08:30:00.000Z', tab: 't1' },
	],
	earlier: [
		{
			...exercise,
			id: 'e1',
			code: 'x',
			at: '2026-10-01T08:00:00.000Z',
			tab: 't1',
			reason: 'reset',
		},
	],
	attempts: [
		{
			...exercise,
			id: 'a1',
			at: '2026-10-01T08:10:00.000Z',
			code: 'return []',
			report: report('fail'),
			hintsShown: 0,
			debriefSeen: false,
			tabId: 't1',
		},
		{
			...exercise,
			id: 'a2',
			at: '2026-10-01T08:31:00.000Z',
			code: 'yield',
			report: report('pass'),
			hintsShown: 1,
			debriefSeen: false,
			tabId: 't1',
		},
	],
	preferences: [{ name: 'theme', value: 'dark' }],
	events: [{ ...exercise, id: 'h1', at: '2026-10-01T08:20:00.000Z', kind: 'hint-shown', hint: 1 }],
};

/** Makes a database as version 1 left it, without any of the app's present code. */
export async function storeVersion1(name: string): Promise<typeof rows> {
	const database = await openDB(name, 1, {
		upgrade(database) {
			database.createObjectStore('drafts', { keyPath: ['slug', 'version'] });
			const earlier = database.createObjectStore('earlier', { keyPath: 'id' });
			earlier.createIndex('by-exercise', ['slug', 'version']);
			database.createObjectStore('attempts', { keyPath: 'id' });
			database.createObjectStore('preferences', { keyPath: 'name' });
			const events = database.createObjectStore('events', { keyPath: 'id' });
			events.createIndex('by-slug', ['slug', 'at']);
		},
	});
	for (const [store, list] of Object.entries(rows)) {
		for (const row of list) await database.put(store, row);
	}
	database.close();
	return rows;
}
