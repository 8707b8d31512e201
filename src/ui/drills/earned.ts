import type { AnswerScore } from '../../coach/answer';

/** Numbers (from 1) of the key points that each sentence earns, by the sentence's index. */
export function earnedBy(score: Pick<AnswerScore, 'points'>): Map<number, number[]> {
	const earned = new Map<number, number[]>();
	for (const [index, { sentence }] of score.points.entries()) {
		if (sentence !== null) earned.set(sentence, [...(earned.get(sentence) ?? []), index + 1]);
	}
	return earned;
}
