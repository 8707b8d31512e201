import { same } from './same';

/** A state of something that is worked on over weeks; one for each sitting. */
export type Revision<T> = {
	/** Of the sitting; saves within one replace each other. */
	id: string;
	/** ISO 8601, UTC. */
	savedAt: string;
	content: T;
};

/** Puts a state on top, or in place of the one that the same sitting saved; the same text is no change. */
export function revise<T>(
	revisions: readonly Revision<T>[],
	content: T,
	sitting: string,
	now: Date,
): Revision<T>[] {
	const head = revisions.at(-1);
	if (head && same(head.content, content)) return [...revisions];
	const next = { id: sitting, savedAt: now.toISOString(), content };
	return [...revisions.filter(({ id }) => id !== sitting), next];
}

/** Joins two histories: every sitting once, in its later state, oldest first. */
export function mergeRevisions<T>(
	ours: readonly Revision<T>[],
	theirs: readonly Revision<T>[],
): Revision<T>[] {
	const known = new Map(ours.map((revision) => [revision.id, revision]));
	for (const revision of theirs) {
		const other = known.get(revision.id);
		if (!other || Date.parse(revision.savedAt) > Date.parse(other.savedAt)) {
			known.set(revision.id, revision);
		}
	}
	return [...known.values()].sort(
		(one, two) => Date.parse(one.savedAt) - Date.parse(two.savedAt) || (one.id < two.id ? -1 : 1),
	);
}
