import * as v from 'valibot';
import type { Difficulty, Kind, Role } from '../core/challenge';
import { failure, success, type Result } from '../core/errors';
import type { LocalExercise } from '../core/pack';

const kinds: Kind[] = ['generators', 'async', 'data-structures', 'threads', 'testing'];
const difficulties: Difficulty[] = ['easy', 'medium', 'hard'];
const roles: Role[] = ['backend', 'automation', 'data'];

/** Characters of one text of an exercise. */
const longest = 100_000;

const text = v.pipe(v.string(), v.maxLength(longest, `is longer than ${longest} characters`));
const words = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(200, 'is too long'));
const some = v.pipe(
	text,
	v.check((it) => it.trim() !== '', 'is empty'),
);
const several = v.pipe(v.array(words), v.maxLength(30, 'has more than 30 entries'));

function whole(least: number, most: number) {
	const range = `is not a whole number from ${least} to ${most}`;
	return v.pipe(
		v.number(range),
		v.integer(range),
		v.minValue(least, range),
		v.maxValue(most, range),
	);
}

const sidePath = v.pipe(
	v.string(),
	v.maxLength(200, 'is too long'),
	v.regex(/^(?!\/)[^\\]+$/, 'is not a relative path'),
	v.check((path) => !path.split('/').some((part) => /^\.*$/.test(part)), 'leads upwards'),
);

/** An exercise from elsewhere; what it does not know is left out. */
export const exerciseSchema: v.GenericSchema<unknown, LocalExercise> = v.object({
	slug: v.pipe(
		v.string(),
		v.maxLength(100, 'is too long'),
		v.regex(
			/^local-[a-z0-9]+(-[a-z0-9]+)*$/,
			'is not “local-” with small letters, digits and hyphens',
		),
	),
	version: whole(1, 1_000_000),
	title: words,
	summary: v.pipe(v.string(), v.maxLength(500, 'is too long')),
	kind: v.picklist(kinds, 'is no kind that this version knows'),
	difficulty: v.picklist(difficulties, 'is neither easy nor medium nor hard'),
	minutes: whole(1, 600),
	topics: several,
	roles: v.array(v.picklist(roles, 'is no role that this version knows')),
	skills: several,
	limits: v.object({ seconds: whole(1, 60), cost: whole(100_000, 100_000_000_000) }),
	prompt: text,
	starter: text,
	solution: v.nullable(text),
	tests: some,
	hints: v.pipe(
		v.array(v.object({ title: words, text })),
		v.maxLength(50, 'has more than 50 entries'),
	),
	debrief: text,
	wrong: v.pipe(
		v.array(v.object({ name: words, code: text, caughtBy: v.nullable(words) })),
		v.maxLength(100, 'has more than 100 entries'),
	),
	files: v.optional(
		v.pipe(
			v.array(v.object({ path: sidePath, text })),
			v.maxLength(50, 'has more than 50 entries'),
		),
	),
});

/** Where data from outside is not what it should be: a path such as `limits.seconds`, and why. */
export type Flaw = { where: string; detail: string };

/** Holds data of unknown origin against the shape of an exercise. */
export function readExercise(content: unknown): Result<LocalExercise, Flaw> {
	return hold(exerciseSchema, content);
}

/** Holds data against a schema; the first flaw comes out. */
export function hold<T>(schema: v.GenericSchema<unknown, T>, content: unknown): Result<T, Flaw> {
	const parsed = v.safeParse(schema, content, { abortEarly: true });
	if (parsed.success) return success(parsed.output);
	const [issue] = parsed.issues;
	return failure({ where: v.getDotPath(issue) ?? 'the top', detail: issue.message });
}
