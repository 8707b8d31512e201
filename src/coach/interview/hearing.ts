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

/** Which of the topics a question is about: each of its parts finds the one that fits best. */
export function topicsIn<T extends { any: readonly string[] }>(
	text: string,
	topics: readonly T[],
): T[] {
	const found = new Set<T>();
	for (const sentence of splitSentences(text)) {
		const parts = sentence.text.split(joint);
		for (const [index, part] of parts.entries()) {
			const rest = topics.filter((topic) => !found.has(topic));
			// “May they go stale?” speaks of what the part before it has named.
			const topic = closest(part, topics) ?? closest(parts.slice(0, index + 1).join(' '), rest);
			if (topic) found.add(topic);
		}
	}
	return topics.filter((topic) => found.has(topic));
}

/** Between two questions in one sentence. */
const joint =
	/(?:,|;)?\s+(?:and|or)\s+(?=(?:what|when|where|who|why|how|which|is|are|do|does|can|could|may|should|will|would|has|have)\b)/i;

function closest<T extends { any: readonly string[] }>(
	part: string,
	topics: readonly T[],
): T | undefined {
	const tokens = tokensOf(part);
	return topics
		.map((topic) => ({ topic, fits: fitOf(topic.any, tokens) }))
		.filter(({ fits }) => fits > 0)
		.sort((one, two) => two.fits - one.fits)[0]?.topic;
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
