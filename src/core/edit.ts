/** One change of a text: what stood from `from` to `to` became `insert`. */
export type Edit = { from: number; to: number; insert: string };

/** The smallest single change that leads from one text to another; null when they are equal. */
export function editBetween(before: string, after: string): Edit | null {
	if (before === after) return null;
	const most = Math.min(before.length, after.length);
	let from = 0;
	while (from < most && before[from] === after[from]) from++;
	let tail = 0;
	while (
		tail < most - from &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	) {
		tail++;
	}
	return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** The text after the change; places beyond the end count as the end. */
export function applyEdit(text: string, { from, to, insert }: Edit): string {
	return text.slice(0, from) + insert + text.slice(Math.max(from, to));
}
