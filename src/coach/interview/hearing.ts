import { matches, readPhrase } from '../phrases';
import { splitSentences } from '../sentences';
import { tokensOf } from '../tokens';

/** The first sentence that one of the phrasings fits; null when there is none. */
export function hear(text: string, any: readonly string[]): string | null {
	const phrases = any.map(readPhrase);
	const found = splitSentences(text).find((sentence) => {
		const tokens = tokensOf(sentence.text);
		return phrases.some((phrase) => matches(phrase, tokens));
	});
	return found?.text ?? null;
}

/** Which of the topics a question is about: each of its sentences finds the one that fits best. */
export function topicsIn<T extends { any: readonly string[] }>(
	text: string,
	topics: readonly T[],
): T[] {
	const found = new Set<T>();
	for (const sentence of splitSentences(text)) {
		const tokens = tokensOf(sentence.text);
		const best = topics
			.map((topic) => ({ topic, fits: fitOf(topic.any, tokens) }))
			.sort((one, two) => two.fits - one.fits)[0];
		if (best && best.fits > 0) found.add(best.topic);
	}
	return topics.filter((topic) => found.has(topic));
}

/** Phrasings that fit; of two topics with as many, the one with the longer phrasing is closer. */
function fitOf(any: readonly string[], tokens: ReturnType<typeof tokensOf>): number {
	const fitting = any.map(readPhrase).filter((phrase) => matches(phrase, tokens));
	return fitting.length + Math.max(0, ...fitting.map(({ words }) => words.length)) / 100;
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
