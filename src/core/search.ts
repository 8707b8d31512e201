import type { ChallengeMeta } from './challenge';

/** Worth of a word found in a field: at its start, at the start of a word in it, anywhere. */
type Weight = {
	field: (challenge: ChallengeMeta) => string;
	start: number;
	word: number;
	in: number;
};

const weights: Weight[] = [
	{ field: (challenge) => challenge.title, start: 100, word: 60, in: 30 },
	{ field: (challenge) => challenge.slug, start: 50, word: 40, in: 20 },
	{ field: (challenge) => challenge.topics.join(' '), start: 40, word: 40, in: 12 },
	{ field: (challenge) => challenge.skills.join(' '), start: 24, word: 24, in: 8 },
	{ field: (challenge) => `${challenge.kind} ${challenge.difficulty}`, start: 16, word: 16, in: 4 },
	{ field: (challenge) => challenge.roles.join(' '), start: 12, word: 12, in: 3 },
	{ field: (challenge) => challenge.summary, start: 10, word: 10, in: 2 },
];

/** Best match first; every word must be found somewhere. Without words the order stays. */
export function rank(challenges: readonly ChallengeMeta[], text: string): ChallengeMeta[] {
	const words = fold(text).split(' ').filter(Boolean);
	if (words.length === 0) return [...challenges];
	return challenges
		.map((challenge) => ({ challenge, score: score(challenge, words) }))
		.filter((scored) => scored.score > 0)
		.sort((one, two) => two.score - one.score)
		.map((scored) => scored.challenge);
}

function score(challenge: ChallengeMeta, words: string[]): number {
	let total = 0;
	for (const word of words) {
		const best = Math.max(
			...weights.map((weight) => worth(fold(weight.field(challenge)), word, weight)),
		);
		if (best === 0) return 0;
		total += best;
	}
	return total;
}

function worth(text: string, word: string, weight: Weight): number {
	if (text.startsWith(word)) return weight.start;
	if (text.includes(` ${word}`)) return weight.word;
	return text.includes(word) ? weight.in : 0;
}

/** Lower case, no accents, everything else than letters and digits as single spaces. */
function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
