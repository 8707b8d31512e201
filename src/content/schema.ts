import * as v from 'valibot';
import type { Difficulty, Kind, Role } from '../core/challenge';

const kinds: Kind[] = ['generators', 'async', 'data-structures', 'testing', 'threads'];
/** All roles. */
export const roles: Role[] = ['backend', 'automation', 'data'];
const difficulties: Difficulty[] = ['easy', 'medium', 'hard'];

/** Some text. */
export const words = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

/** A heading or a catalogue line: one line, no full stop. */
export const line = v.pipe(
	words,
	v.check((text) => !text.includes('\n') && !text.endsWith('.'), 'one line without a full stop'),
);

/** A folder's name and a challenge's key for good. */
export const slugSchema = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and digits, joined by hyphens'),
);

/** A list without repetition. */
export function several<T>(item: v.GenericSchema<T>) {
	return v.pipe(
		v.array(item),
		v.nonEmpty('at least one'),
		v.check((items) => new Set(items).size === items.length, 'nothing twice'),
	);
}

/** A whole number within bounds. */
export function whole(least: number, most: number) {
	return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** `challenge.json`; the slug is the folder's name and not in the file. */
export const challengeSchema = v.strictObject({
	version: whole(1, 10_000),
	title: line,
	summary: line,
	kind: v.picklist(kinds),
	difficulty: v.picklist(difficulties),
	minutes: whole(5, 120),
	topics: several(words),
	roles: several(v.picklist(roles)),
	skills: several(words),
	limits: v.strictObject({ seconds: whole(1, 60), cost: whole(1_000_000, 100_000_000_000) }),
});

/** One entry for every kind or role that there is. */
function oneEach<I extends string>(ids: I[]) {
	return v.pipe(
		v.array(v.strictObject({ id: v.picklist(ids), title: line, summary: words })),
		v.check(
			(items) => ids.every((id) => items.filter((item) => item.id === id).length === 1),
			`exactly one each of ${ids.join(', ')}`,
		),
	);
}

/** `tracks.json`: the order of the catalogue and of every track, and what roles and kinds are called. */
export const tracksSchema = v.strictObject({
	order: several(slugSchema),
	tracks: oneEach(roles),
	kinds: oneEach(kinds),
});

export type TracksFile = v.InferOutput<typeof tracksSchema>;

/** `equivalent.json`: mutants of the solution that no test can tell from it. */
export const equivalentSchema = v.array(v.strictObject({ mutant: words, reason: words }));

export type EquivalentMutant = v.InferOutput<typeof equivalentSchema>[number];
