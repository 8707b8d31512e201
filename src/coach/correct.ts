import type { Correction } from '../core/answer';
import type { KeyPoint } from '../core/drill';
import { scorePoints } from './answer';
import type { Sentence } from './sentences';

/** What somebody says of a point: this sentence earns it, none does, or it is as it was found. */
export type Ruling = { sentence: number } | 'none' | 'found';

/** The corrections that make a ruling hold; those of other points stay. */
export function rule(
	point: KeyPoint,
	ruling: Ruling,
	sentences: readonly Sentence[],
	corrections: readonly Correction[],
): Correction[] {
	const others = corrections.filter((correction) => correction.point !== point.id);
	if (ruling === 'found') return others;
	if (ruling !== 'none') {
		const sentence = sentences[ruling.sentence]?.text;
		return sentence === undefined
			? others
			: [...others, { point: point.id, sentence, earns: true }];
	}
	const refused: Correction[] = [];
	for (;;) {
		const [score] = scorePoints([point], sentences, refused);
		const sentence = sentences[score?.sentence ?? -1]?.text;
		if (sentence === undefined) return [...others, ...refused];
		refused.push({ point: point.id, sentence, earns: false });
	}
}
