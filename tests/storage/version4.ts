import { openDB } from 'idb';
import { rows as before } from './version3';

/** Rows as version 4 wrote them. */
export const rows = {
	...before,
	cards: [
		{
			id: 'drill/why-pop-is-slow',
			ref: { kind: 'drill', slug: 'why-pop-is-slow' },
			at: '2026-11-20T08:31:00.000Z',
			day: '2026-11-20',
			says: null,
		},
	],
	reviews: [],
	plans: [],
};

/** Makes a database as version 4 left it, without any of the app's present code. */
export async function storeVersion4(name: string): Promise<typeof rows> {
	const database = await openDB(name, 4, {
		upgrade(opened) {
			opened.createObjectStore('drafts', { keyPath: ['slug', 'version'] });
			const earlier = opened.createObjectStore('earlier', { keyPath: 'id' });
			earlier.createIndex('by-exercise', ['slug', 'version']);
			const attempts = opened.createObjectStore('attempts', { keyPath: 'id' });
			attempts.createIndex('by-result', ['slug', 'report.status']);
			opened.createObjectStore('preferences', { keyPath: 'name' });
			const events = opened.createObjectStore('events', { keyPath: 'id' });
			events.createIndex('by-slug', ['slug', 'at']);
			opened.createObjectStore('notes', { keyPath: 'slug' });
			const answers = opened.createObjectStore('answers', { keyPath: 'id' });
			answers.createIndex('by-slug', ['slug', 'at']);
			opened.createObjectStore('sittings', { keyPath: 'id' });
			for (const store of ['cards', 'reviews', 'plans']) {
				opened.createObjectStore(store, { keyPath: 'id' });
			}
		},
	});
	for (const [store, list] of Object.entries(rows)) {
		for (const row of list) await database.put(store, row);
	}
	database.close();
	return rows;
}
