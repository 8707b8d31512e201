import { describe, expect, test } from 'vitest';
import { scoreApproach } from '../../src/coach/approach';

const good =
	'I keep a deque of at most size readings and a running sum. ' +
	'For example, with a window of 3 the fourth reading pushes the first one out. ' +
	'Each step costs O(1) amortised, and memory stays at the size of the window. ' +
	'The trade-off is that the sum drifts for floats, so I would sum again every 10 thousand rows.';

describe('an explanation of an approach', () => {
	test('earns its structure with an example, a trade-off, a number and a cost', () => {
		const score = scoreApproach(good);
		expect(score.has).toEqual(['example', 'tradeOff', 'number', 'cost']);
		expect(score.structure).toBe(1);
		expect(score.clarity.score).toBe(1);
	});

	test('earns nothing of it with plain words', () => {
		const score = scoreApproach('I will loop over the readings and then yield the result.');
		expect(score).toMatchObject({ has: [], structure: 0 });
	});

	test('is unclear when it hedges and fills', () => {
		const vague = 'So basically I would, um, kind of maybe just loop, you know, and sort of hope.';
		expect(scoreApproach(vague).clarity.score).toBeLessThan(0.7);
	});

	test('is nothing when nothing is said', () => {
		expect(scoreApproach('')).toMatchObject({ structure: 0, clarity: { score: 0, words: 0 } });
	});
});
