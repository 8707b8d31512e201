import type { StageName } from './design';
import { same } from './same';

type Happening =
	/** What was said to a stage's question. */
	| { kind: 'answered'; stage: StageName; text: string }
	/** What was said to a question that pressed on. */
	| { kind: 'pressed'; stage: StageName; probe: string; text: string }
	/** Somebody's last word on which sentences do and do not earn a point; none: as it was found. */
	| {
			kind: 'corrected';
			stage: StageName;
			point: string;
			rulings: { sentence: string; earns: boolean }[];
	  }
	| { kind: 'ended' };

/** Something that happened; `at` in milliseconds since the start. */
export type DiscussionEvent = { at: number } & Happening;
export type NewDiscussionEvent = Happening;

/** One discussion of one service, kept for good as what happened in it. */
export type Discussion = {
	/** A UUID. */
	id: string;
	slug: string;
	/** ISO 8601, UTC, like the others. */
	startedAt: string;
	/** Later states win when copies are joined. */
	changedAt: string;
	endedAt: string | null;
	events: DiscussionEvent[];
	/** What is being written and not yet handed in. */
	draft: string;
	/** From 0 to 1 as of the last change after its end; null while it goes on. */
	score: number | null;
};

/** Puts an event at the end; the draft belonged to it, unless it was a correction. */
export function happen(discussion: Discussion, event: NewDiscussionEvent, now: Date): Discussion {
	const changedAt = now.toISOString();
	const at = Math.max(0, now.getTime() - Date.parse(discussion.startedAt));
	return {
		...discussion,
		changedAt,
		endedAt: event.kind === 'ended' ? changedAt : discussion.endedAt,
		events: [...discussion.events, { ...event, at }],
		draft: event.kind === 'corrected' ? discussion.draft : '',
	};
}

/** Takes the last answer back, into the draft; the same discussion when there is none. */
export function takeBack(discussion: Discussion, now: Date): Discussion {
	const { events } = discussion;
	const index = events.findLastIndex(({ kind }) => kind === 'answered' || kind === 'pressed');
	const event = events[index];
	if (!event || !('text' in event)) return discussion;
	return {
		...discussion,
		changedAt: now.toISOString(),
		endedAt: null,
		events: events.slice(0, index),
		draft: event.text,
		score: null,
	};
}

/**
 * Joins two copies. One that only goes on from the other replaces it; where they part, the later one
 * keeps the id and the other is kept beside it.
 */
export function mergeDiscussions(
	ours: Discussion,
	theirs: Discussion,
): { discussion: Discussion; beside: Discussion | null } {
	const newer = Date.parse(theirs.changedAt) > Date.parse(ours.changedAt) ? theirs : ours;
	const older = newer === ours ? theirs : ours;
	if (goesOn(older, newer) || goesOn(newer, older)) return { discussion: newer, beside: null };
	return { discussion: newer, beside: { ...older, id: `${older.id}/${older.changedAt}` } };
}

/** Longer silences do not count as work; milliseconds. */
const longestSilence = 10 * 60_000;

/** Minutes that were spent on it, without the nights between. */
export function minutesOf({ events }: Discussion): number {
	let before = 0;
	let spent = 0;
	for (const { at } of events) {
		spent += Math.min(Math.max(0, at - before), longestSilence);
		before = at;
	}
	return spent / 60_000;
}

/** Whether `later` begins with all that happened in `earlier`. */
function goesOn(earlier: Discussion, later: Discussion): boolean {
	return earlier.events.every((event, index) => same(event, later.events[index]));
}
