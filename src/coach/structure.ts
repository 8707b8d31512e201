import { limits } from './formulas';
import type { Sentence } from './sentences';
import { isExample, isFigure, isTradeOff } from './signals';

/** What an answer is built of; each part is the index of the first sentence that shows it. */
export type Structure = {
	answerFirst: number | null;
	example: number | null;
	tradeOff: number | null;
	number: number | null;
	/** 0 to 1. */
	score: number;
};

/** `earning` are the indexes of sentences that earn a key point. */
export function structureOf(sentences: readonly Sentence[], earning: readonly number[]): Structure {
	const first = Math.min(...earning);
	const parts = {
		answerFirst: first < limits.opening ? first : null,
		example: firstThat(sentences, isExample),
		tradeOff: firstThat(sentences, isTradeOff),
		number: firstThat(sentences, isFigure),
	};
	const shown = Object.values(parts).filter((index) => index !== null);
	return { ...parts, score: shown.length / 4 };
}

function firstThat(
	sentences: readonly Sentence[],
	holds: (text: string) => boolean,
): number | null {
	const index = sentences.findIndex(({ text }) => holds(text));
	return index < 0 ? null : index;
}
