import { stemmer } from 'stemmer';

/** A sentence of a text and its place in it. */
export type Sentence = { text: string; start: number; end: number };

const functionWords = new Set(
	(
		'a an and are as at be been being but by can could did do does for from had has have he her his how i if in ' +
		'into is it its just like may me might my of on or our shall she should so some such than that the their ' +
		'them then there these they this those to too us very was we were what when where which who will with ' +
		'would you your am about also any because let please'
	).split(' '),
);

const word = /o\([^)\n]{1,16}\)|__\w+__|[a-z_]\w*(?:\.[a-z_]\w*)+|\d+(?:[.,]\d+)*|[a-z_]\w*/g;

/** Splits a text at full stops, marks and line ends. */
export function sentencesOf(text: string): Sentence[] {
	const found: Sentence[] = [];
	for (const match of text.matchAll(/[^.!?\n]*(?:[.](?=\S)[^.!?\n]*)*[.!?\n]*/g)) {
		const piece = match[0].trim();
		if (!/[\p{L}\p{N}]/u.test(piece)) continue;
		const start = match.index + match[0].indexOf(piece);
		found.push({ text: piece, start, end: start + piece.length });
	}
	return found;
}

/** The words that carry meaning, each as its stem; technical tokens stay whole. */
export function stemsOf(text: string): string[] {
	const words = text
		.toLowerCase()
		.replaceAll('’', "'")
		.replace(/'(s|t|re|ve|ll|d|m)\b/g, '');
	return [...words.matchAll(word)]
		.map(([token]) => token)
		.filter((token) => !functionWords.has(token))
		.map((token) => (/^[a-z]+$/.test(token) ? stemmer(token) : token.replaceAll(' ', '')));
}

/** A phrasing as alternatives for each of its words: `other/each element` is two words, one of them either. */
function readPhrasing(phrasing: string): string[][] {
	return phrasing
		.split(/\s+(?![^(]*\))/)
		.map((part) => part.split(/\/(?![^(]*\))/).flatMap(stemsOf))
		.filter((alternatives) => alternatives.length > 0);
}

/** Whether every word of the phrasing occurs in the sentence, not too far apart, in any order. */
export function matches(sentence: string, phrasing: string): boolean {
	const wanted = readPhrasing(phrasing);
	if (wanted.length === 0) return false;
	const stems = stemsOf(sentence);
	const window = wanted.length * 2 + 4;
	for (let start = 0; start < stems.length; start++) {
		const part = stems.slice(start, start + window);
		if (wanted.every((alternatives) => alternatives.some((stem) => part.includes(stem)))) {
			return true;
		}
	}
	return false;
}

/** The first sentence that one of the phrasings fits; null when there is none. */
export function hear(text: string, any: readonly string[]): string | null {
	const found = sentencesOf(text).find((sentence) =>
		any.some((phrasing) => matches(sentence.text, phrasing)),
	);
	return found?.text ?? null;
}

/** Which of the topics a question is about: each of its sentences finds the one that fits best. */
export function topicsIn<T extends { any: readonly string[] }>(
	text: string,
	topics: readonly T[],
): T[] {
	const found = new Set<T>();
	for (const sentence of sentencesOf(text)) {
		let best: { topic: T; fits: number } | null = null;
		for (const topic of topics) {
			const fits = topic.any.filter((phrasing) => matches(sentence.text, phrasing)).length;
			if (fits > (best?.fits ?? 0)) best = { topic, fits };
		}
		if (best) found.add(best.topic);
	}
	return topics.filter((topic) => found.has(topic));
}

/** Whether something is asked rather than told. */
export function asks(text: string): boolean {
	return (
		text.includes('?') ||
		/^\W*(who|what|when|where|why|how|which|is|are|do|does|did|can|could|may|should|shall|will|would|has|have)\b/i.test(
			text,
		)
	);
}

/** Words in a text. */
export function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}
