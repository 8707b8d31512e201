import type { Rating } from '../core/card';

/** From which score on, from 0 to 1, an answer shows that its drill is known, and how well. */
const least = { hard: 0.5, good: 0.7, easy: 0.9 } as const;

const percent = (part: number) => `${Math.round(part * 100)} %`;

/** When a drill comes back, in words. */
export const dueRule = `An answer below ${percent(least.hard)} counts as forgotten, and its drill is due the next day. From there on it is hard, from ${percent(least.good)} good, from ${percent(least.easy)} easy; each time it is known it stays away longer.`;

/** An answer's rating by its score. */
export function rateScore(score: number): Rating {
	if (score < least.hard) return 'again';
	if (score < least.good) return 'hard';
	return score < least.easy ? 'good' : 'easy';
}
