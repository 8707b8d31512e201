import { expect, test } from 'vitest';
import { rateGuess } from '../../src/core/cost';

test.each([
	[15, 15, 'easy'],
	[10, 15, 'easy'],
	[40, 15, 'good'],
	[5, 15, 'good'],
	[100, 15, 'hard'],
	[1000, 15, 'again'],
	[1, 15, 'again'],
	[1, 0.86, 'easy'],
])('a guess of %d where %d was measured is “%s”', (said, measured, rating) => {
	expect(rateGuess(said, measured)).toBe(rating);
});
