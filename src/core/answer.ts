import type { MistakeName } from './drill';

/** How a text grew; milliseconds since the clock started, characters. Typed or dictated alike. */
export type Timing = {
	/** In time order; only when the length changed. */
	growth: { at: number; length: number }[];
	/** When the answer was handed in. */
	end: number;
};

/** Somebody's word that a sentence does or does not earn a point. `sentence` is its text. */
export type Correction = { point: string; sentence: string; earns: boolean };

/** What is kept of a score, so that history needs neither drill nor scorer. All from 0 to 1. */
export type ScoreFacts = {
	/** Ids of the points that were earned. */
	earned: string[];
	coverage: number;
	structure: number;
	clarity: number;
	/** Null when no time was taken. */
	speed: number | null;
	overall: number;
	mistakes: MistakeName[];
};

/** What somebody said to a follow-up, named by its question. */
export type FollowUpAnswer = { question: string; text: string };

export type AnswerMode = 'typed' | 'spoken';

/** One answer to a drill, kept for good. */
export type Answer = {
	/** A UUID, so that answers from several devices can be put together. */
	id: string;
	slug: string;
	/** When it was handed in; ISO 8601, UTC. */
	at: string;
	text: string;
	/** Spoken as soon as any of it was dictated. */
	mode: AnswerMode;
	timing: Timing | null;
	/** How sure of it its author was before the score was shown, from 0 to 1; null when not said. */
	sure: number | null;
	corrections: Correction[];
	followUps: FollowUpAnswer[];
	score: ScoreFacts;
	/** Counts up with each change after handing in. */
	revision: number;
};

/** An answer that is still being given: what a reload must not lose. */
export type Sitting = {
	/** A UUID; the answer that comes of it has the same. */
	id: string;
	slug: string;
	text: string;
	mode: AnswerMode;
	growth: Timing['growth'];
	/** Milliseconds on the clock so far. */
	elapsed: number;
	sure: number | null;
	/** ISO 8601, UTC. */
	savedAt: string;
	/** 1 for the first save, one more with each. */
	revision: number;
	/** The page that saved it. */
	tab: string;
};

/** Milliseconds; growth is not kept finer than that. */
const grain = 500;

/** Growth with one more look at the length of the text; what comes within half a second is one step. */
export function grow(growth: Timing['growth'], at: number, length: number): Timing['growth'] {
	const last = growth.at(-1);
	if (last?.length === length) return growth;
	const fresh = last === undefined || at - (growth.at(-2)?.at ?? -grain) >= grain;
	return [...(fresh ? growth : growth.slice(0, -1)), { at, length }];
}

/** Positive when its author was surer than the answer was good; null when nothing was said. */
export function gapOf(answer: Pick<Answer, 'sure' | 'score'>): number | null {
	return answer.sure === null ? null : answer.sure - answer.score.overall;
}

/** Puts two copies of one answer together: the later state wins, what only the other has is added. */
export function mergeAnswers(ours: Answer, theirs: Answer): Answer {
	const [winner, loser] = theirs.revision > ours.revision ? [theirs, ours] : [ours, theirs];
	const corrections = loser.corrections.filter(
		(one) =>
			!winner.corrections.some(
				(other) => other.point === one.point && other.sentence === one.sentence,
			),
	);
	const followUps = loser.followUps.filter(
		(one) => !winner.followUps.some((other) => other.question === one.question),
	);
	if (corrections.length + followUps.length === 0) return winner;
	return {
		...winner,
		corrections: [...corrections, ...winner.corrections],
		followUps: [...winner.followUps, ...followUps],
		revision: winner.revision + 1,
	};
}

/** The same text under another id, always the same one, for where its own is taken. */
export function setApart(sitting: Sitting): Sitting {
	return { ...sitting, id: `${sitting.id}+${sitting.revision}` };
}

/** Whether a sitting holds nothing that an answer does not. */
export function covers(answer: Pick<Answer, 'text'>, sitting: Pick<Sitting, 'text'>): boolean {
	return answer.text.includes(sitting.text.trim());
}
