import * as v from 'valibot';
import { failure, success, type Result } from '../core/errors';
import { hashOf } from '../core/hash';
import type { LocalExercise, Pack } from '../core/pack';
import { exerciseSchema, hold, type Flaw } from './exercise';

const known = 1;
/** Bytes of a file that is read at all. */
export const largestPack = 10 * 1024 * 1024;

const head = v.object({ format: v.literal('dryrun-pack'), version: v.number() });
const schema: v.GenericSchema<unknown, Pack> = v.object({
	format: v.literal('dryrun-pack'),
	version: v.literal(known),
	title: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(200, 'is too long')),
	exercises: v.pipe(
		v.array(exerciseSchema),
		v.minLength(1, 'has no exercise'),
		v.maxLength(200, 'has more than 200 exercises'),
		v.check(
			(all) => new Set(all.map(({ slug }) => slug)).size === all.length,
			'names one exercise twice',
		),
	),
	hashes: v.record(v.string(), v.string()),
});

/** Why a file is not taken for a pack. Nothing has been changed when one comes out. */
export type PackError =
	| { kind: 'too-large'; bytes: number }
	| { kind: 'unreadable'; detail: string }
	| { kind: 'not-a-pack' }
	| { kind: 'newer'; found: number }
	| ({ kind: 'invalid' } & Flaw)
	/** The exercise of that slug is not the one that was packed. */
	| { kind: 'changed'; slug: string };

/** Puts exercises together; the hash of each goes with it. */
export function makePack(title: string, exercises: LocalExercise[]): Pack {
	const hashes = Object.fromEntries(exercises.map((one) => [one.slug, hashOf(one)]));
	return { format: 'dryrun-pack', version: known, title, exercises, hashes };
}

/** The file: a person can read it, and the same pack makes the same bytes. */
export function printPack(pack: Pack): string {
	return `${JSON.stringify(pack, null, '\t')}\n`;
}

/** Reads a file that claims to be a pack; huge ones are not opened. */
export async function readPack(file: Blob): Promise<Result<Pack, PackError>> {
	if (file.size > largestPack) return failure({ kind: 'too-large', bytes: file.size });
	try {
		return parsePack(await file.text());
	} catch (problem) {
		return failure({ kind: 'unreadable', detail: String(problem) });
	}
}

/** The same for the text of a file. */
export function parsePack(text: string): Result<Pack, PackError> {
	if (text.length > largestPack) return failure({ kind: 'too-large', bytes: text.length });
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch (problem) {
		const detail = problem instanceof Error ? problem.message : String(problem);
		return failure({ kind: 'unreadable', detail });
	}
	if (!v.is(head, content)) return failure({ kind: 'not-a-pack' });
	if (content.version > known) return failure({ kind: 'newer', found: content.version });
	const pack = hold(schema, content);
	if (!pack.ok) return failure({ kind: 'invalid', ...pack.error });
	for (const exercise of pack.value.exercises) {
		const { slug } = exercise;
		if (pack.value.hashes[slug] !== hashOf(exercise)) {
			return failure({ kind: 'changed', slug });
		}
	}
	return success(pack.value);
}

/** One or two plain sentences for the person who chose the file. */
export function explainPack(error: PackError): string {
	switch (error.kind) {
		case 'too-large':
			return `This file is ${Math.ceil(error.bytes / 1024 / 1024)} MB; a pack is at most 10 MB. Split it into several packs.`;
		case 'unreadable':
			return `This file is not complete JSON, so it may be cut off or damaged. (${error.detail})`;
		case 'not-a-pack':
			return 'This file is not a pack of exercises of this app.';
		case 'newer':
			return `This pack has version ${error.found}, this app reads up to ${known}. Update the app first.`;
		case 'invalid':
			return `This pack is damaged at ${error.where}: it ${error.detail}.`;
		case 'changed':
			return `The tests, the solution or the limits of “${error.slug}” were changed after the pack was made, so it does not judge as its author checked it. Ask for the pack again.`;
	}
}
