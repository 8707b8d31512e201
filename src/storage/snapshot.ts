import type { Reader, Writer } from './engine';
import { storeNames, type Row, type StoreName } from './schema';

/** Every row of every store. */
export type Snapshot = { [S in StoreName]: Row<S>[] };

/** What may leave the device in a backup. */
export type Portable = Omit<Snapshot, 'model'>;

/** Reads everything in one transaction over all stores. */
export async function takeSnapshot(reader: Reader): Promise<Snapshot> {
	return { ...(await takePortable(reader)), model: await reader.all('model') };
}

/** Reads what goes into a backup. */
export async function takePortable(reader: Reader): Promise<Portable> {
	return {
		drafts: await reader.all('drafts'),
		earlier: await reader.all('earlier'),
		attempts: await reader.all('attempts'),
		preferences: await reader.all('preferences'),
		notes: await reader.all('notes'),
		events: await reader.all('events'),
		answers: await reader.all('answers'),
		sittings: await reader.all('sittings'),
		cards: await reader.all('cards'),
		reviews: await reader.all('reviews'),
		plans: await reader.all('plans'),
		sessions: await reader.all('sessions'),
		moments: await reader.all('moments'),
		decisions: await reader.all('decisions'),
		discussions: await reader.all('discussions'),
		services: await reader.all('services'),
		stories: await reader.all('stories'),
		terms: await reader.all('terms'),
		authored: await reader.all('authored'),
		exercises: await reader.all('exercises'),
	};
}

/** Puts the rows over what is there. */
export async function putSnapshot(writer: Writer, snapshot: Snapshot): Promise<void> {
	for (const store of storeNames) {
		for (const row of snapshot[store]) await writer.put(store, row);
	}
}

export function isEmpty(snapshot: Snapshot): boolean {
	return storeNames.every((store) => snapshot[store].length === 0);
}
