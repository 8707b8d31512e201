/** The text being worked on: one for each version of an exercise. */
export type Draft = {
	slug: string;
	version: number;
	code: string;
	/** 1 for the first save, one more with each; a save states the revision that it is based on. */
	revision: number;
	/** ISO 8601, UTC. */
	savedAt: string;
	/** The page that saved it. */
	tab: string;
};

/** A text that gave way to another and is kept. */
export type EarlierDraft = {
	id: string;
	slug: string;
	version: number;
	code: string;
	/** When it was put aside; ISO 8601, UTC. */
	at: string;
	tab: string;
	/** What it gave way to. */
	reason: 'conflict' | 'reset' | 'restore' | 'import';
};

/** `base` is the revision that the editor's text grew from, 0 when there was none. */
export type SaveRequest = {
	slug: string;
	version: number;
	code: string;
	base: number;
	tab: string;
};

/** `mine` is where the refused text is kept; later saves from the same tab update it. */
export type SaveOutcome =
	{ kind: 'saved'; draft: Draft } | { kind: 'conflict'; theirs: Draft; mine: EarlierDraft };

/**
 * The rule for two tabs on one exercise: the first to save wins, the later one is told. A tab never
 * conflicts with itself, nor over the same text.
 */
export function decideSave(head: Draft | undefined, request: SaveRequest, now: Date): SaveOutcome {
	if (head?.code === request.code) return { kind: 'saved', draft: head };
	if (head && head.revision !== request.base && head.tab !== request.tab) {
		return {
			kind: 'conflict',
			theirs: head,
			mine: setAside(request, 'conflict', conflictId(request), now),
		};
	}
	return { kind: 'saved', draft: successor(head, request, now) };
}

/** The next revision, whatever it was based on. */
export function successor(
	head: Draft | undefined,
	request: Omit<SaveRequest, 'base'> & { base?: number },
	now: Date,
): Draft {
	const { slug, version, code, tab } = request;
	const revision = Math.max(head?.revision ?? 0, request.base ?? 0) + 1;
	return { slug, version, code, tab, revision, savedAt: now.toISOString() };
}

/** One open conflict for each tab and exercise. */
export function conflictId(of: { slug: string; version: number; tab: string }): string {
	return `conflict/${of.slug}/${of.version}/${of.tab}`;
}

/** A text on its way out of the draft. */
export function setAside(
	text: { slug: string; version: number; code: string; tab: string },
	reason: EarlierDraft['reason'],
	id: string,
	now: Date,
): EarlierDraft {
	const { slug, version, code, tab } = text;
	return { id, slug, version, code, tab, reason, at: now.toISOString() };
}

/** Puts two drafts of one exercise together: the newer wins, the other is to be kept unless equal. */
export function mergeDrafts(ours: Draft, theirs: Draft): { draft: Draft; other: Draft | null } {
	if (ours.code === theirs.code) return { draft: ours, other: null };
	const newer = Date.parse(theirs.savedAt) > Date.parse(ours.savedAt) ? theirs : ours;
	const revision = Math.max(ours.revision, theirs.revision) + (newer === theirs ? 1 : 0);
	return { draft: { ...newer, revision }, other: newer === theirs ? ours : theirs };
}
