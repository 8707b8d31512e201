import { describe, expect, test } from 'vitest';
import { contextOf, factsOf, scoreAnswer } from '../../src/coach/answer';
import { formulas, overallOf, weights } from '../../src/coach/formulas';

const drill = {
	seconds: 100,
	points: [
		{ id: 'shift', says: 'Every other item moves', any: ['shift every item', 'O(n) from front'] },
		{ id: 'deque', says: 'A deque pops from both ends', any: ['deque both ends', 'popleft'] },
		{ id: 'measure', says: 'It was measured', any: ['profiler showed', 'measured seconds'] },
	],
};
const text =
	'Popping from the front shifts every item, so it is linear. We had a queue of 200,000 jobs at work, and the profiler showed 40 seconds in pop. I moved it to a deque and called popleft. The price is that indexing the middle is slow.';

describe('an answer', () => {
	test('earns each point by the first sentence that says it', () => {
		const score = scoreAnswer(drill, { text });
		expect(score.points).toEqual([
			{ id: 'shift', sentence: 0, by: 'match', phrase: 'shift every item' },
			{ id: 'deque', sentence: 2, by: 'match', phrase: 'popleft' },
			{ id: 'measure', sentence: 1, by: 'match', phrase: 'profiler showed' },
		]);
		expect(score.coverage).toBe(1);
		expect(score.sentences).toHaveLength(4);
	});

	test('is built of four parts', () => {
		expect(scoreAnswer(drill, { text }).structure).toEqual({
			answerFirst: 0,
			example: 1,
			tradeOff: 3,
			number: 1,
			score: 1,
		});
	});

	test('that begins far off does not come first', () => {
		const late = `Good question. Lists are fun. ${text}`;
		expect(scoreAnswer(drill, { text: late }).structure).toMatchObject({
			answerFirst: null,
			score: 0.75,
		});
	});

	test.each([
		['', 0],
		['   \n', 0],
		['I like cooking. For example, 20 minutes of rice is a trade-off.', 0],
	])('%j scores nothing', (off, overall) => {
		expect(scoreAnswer(drill, { text: off })).toMatchObject({ coverage: 0, overall });
	});

	test('without a clock has no speed, and can still be whole', () => {
		const score = scoreAnswer(drill, { text });
		expect(score.speed).toBeNull();
		expect(score.overall).toBeCloseTo(1, 10);
	});

	test('to a drill without points is worth nothing rather than not a number', () => {
		expect(scoreAnswer({ points: [], seconds: 60 }, { text })).toMatchObject({
			coverage: 0,
			overall: 0,
		});
	});
});

describe('a correction', () => {
	const [first = '', second = ''] = scoreAnswer(drill, { text }).sentences.map((s) => s.text);

	test('gives a point to a sentence', () => {
		const score = scoreAnswer(drill, {
			text: first,
			corrections: [{ point: 'deque', sentence: first, earns: true }],
		});
		expect(score.points[1]).toEqual({ id: 'deque', sentence: 0, by: 'hand', phrase: null });
		expect(score.coverage).toBeCloseTo(2 / 3);
	});

	test('takes a point from a sentence, and the next that says it gets it', () => {
		const refused = [{ point: 'shift', sentence: first, earns: false }];
		const score = scoreAnswer(drill, { text, corrections: refused });
		expect(score.points[0]).toEqual({ id: 'shift', sentence: null, by: 'hand', phrase: null });
		const again = scoreAnswer(drill, {
			text: `${text} So O(n) from the front.`,
			corrections: refused,
		});
		expect(again.points[0]).toMatchObject({ sentence: 4, by: 'match', phrase: 'O(n) from front' });
	});

	test('can be taken back by a later one', () => {
		const score = scoreAnswer(drill, {
			text,
			corrections: [
				{ point: 'measure', sentence: second, earns: false },
				{ point: 'measure', sentence: second, earns: true },
			],
		});
		expect(score.points[2]).toMatchObject({ sentence: 1, by: 'hand' });
	});

	test('of another point or text changes nothing', () => {
		const corrections = [
			{ point: 'other', sentence: first, earns: true },
			{ point: 'shift', sentence: 'Not said.', earns: false },
		];
		expect(scoreAnswer(drill, { text, corrections })).toEqual(scoreAnswer(drill, { text }));
	});
});

describe('speed', () => {
	const steady = (end: number) => ({
		growth: Array.from({ length: text.length }, (_, index) => ({
			at: Math.round((end * (index + 1)) / text.length),
			length: index + 1,
		})),
		end,
	});

	test('is read off the growth of the text', () => {
		const speed = scoreAnswer(drill, { text, timing: steady(60_000) }).speed;
		expect(speed?.firstSentence).toBeCloseTo((60 * 58) / text.length, 0);
		expect(speed?.firstPoint).toBe(speed?.firstSentence);
		expect(speed?.total).toBe(60);
		expect(speed?.wordsPerMinute).toBeCloseTo(46.2, 1);
		expect(speed).toMatchObject({ pauses: 0, score: 1 });
	});

	test('falls past the limit and with a late start', () => {
		const late = steady(60_000);
		const growth = late.growth.map(({ at, length }) => ({ at: at + 90_000, length }));
		const speed = scoreAnswer(drill, { text, timing: { growth, end: 150_000 } }).speed;
		expect(speed?.score).toBe(0);
	});

	test('counts silences after the first word', () => {
		const growth = [
			{ at: 20_000, length: 10 },
			{ at: 21_000, length: 30 },
			{ at: 29_000, length: text.length },
		];
		const speed = scoreAnswer(drill, { text, timing: { growth, end: 30_000 } }).speed;
		expect(speed).toMatchObject({ pauses: 1, longestPause: 8, firstSentence: 29 });
	});

	test('knows no pace for a text that came in one piece', () => {
		const timing = { growth: [{ at: 4000, length: text.length }], end: 5000 };
		expect(scoreAnswer(drill, { text, timing }).speed?.wordsPerMinute).toBeNull();
	});
});

describe('clarity', () => {
	test('marks fillers and hedges where they stand', () => {
		const padded = 'Basically, I think it is, um, slow. Maybe it’s kind of fine.';
		const { fillers, hedges } = scoreAnswer(drill, { text: padded }).clarity;
		expect(fillers.map((span) => padded.slice(span.start, span.end))).toEqual([
			'Basically',
			'um',
			'kind of',
		]);
		expect(hedges.map(({ text }) => text)).toEqual(['I think', 'Maybe']);
	});

	test('falls with long sentences', () => {
		const long = `${'word '.repeat(40)}end.`;
		const { clarity } = scoreAnswer(drill, { text: long });
		expect(clarity).toMatchObject({ words: 41, long: [0] });
		expect(clarity.score).toBeCloseTo(2 / 3);
	});
});

describe('the whole', () => {
	test('weighs its parts to one, and says how', () => {
		const { coverage, structure, clarity, speed } = weights;
		expect(coverage + structure + clarity + speed).toBeCloseTo(1, 10);
		const best = { coverage: 1, structure: 1, clarity: 1 };
		expect(overallOf({ ...best, speed: 1 })).toBeCloseTo(1, 10);
		expect(overallOf({ ...best, speed: null })).toBeCloseTo(1, 10);
		expect(overallOf({ ...best, coverage: 0, speed: 1 })).toBe(0);
		expect(overallOf({ coverage: 1, structure: 0, clarity: 0, speed: 0 })).toBeCloseTo(0.6, 10);
		expect(formulas.overall).toContain('60 %');
	});

	test('is kept as facts', () => {
		expect(factsOf(drill, text, scoreAnswer(drill, { text }))).toEqual({
			earned: ['shift', 'deque', 'measure'],
			coverage: 1,
			structure: 1,
			clarity: 1,
			speed: null,
			overall: expect.closeTo(1, 10) as number,
			mistakes: [],
		});
	});

	test('minds cost where a key point does', () => {
		const plain = [{ id: 'a', says: 'A deque pops from both ends', any: [] }];
		expect(contextOf({ points: plain }).costMatters).toBe(false);
		const points = [{ id: 'a', says: 'Each pop costs O(n)', any: [] }];
		expect(contextOf({ points }).costMatters).toBe(true);
	});
});
