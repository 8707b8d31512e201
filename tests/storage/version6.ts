import { openDB } from 'idb';
import { rows as before } from './version4';

/** Rows as version 6 wrote them. */
export const rows = {
	...before,
	sessions: [],
	moments: [],
	decisions: [],
	discussions: [],
	services: [],
	stories: [
		{
			id: 's1',
			createdAt: '2026-11-21T08:00:00.000Z',
			changedAt: '2026-11-21T08:00:00.000Z',
			deletedAt: null,
			revisions: [],
			tellings: [],
		},
	],
};

/** Makes a database as version 6 left it, without any of the app's present code. */
export async function storeVersion6(name: string): Promise<typeof rows> {
	const database = await openDB(name, 6, {
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
			const moments = opened.createObjectStore('moments', { keyPath: 'id' });
			moments.createIndex('by-session', ['session', 'at', 'seq']);
			opened.createObjectStore('services', { keyPath: 'slug' });
			const plain = [
				'cards',
				'reviews',
				'plans',
				'sessions',
				'decisions',
				'discussions',
				'stories',
			];
			for (const store of plain) {
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
