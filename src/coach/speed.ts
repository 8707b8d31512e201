import type { Timing } from '../core/answer';
import { limits, mean, onSlope } from './formulas';
import { wordsIn } from './clarity';
import type { Sentence } from './sentences';

/** How fast an answer came. Times are seconds since the clock started. */
export type Speed = {
	/** When the first sentence was whole; null without one. */
	firstSentence: number | null;
	/** When the first sentence that earns a key point was whole. */
	firstPoint: number | null;
	total: number;
	/** From the first word to the last; null when that took less than five seconds. */
	wordsPerMinute: number | null;
	/** Silences after the first word that were long enough to count. */
	pauses: number;
	longestPause: number;
	/** When each sentence was whole. */
	reached: (number | null)[];
	/** 0 to 1. */
	score: number;
};

/**
 * Reads times off the growth of a text: a sentence was whole when the text first was as long as up
 * to its end. `seconds` is the limit; `earning` are the indexes of sentences that earn a point.
 */
export function speedOf(
	text: string,
	sentences: readonly Sentence[],
	earning: readonly number[],
	timing: Timing,
	seconds: number,
): Speed {
	const reached = sentences.map(({ end }) => reach(timing, end));
	const firstSentence = reached[0] ?? null;
	const points = earning.flatMap((index) => reached[index] ?? []);
	const firstPoint = points.length > 0 ? Math.min(...points) : null;
	const total = timing.end / 1000;
	const times = timing.growth.filter(({ length }) => length > 0).map(({ at }) => at / 1000);
	const spent = (times.at(-1) ?? 0) - (times[0] ?? 0);
	const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
	const earned = (time: number | null, slope: { full: number; none: number }) =>
		time === null ? 0 : onSlope(time / seconds, slope);
	return {
		firstSentence,
		firstPoint,
		total,
		wordsPerMinute: spent >= 5 ? (60 * wordsIn(text)) / spent : null,
		pauses: gaps.filter((gap) => gap >= limits.pause).length,
		longestPause: Math.max(0, ...gaps),
		reached,
		score:
			sentences.length === 0
				? 0
				: mean([
						earned(firstSentence, limits.firstSentence),
						earned(firstPoint, limits.firstPoint),
						earned(total, limits.total),
					]),
	};
}

function reach(timing: Timing, end: number): number | null {
	const found = timing.growth.find(({ length }) => length >= end);
	return found ? found.at / 1000 : null;
}
