import type { MistakeName } from '../core/drill';
import { wordsIn } from './clarity';
import { fillersIn, hedgesIn, type Span } from './fillers';
import { splitSentences } from './sentences';
import { isCost, isDefinition, isExample, isExperience, isTradeOff, isVagueCost } from './signals';

/** A common mistake, with the sentence that set its detector off, and why that weakens an answer. */
export type Mistake = { name: MistakeName; sentence: string; why: string };

/** What an answer is held against. */
export type MistakeContext = {
	/** Whether performance or memory belongs into the answer; not unless said. */
	costMatters?: boolean;
	/** Whether a trade-off belongs into it; so unless said otherwise. */
	tradeOffMatters?: boolean;
};

/** The numbers of the detectors. */
const bounds = {
	hedges: { least: 2, share: 3 },
	fillers: { least: 4, share: 5 },
	sentence: 40,
} as const;

/** What each detector looks for, in words for the page. */
export const detectors: Readonly<Record<MistakeName, { title: string; looksFor: string }>> = {
	textbook: {
		title: 'Textbook',
		looksFor: 'Says what something is or how it is written, and nothing that was done with it.',
	},
	'no-example': {
		title: 'No example',
		looksFor: 'No case, test, or project in the whole answer.',
	},
	'no-cost': {
		title: 'No cost',
		looksFor:
			'The question is about cost, and nothing is said of growth, memory, or measured time.',
	},
	'no-trade-off': {
		title: 'No trade-off',
		looksFor: 'Nothing is weighed: no price, no limit, no case for the other choice.',
	},
	hedging: {
		title: 'Hedging',
		looksFor: `${bounds.hedges.least} or more hedges, and ${bounds.hedges.share} or more in 100 words.`,
	},
	rambling: {
		title: 'Rambling',
		looksFor: `A sentence of ${bounds.sentence} words or more, or ${bounds.fillers.least} or more fillers that are ${bounds.fillers.share} or more in 100 words.`,
	},
};

/** Finds what weakens an answer; nothing in an empty one. Each mistake is named once at most. */
export function findMistakes(text: string, context: MistakeContext = {}): Mistake[] {
	const sentences = splitSentences(text).map((sentence) => sentence.text);
	if (sentences.length === 0) return [];
	const lacks = (holds: (sentence: string) => boolean) => !sentences.some(holds);
	const quote = (...wishes: ((sentence: string) => boolean)[]) =>
		wishes.map((wish) => sentences.find(wish)).find(Boolean) ?? sentences.at(-1) ?? '';
	const mistakes: Mistake[] = [];
	const definition = sentences.find(isDefinition);

	if (definition && lacks(isExperience)) {
		mistakes.push({
			name: 'textbook',
			sentence: definition,
			why: 'This could stand in any textbook. Say where you used it and what it did for you.',
		});
	}
	if (lacks(isExample)) {
		mistakes.push({
			name: 'no-example',
			sentence: quote(isSweeping, isVagueCost),
			why: 'A claim without a case. One test, bug, or project makes it believable.',
		});
	}
	if (context.costMatters && lacks(isCost)) {
		mistakes.push({
			name: 'no-cost',
			sentence: quote(isVagueCost, isSweeping),
			why: 'Says nothing of what it costs: how time grows with the data, or how much is held in memory.',
		});
	}
	if ((context.tradeOffMatters ?? true) && lacks(isTradeOff)) {
		mistakes.push({
			name: 'no-trade-off',
			sentence: quote(isSweeping, isVagueCost),
			why: 'Only one side. Name the price, or the case in which you would choose otherwise.',
		});
	}
	const hedged = most(sentences, hedgesIn);
	if (often(hedged.spans, text, bounds.hedges)) {
		mistakes.push({
			name: 'hedging',
			sentence: hedged.sentence,
			why: `${list(hedged.spans)} take back what you know. Say it plainly, or say how you would find out.`,
		});
	}
	const padded = most(sentences, fillersIn);
	const endless = sentences.find((sentence) => wordsIn(sentence) >= bounds.sentence);
	if (endless !== undefined) {
		mistakes.push({
			name: 'rambling',
			sentence: endless,
			why: `${wordsIn(endless)} words without a stop. Nobody can tell which of them is the answer.`,
		});
	} else if (often(padded.spans, text, bounds.fillers)) {
		mistakes.push({
			name: 'rambling',
			sentence: padded.sentence,
			why: `${list(padded.spans)} fill time. A silence of a second sounds surer.`,
		});
	}
	return mistakes;
}

/** Leaves no room for another case. */
function isSweeping(sentence: string): boolean {
	return /\b(always|never|everything|anything|best|should|must|just use|simply|obvious(ly)?|all you need)\b/i.test(
		sentence,
	);
}

/** All finds, and the sentence that has most of them. */
function most(sentences: string[], find: (text: string) => Span[]) {
	const each = sentences.map((sentence) => ({ sentence, spans: find(sentence) }));
	const [worst] = [...each].sort((one, two) => two.spans.length - one.spans.length);
	return { sentence: worst?.sentence ?? '', spans: each.flatMap(({ spans }) => spans) };
}

function often(spans: Span[], text: string, bound: { least: number; share: number }): boolean {
	return spans.length >= bound.least && (100 * spans.length) / wordsIn(text) >= bound.share;
}

/** The first few different ones, in quotes. */
function list(spans: Span[]): string {
	const different = [
		...new Set(spans.map(({ text }) => text.replace(/^,\s*|[,?]/g, '').toLowerCase())),
	];
	return different
		.slice(0, 3)
		.map((text) => `“${text}”`)
		.join(', ');
}
