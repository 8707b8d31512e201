import { describe, expect, test } from 'vitest';
import { detectors, findMistakes } from '../../src/coach/mistakes';
import { isExample, isExperience, isFigure, isTradeOff } from '../../src/coach/signals';
import { mistakeNames } from '../../src/core/drill';

const strong =
	'A deque, because popping a list from the front moves every other item. In our import job the queue held 200,000 rows, and 40 seconds of each run went into pop. With popleft it was under one. The price is that indexing the middle takes linear time, so I keep a list where I index.';

const named = (text: string, costMatters = true) =>
	findMistakes(text, { costMatters }).map(({ name }) => name);

describe('the detectors', () => {
	test('leave a good answer alone', () => {
		expect(findMistakes(strong, { costMatters: true })).toEqual([]);
	});

	test('have nothing to say about nothing', () => {
		expect(findMistakes('  ', { costMatters: true })).toEqual([]);
	});

	test.each([
		[
			'textbook',
			'A generator is a function that uses the yield keyword. It allows you to iterate over values.',
			'A generator is a function that uses the yield keyword.',
		],
		['no-example', 'You should always use a deque here.', 'You should always use a deque here.'],
		['no-cost', 'We had lists in our service. It is fast.', 'It is fast.'],
		['no-trade-off', 'We moved it to Redis. Just use Redis.', 'Just use Redis.'],
		[
			'hedging',
			'It is slow. I think maybe it copies, probably.',
			'I think maybe it copies, probably.',
		],
		[
			'rambling',
			`Fine. It ${'goes and then it '.repeat(12)}stops.`,
			`It ${'goes and then it '.repeat(12)}stops.`,
		],
		[
			'rambling',
			'It is slow. So basically, um, you know, it is kind of bad.',
			'So basically, um, you know, it is kind of bad.',
		],
	])('find %s and quote the sentence', (name, text, sentence) => {
		const found = findMistakes(text, { costMatters: true }).find((one) => one.name === name);
		expect(found).toMatchObject({ name, sentence });
		expect(found?.why).toMatch(/\.$/);
	});

	test('ask for cost and trade-off only where they belong', () => {
		expect(named('We had lists in our service.', false)).toEqual(['no-trade-off']);
		expect(findMistakes('We had lists in our service.', { tradeOffMatters: false })).toEqual([]);
	});

	test('do not take one hedge in a long answer for hedging', () => {
		expect(named(`I think ${strong}`)).not.toContain('hedging');
	});

	test('all say what they look for', () => {
		expect(Object.keys(detectors).sort()).toEqual([...mistakeNames].sort());
	});
});

describe('signals', () => {
	test.each([
		['We moved the nightly import to a pool.', true],
		['I once debugged a service that leaked sockets.', true],
		['In production it stalled.', true],
		['Our API answers in 20 ms.', true],
		['We need to embed it.', false],
		['You use yield to return a value.', false],
		['They were introduced in Python 3.', false],
	])('experience in %j: %s', (sentence, expected) => {
		expect(isExperience(sentence)).toBe(expected);
	});

	test.each([
		['For example, a log of requests.', true],
		['Imagine a log of requests.', true],
		['Say you have two workers.', true],
		['It is a function.', false],
	])('an example in %j: %s', (sentence, expected) => {
		expect(isExample(sentence)).toBe(expected);
	});

	test.each([
		['The price is memory.', true],
		['That costs more memory but saves time.', true],
		['It is quicker, but it needs more memory.', true],
		['I would not use threads for that.', true],
		['Unless the list is short, use a set.', true],
		['Of course the set occupies more RAM than the list did.', true],
		['It’s slower than float, so for reporting I would keep floats.', true],
		['The index makes inserts somewhat slower.', true],
		['It does mean data may be late.', true],
		['If the report gets really big I’d rather write to a file directly.', true],
		['It’s different for appointments in the future.', true],
		['It is a function, but a small one.', false],
		['Lists are ordered.', false],
	])('a trade-off in %j: %s', (sentence, expected) => {
		expect(isTradeOff(sentence)).toBe(expected);
	});

	test.each([
		['It took 40 ms.', true],
		['It fell from 12 to 3.', true],
		['80% of the time went there.', true],
		['3x faster than before', true],
		['We had forty thousand rows.', true],
		['It took ten minutes.', true],
		['It halved.', true],
		['Call pop(0) on it.', false],
		['That is O(1).', false],
		['Since Python 3.12 it works in utf-8.', false],
		['There are two reasons.', false],
	])('a figure in %j: %s', (sentence, expected) => {
		expect(isFigure(sentence)).toBe(expected);
	});
});
