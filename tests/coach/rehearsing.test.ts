import { describe, expect, test } from 'vitest';
import { scoreAnswer, scorePoints } from '../../src/coach/answer';
import { rule } from '../../src/coach/correct';
import { joined } from '../../src/coach/dictated';
import { readingSeconds } from '../../src/coach/reading';
import { splitSentences } from '../../src/coach/sentences';
import { grow, type Correction } from '../../src/core/answer';

describe('what is heard', () => {
	test.each([
		['', 'it shifts', 'It shifts.'],
		['It shifts.', 'so it is slow', 'It shifts. So it is slow.'],
		['It shifts', 'every item', 'It shifts every item.'],
		['It shifts.\n', 'really?', 'It shifts.\nReally?'],
		['It shifts.', '  ', 'It shifts.'],
	])('after %j: %j', (text, heard, expected) => {
		expect(joined(text, heard)).toBe(expected);
	});
});

describe('time to read', () => {
	test.each([
		['Why?', 10],
		['word '.repeat(20), 10],
		['word '.repeat(21), 15],
		['word '.repeat(60), 20],
	])('%j', (question, seconds) => {
		expect(readingSeconds(question)).toBe(seconds);
	});
});

describe('growth', () => {
	test('is kept by the half second, first and last exactly', () => {
		const typed = Array.from({ length: 100 }, (_, index) => ({
			at: index * 50,
			length: index + 1,
		}));
		const growth = typed.reduce<typeof typed>((kept, { at, length }) => grow(kept, at, length), []);
		expect(growth[0]).toEqual({ at: 0, length: 1 });
		expect(growth.at(-1)).toEqual({ at: 4950, length: 100 });
		expect(growth.length).toBeLessThanOrEqual(12);
		const gaps = growth.slice(1).map(({ at }, index) => at - (growth[index]?.at ?? 0));
		expect(Math.max(...gaps)).toBeLessThanOrEqual(1000);
	});

	test('keeps a silence as long as it was', () => {
		const growth = grow(grow(grow([], 100, 1), 200, 2), 9000, 3);
		expect(growth.map(({ at }) => at)).toEqual([100, 200, 9000]);
	});

	test('has nothing to say while the length stays', () => {
		const growth = [{ at: 5, length: 3 }];
		expect(grow(growth, 900, 3)).toBe(growth);
	});
});

describe('a ruling', () => {
	const point = { id: 'shift', says: 'It shifts', any: ['shifts items', 'moves items'] };
	const sentences = splitSentences('It shifts items. It moves items. Nothing else.');
	const other: Correction = { point: 'other', sentence: 'Nothing else.', earns: true };
	const earning = (corrections: Correction[]) =>
		scorePoints([point], sentences, corrections)[0]?.sentence;

	test('of one sentence, of none, and of what was found can follow each other', () => {
		const given = rule(point, { sentence: 2 }, sentences, [other]);
		expect(given).toEqual([other, { point: 'shift', sentence: 'Nothing else.', earns: true }]);
		expect(earning(given)).toBe(2);
		const none = rule(point, 'none', sentences, given);
		expect(none.filter(({ point }) => point === 'shift')).toHaveLength(2);
		expect(earning(none)).toBeNull();
		const found = rule(point, 'found', sentences, none);
		expect(found).toEqual([other]);
		expect(earning(found)).toBe(0);
	});

	test('of a sentence that is not there changes nothing', () => {
		expect(rule(point, { sentence: 9 }, sentences, [other])).toEqual([other]);
	});

	test('holds for the whole score', () => {
		const drill = { points: [point], seconds: 60 };
		const text = 'It shifts items.';
		const corrections = rule(point, 'none', splitSentences(text), []);
		expect(scoreAnswer(drill, { text, corrections }).overall).toBe(0);
	});
});
