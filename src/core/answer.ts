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

/** One answer to a drill, kept for good. */
export type Answer = {
	/** A UUID, so that answers from several devices can be put together. */
	id: string;
	slug: string;
	/** When it was handed in; ISO 8601, UTC. */
	at: string;
	text: string;
	mode: 'typed' | 'spoken';
	timing: Timing | null;
	/** How sure of it its author was before the score was shown, from 0 to 1; null when not said. */
	sure: number | null;
	corrections: Correction[];
	score: ScoreFacts;
	/** Counts up with each correction, so that the later state is known when copies are joined. */
	revision: number;
};
