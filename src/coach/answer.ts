import type { Correction, ScoreFacts, Timing } from '../core/answer';
import type { Drill, KeyPoint } from '../core/drill';
import { clarityOf, type Clarity } from './clarity';
import { overallOf } from './formulas';
import { findMistakes, type MistakeContext } from './mistakes';
import { matches, readPhrase } from './phrases';
import { splitSentences, type Sentence } from './sentences';
import { isCost } from './signals';
import { speedOf, type Speed } from './speed';
import { structureOf, type Structure } from './structure';
import { tokensOf } from './tokens';

/** How a key point was earned: by which sentence, and by which phrasing when it was found. */
export type PointScore = {
	id: string;
	sentence: number | null;
	by: 'match' | 'hand' | null;
	phrase: string | null;
};

export type AnswerScore = {
	sentences: Sentence[];
	/** In the order of the drill. */
	points: PointScore[];
	/** 0 to 1, like every score. */
	coverage: number;
	structure: Structure;
	clarity: Clarity;
	/** Null without a timing. */
	speed: Speed | null;
	overall: number;
};

/** Scores an answer by the rules of `formulas`; the same answer gets the same score everywhere. */
export function scoreAnswer(
	drill: Pick<Drill, 'points' | 'seconds'>,
	answer: { text: string; timing?: Timing | null; corrections?: readonly Correction[] },
): AnswerScore {
	const sentences = splitSentences(answer.text);
	const points = scorePoints(drill.points, sentences, answer.corrections ?? []);
	const earning = points.flatMap(({ sentence }) => sentence ?? []);
	const coverage = points.length === 0 ? 0 : earning.length / points.length;
	const structure = structureOf(sentences, earning);
	const clarity = clarityOf(answer.text, sentences);
	const speed = answer.timing
		? speedOf(answer.text, sentences, earning, answer.timing, drill.seconds)
		: null;
	const overall = overallOf({
		coverage,
		structure: structure.score,
		clarity: clarity.score,
		speed: speed?.score ?? null,
	});
	return { sentences, points, coverage, structure, clarity, speed, overall };
}

/** For each point the first sentence that earns it, after what was put right by hand. */
export function scorePoints(
	points: readonly KeyPoint[],
	sentences: readonly Sentence[],
	corrections: readonly Correction[],
): PointScore[] {
	const tokens = sentences.map(({ text }) => tokensOf(text));
	return points.map(({ id, any }) => {
		const mine = corrections.filter(({ point }) => point === id);
		const given = sentences.findIndex(({ text }) => decided(mine, text) === true);
		if (given >= 0) return { id, sentence: given, by: 'hand', phrase: null };
		const phrases = any.map(readPhrase);
		for (const [sentence, words] of tokens.entries()) {
			if (decided(mine, sentences[sentence]?.text ?? '') === false) continue;
			const phrase = phrases.find((candidate) => matches(candidate, words));
			if (phrase) return { id, sentence, by: 'match', phrase: phrase.text };
		}
		const refused = mine.some(({ earns }) => !earns);
		return { id, sentence: null, by: refused ? 'hand' : null, phrase: null };
	});
}

/** The last word on whether a sentence earns a point; undefined when none was said. */
function decided(corrections: readonly Correction[], sentence: string): boolean | undefined {
	return corrections.findLast((correction) => correction.sentence === sentence)?.earns;
}

/** What the detectors need to know of a drill: cost matters where a key point is about cost. */
export function contextOf(drill: Pick<Drill, 'points'>): MistakeContext {
	return { costMatters: drill.points.some(({ says }) => isCost(says)) };
}

/** A score as it is kept. */
export function factsOf(
	drill: Pick<Drill, 'points'>,
	text: string,
	score: AnswerScore,
): ScoreFacts {
	return {
		earned: score.points.filter(({ sentence }) => sentence !== null).map(({ id }) => id),
		coverage: score.coverage,
		structure: score.structure.score,
		clarity: score.clarity.score,
		speed: score.speed?.score ?? null,
		overall: score.overall,
		mistakes: findMistakes(text, contextOf(drill)).map(({ name }) => name),
	};
}
