/** Something that can be taken back, and done again. */
export type History<T> = { past: T[]; present: T; future: T[] };

const longest = 100;

export function begin<T>(present: T): History<T> {
	return { past: [], present, future: [] };
}

/** A new present; what had been taken back is forgotten. */
export function advance<T>(history: History<T>, present: T): History<T> {
	if (present === history.present) return history;
	return { past: [...history.past, history.present].slice(-longest), present, future: [] };
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
	const previous = history.past.at(-1);
	if (previous === undefined) return history;
	const future = [history.present, ...history.future];
	return { past: history.past.slice(0, -1), present: previous, future };
}

/** One step forward again; the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
	const [next, ...future] = history.future;
	if (next === undefined) return history;
	return { past: [...history.past, history.present], present: next, future };
}
