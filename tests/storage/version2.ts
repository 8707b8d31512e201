import { openDB } from 'idb';
import { rows as earlier } from './version1';

/** Rows as version 2 wrote them. */
export const rows = {
	...earlier,
	notes: [
		{
			slug: 'merge-streams',
			text: 'heap of heads',
			revision: 2,
			savedAt: '2026-11-02T08:30:00.000Z',
		},
	],
};

/** Makes a database as version 2 left it, without any of the app's present code. */
export async function storeVersion2(name: string): Promise<typeof rows> {
	const database = await openDB(name, 2, {
		upgrade(database) {
			database.createObjectStore('drafts', { keyPath: ['slug', 'version'] });
			const earlier = database.createObjectStore('earlier', { keyPath: 'id' });
			earlier.createIndex('by-exercise', ['slug', 'version']);
			const attempts = database.createObjectStore('attempts', { keyPath: 'id' });
			attempts.createIndex('by-result', ['slug', 'report.status']);
			database.createObjectStore('preferences', { keyPath: 'name' });
			const events = database.createObjectStore('events', { keyPath: 'id' });
			events.createIndex('by-slug', ['slug', 'at']);
			database.createObjectStore('notes', { keyPath: 'slug' });
		},
	});
	for (const [store, list] of Object.entries(rows)) {
		for (const row of list) await database.put(store, row);
	}
	database.close();
	return rows;
}
