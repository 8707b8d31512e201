import { openDB } from 'idb';
import { rows as before } from './version2';

/** Rows as version 3 wrote them. */
export const rows = {
	...before,
	answers: [
		{
			id: 'w1',
			slug: 'why-pop-is-slow',
			at: '2026-11-20T08:30:00.000Z',
			text: 'It moves every other item.',
			mode: 'typed',
			timing: { growth: [{ at: 900, length: 26 }], end: 2000 },
			sure: 0.6,
			corrections: [],
			followUps: [],
			score: {
				earned: ['shift'],
				coverage: 0.25,
				structure: 0.5,
				clarity: 1,
				speed: 1,
				overall: 0.2,
				mistakes: ['no-example'],
			},
			revision: 1,
		},
	],
	sittings: [],
};

/** Makes a database as version 3 left it, without any of the app's present code. */
export async function storeVersion3(name: string): Promise<typeof rows> {
	const database = await openDB(name, 3, {
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
		},
	});
	for (const [store, list] of Object.entries(rows)) {
		for (const row of list) await database.put(store, row);
	}
	database.close();
	return rows;
}
