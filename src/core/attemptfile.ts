import type { PracticeEvent } from './event';
import type { Report } from './report';

/**
 * One attempt as a file that can be handed in. Nothing in it is signed: whoever reads it judges the
 * code again. Checked on reading by `storage/backup/attemptfile.ts`.
 */
export type AttemptFile = {
	format: typeof attemptFormat;
	version: typeof attemptVersion;
	exercise: {
		/** Of a built-in challenge, or `local-…`. */
		slug: string;
		/** The exercise's own version. */
		version: number;
		/** `hashOf` (hash.ts): what the code was judged by. */
		hash: string;
	};
	/** What the learner calls themselves; null where nobody asked. */
	learner: string | null;
	/** When the code was checked; ISO 8601, UTC. */
	at: string;
	code: string;
	/** What was asked for on the way, oldest first. */
	events: PracticeEvent[];
	/** What the learner's own device found: a claim. */
	report: Report;
	/** SHA-256 of `code` in UTF-8, hexadecimal. */
	codeHash: string;
};

export const attemptFormat = 'dryrun-attempt';
/** Goes up when the shape changes; older ones stay readable. */
export const attemptVersion = 1;

/** Puts the parts of a file together; see `AttemptFile` for what each is. */
export function makeAttemptFile(facts: Omit<AttemptFile, 'format' | 'version'>): AttemptFile {
	return { format: attemptFormat, version: attemptVersion, ...facts };
}

/** A name for the file, made of small letters, digits and hyphens: who, what, when. */
export function attemptFileName({ exercise, learner, at }: AttemptFile): string {
	const who = (learner ?? '')
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
	const when = at.slice(0, 16).replace(/[^\d]/g, '-');
	return [who, exercise.slug, when].filter((part) => part !== '').join('-') + '.attempt.json';
}
