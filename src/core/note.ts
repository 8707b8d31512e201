/** A learner's own words about a challenge, whatever its version. */
export type Note = {
	slug: string;
	text: string;
	/** As for a draft. */
	revision: number;
	/** ISO 8601, UTC. */
	savedAt: string;
};

/** Stands between two texts that had to be put together. */
export const divider = '\n\n– – –\n\n';

/** Both texts, without saying anything twice. */
export function mergeTexts(ours: string, theirs: string): string {
	if (ours.includes(theirs.trim())) return ours;
	if (theirs.includes(ours.trim())) return theirs;
	return ours.trimEnd() + divider + theirs.trimStart();
}

/** What a save leaves behind; a text based on an older revision is joined to the present one. */
export function decideNote(
	present: Note | undefined,
	request: { slug: string; text: string; base: number },
	now: Date,
): Note {
	if (present?.text === request.text) return present;
	const stale = present !== undefined && present.revision !== request.base;
	return {
		slug: request.slug,
		text: stale ? mergeTexts(present.text, request.text) : request.text,
		revision: Math.max(present?.revision ?? 0, request.base) + 1,
		savedAt: now.toISOString(),
	};
}
