import type { ChallengeMeta, SideFile } from './challenge';

/**
 * An exercise from elsewhere: imported, written in the app, or sent with a link. Plain texts; `prompt`,
 * `hints[].text` and `debrief` are Markdown of unknown origin. Its slug starts with `local-`.
 */
export type LocalExercise = ChallengeMeta & {
	prompt: string;
	starter: string;
	/** Null where none came with it; what is relative to a reference cannot be judged then. */
	solution: string | null;
	tests: string;
	hints: { title: string; text: string }[];
	debrief: string;
	/** Named mistakes; `caughtBy` is the id of the test that must fail. */
	wrong: { name: string; code: string; caughtBy: string | null }[];
	/** What lies beside the program and the tests, for them to import or to open. */
	files?: SideFile[];
};

/** An exercise from elsewhere, as it is kept on this device. */
export type OwnExercise = {
	slug: string;
	/** ISO 8601, UTC. */
	addedAt: string;
	exercise: LocalExercise;
};

/** A file of exercises. */
export type Pack = {
	format: typeof packFormat;
	version: typeof packVersion;
	title: string;
	exercises: LocalExercise[];
	/** By slug: SHA-256, hexadecimal, of what decides a verdict; see `hashOf` (hash.ts). */
	hashes: Record<string, string>;
};

export const packFormat = 'dryrun-pack';
/** Goes up when the shape changes; older ones stay readable. */
export const packVersion = 1;
/** What the slug of every exercise from elsewhere starts with. */
export const localPrefix = 'local-';
