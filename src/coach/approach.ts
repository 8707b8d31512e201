import { clarityOf, type Clarity } from './clarity';
import { formulas } from './formulas';
import { splitSentences } from './sentences';
import { isCost } from './signals';
import { structureOf } from './structure';

/** How an explanation that came before the code was said; scores from 0 to 1. */
export type ApproachScore = {
	/** What it has of an example, a trade-off, a number and a cost. */
	has: ApproachPart[];
	structure: number;
	clarity: Clarity;
};

export const approachParts = ['example', 'tradeOff', 'number', 'cost'] as const;
export type ApproachPart = (typeof approachParts)[number];

/** What the two numbers mean, to be shown where they stand. */
export const approachFormulas = {
	structure: 'A quarter each for: an example, a trade-off, a number, what it costs.',
	clarity: formulas.clarity,
} as const;

/** Scores an explanation. Nobody knows its key points, so what it says is not judged. */
export function scoreApproach(text: string): ApproachScore {
	const sentences = splitSentences(text);
	const { example, tradeOff, number } = structureOf(sentences, []);
	const cost = sentences.findIndex((sentence) => isCost(sentence.text));
	const found = { example, tradeOff, number, cost: cost < 0 ? null : cost };
	const has = approachParts.filter((part) => found[part] !== null);
	return {
		has,
		structure: has.length / approachParts.length,
		clarity: clarityOf(text, sentences),
	};
}
