import type { Prefix } from './engine';

/** A key as the browser's database knows it; this app uses no dates and no binary keys. */
type KeyValue = string | number | readonly (string | number)[];

/** The key of a row by its key path; dots lead into the row. */
export function keyAt(row: object, path: string | readonly string[]): KeyValue {
	return typeof path === 'string' ? partAt(row, path) : path.map((part) => partAt(row, part));
}

/** The order of the browser's database; a place in a key has one type in all rows. */
export function compareKeys(one: KeyValue, two: KeyValue): number {
	const ones = typeof one === 'object' ? one : [one];
	const twos = typeof two === 'object' ? two : [two];
	for (const [index, part] of ones.entries()) {
		const other = twos[index];
		if (other === undefined) return 1;
		if (part === other) continue;
		return part < other ? -1 : 1;
	}
	return ones.length - twos.length;
}

export function startsWith(key: KeyValue, prefix: Prefix): boolean {
	return typeof key === 'object' && prefix.every((part, index) => key[index] === part);
}

function partAt(row: object, path: string): string | number {
	let value: unknown = row;
	for (const step of path.split('.')) value = (value as { [name: string]: unknown })[step];
	return value as string | number;
}
