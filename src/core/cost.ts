import type { Rating } from './card';

/** Two ways of doing something, of which the learner guesses how their costs compare. */
export type CostQuestion = {
	/** Permanent key and file name. */
	id: string;
	title: string;
	question: string;
	/** The two in a few words: how many times the work of `that` does `this` take? */
	this: string;
	that: string;
	/** What `n` may be. */
	sizes: number[];
	/** Why it is so; shown once it was measured. */
	why: string;
	/** Python with `setup(n)`, which returns the two as functions. */
	code: string;
};

/** What the meter said; costs in metered steps, `ratio` is `this` divided by `that`. */
export type Measured = { n: number; ratio: number; this: number; that: number };

/** How far a guess may be off, as a factor in either direction. */
export const guessBounds = { easy: 1.5, good: 3, hard: 10 } as const;

/** Rates a guess by the factor that lies between it and what was measured. */
export function rateGuess(said: number, measured: number): Rating {
	const factor = Math.max(said / measured, measured / said);
	if (factor <= guessBounds.easy) return 'easy';
	if (factor <= guessBounds.good) return 'good';
	return factor <= guessBounds.hard ? 'hard' : 'again';
}
