/** From a value that earns everything to one that earns nothing, in a straight line between. */
export type Slope = { full: number; none: number };

/** The numbers of all formulas below. */
export const limits = {
	/** Key points are looked for in so many first sentences. */
	opening: 2,
	meanSentence: { full: 20, none: 40 },
	longSentence: 35,
	/** Of 100 words. */
	fillers: { full: 1, none: 6 },
	hedges: { full: 1, none: 6 },
	/** Shares are taken of at least so many words, so that one slip does not spoil a short answer. */
	fewestWords: 50,
	/** Parts of the time limit. */
	firstSentence: { full: 0.2, none: 0.5 },
	firstPoint: { full: 0.25, none: 0.75 },
	total: { full: 1, none: 1.5 },
	/** Seconds. */
	pause: 5,
} as const;

/** Parts of the whole; they add up to 1. */
export const weights = { coverage: 0.6, structure: 0.15, clarity: 0.15, speed: 0.1 } as const;

const percent = (part: number) => `${Math.round(part * 100)} %`;

/** What each number means, to be shown where it stands. */
export const formulas = {
	coverage: 'Key points that a sentence of yours earns, of all key points.',
	structure: `A quarter each for: a key point in the first ${limits.opening} sentences, an example, a trade-off, a number.`,
	clarity: `The mean of three: sentences of ${limits.meanSentence.full} words or fewer on average (nothing from ${limits.meanSentence.none} on), at most ${limits.fillers.full} filler in 100 words (nothing from ${limits.fillers.none} on), and the same for hedges.`,
	speed: `The mean of three: the first sentence within ${percent(limits.firstSentence.full)} of the time (nothing from ${percent(limits.firstSentence.none)} on), the first key point within ${percent(limits.firstPoint.full)} (nothing from ${percent(limits.firstPoint.none)} on), and done within the limit (nothing from ${percent(limits.total.none)} on).`,
	overall: `Key points, times the sum of: ${percent(weights.coverage)}, ${percent(weights.structure)} of structure, ${percent(weights.clarity)} of clarity and ${percent(weights.speed)} of speed. How it is said counts only as far as it answers the question. Without a clock the other three make up the whole.`,
} as const;

/** Where a value lies on a slope, from 1 to 0. */
export function onSlope(value: number, { full, none }: Slope): number {
	return Math.min(1, Math.max(0, (none - value) / (none - full)));
}

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The score of an answer from its parts. */
export function overallOf(parts: {
	coverage: number;
	structure: number;
	clarity: number;
	speed: number | null;
}): number {
	const said = weights.coverage + weights.structure * parts.structure;
	const sum = said + weights.clarity * parts.clarity;
	return parts.speed === null
		? (parts.coverage * sum) / (1 - weights.speed)
		: parts.coverage * (sum + weights.speed * parts.speed);
}
