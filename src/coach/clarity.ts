import { fillersIn, hedgesIn, type Span } from './fillers';
import { limits, mean, onSlope } from './formulas';
import type { Sentence } from './sentences';

/** How easily an answer is followed. */
export type Clarity = {
	words: number;
	/** Words of a sentence, on average. */
	meanSentence: number;
	/** Indexes of sentences that are too long. */
	long: number[];
	fillers: Span[];
	hedges: Span[];
	/** 0 to 1. */
	score: number;
};

/** Reads sentence length, fillers and hedges off a text. */
export function clarityOf(text: string, sentences: readonly Sentence[]): Clarity {
	const lengths = sentences.map((sentence) => wordsIn(sentence.text));
	const words = lengths.reduce((sum, length) => sum + length, 0);
	const fillers = fillersIn(text);
	const hedges = hedgesIn(text);
	const meanSentence = mean(lengths);
	const share = (spans: Span[]) => (100 * spans.length) / Math.max(words, limits.fewestWords);
	const parts = [
		onSlope(meanSentence, limits.meanSentence),
		onSlope(share(fillers), limits.fillers),
		onSlope(share(hedges), limits.hedges),
	];
	const long = lengths.flatMap((length, index) => (length > limits.longSentence ? [index] : []));
	return { words, meanSentence, long, fillers, hedges, score: words === 0 ? 0 : mean(parts) };
}

/** Words as a person counts them: what stands between spaces and has a letter or digit. */
export function wordsIn(text: string): number {
	return text.split(/\s+/).filter((word) => /[0-9A-Za-z\u00C0-\u024F]/.test(word)).length;
}
