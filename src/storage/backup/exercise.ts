import * as v from 'valibot';
import type { Result } from '../../core/errors';
import {
	packFormat,
	packVersion,
	type LocalExercise,
	type OwnExercise,
	type Pack,
} from '../../core/pack';
import type { FileError } from '../../core/textfile';
import { checkJson, readJsonFile } from './jsonfile';
import { instant, sha256, slug } from './parts';

const positive = v.pipe(v.number(), v.finite(), v.minValue(1));
const words = v.array(v.string());
const sidePath = v.pipe(
	v.string(),
	v.regex(/^(?!\/)[^\\]+$/, 'is not a relative path'),
	v.check((path) => !path.split('/').some((part) => /^\.*$/.test(part)), 'leads upwards'),
);

const entries = {
	slug: v.pipe(slug, v.startsWith('local-', 'does not start with local-'), v.maxLength(80)),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	title: v.pipe(v.string(), v.nonEmpty('is empty')),
	summary: v.string(),
	kind: v.picklist(['generators', 'async', 'data-structures', 'threads', 'testing']),
	difficulty: v.picklist(['easy', 'medium', 'hard']),
	minutes: positive,
	topics: words,
	roles: v.array(v.picklist(['backend', 'automation', 'data'])),
	skills: words,
	limits: v.object({ seconds: positive, cost: positive }),
	prompt: v.string(),
	starter: v.string(),
	solution: v.nullable(v.string()),
	tests: v.string(),
	hints: v.array(v.object({ title: v.string(), text: v.string() })),
	debrief: v.string(),
	wrong: v.array(
		v.object({ name: v.string(), code: v.string(), caughtBy: v.nullable(v.string()) }),
	),
	files: v.optional(v.array(v.object({ path: sidePath, text: v.string() }))),
};

/** An exercise from elsewhere, as it is found in a file, a link or a backup. */
export const exerciseSchema: v.GenericSchema<LocalExercise> = v.object(entries);

/** The same while it is being written: the title may be empty. */
export const looseExerciseSchema: v.GenericSchema<LocalExercise> = v.object({
	...entries,
	title: v.string(),
});

/** The same as it is kept. */
export const ownSchema: v.GenericSchema<OwnExercise> = v.object({
	slug,
	addedAt: instant,
	exercise: exerciseSchema,
});

const packSchema: v.GenericSchema<Pack> = v.object({
	format: v.literal(packFormat),
	version: v.literal(packVersion),
	title: v.string(),
	exercises: v.array(exerciseSchema),
	hashes: v.record(v.string(), sha256),
});
const pack = { format: packFormat, version: packVersion, name: 'a pack', schema: packSchema };

/** Reads the text of a file that claims to be a pack. Whether its hashes are true is not asked. */
export function readPack(text: string): Result<Pack, FileError> {
	return readJsonFile(text, pack);
}

/** The same for JSON that was read already. */
export function checkPack(content: unknown): Result<Pack, FileError> {
	return checkJson(content, pack);
}
