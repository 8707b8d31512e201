import { describe, expect, test } from 'vitest';
import { gapOf, mergeAnswers, type Answer } from '../../src/core/answer';

const answer: Answer = {
	id: 'a',
	slug: 'queue',
	at: '2026-11-23T09:00:00.000Z',
	text: 'It shifts.',
	mode: 'typed',
	timing: null,
	sure: 0.8,
	corrections: [],
	followUps: [],
	score: {
		earned: [],
		coverage: 0.5,
		structure: 0.5,
		clarity: 1,
		speed: null,
		overall: 0.5,
		mistakes: [],
	},
	revision: 1,
};
const correction = { point: 'p', sentence: 'It shifts.', earns: true };

describe('how sure somebody was', () => {
	test('is held against how good it was', () => {
		expect(gapOf(answer)).toBeCloseTo(0.3, 10);
		expect(gapOf({ ...answer, sure: 0.2 })).toBeCloseTo(-0.3, 10);
		expect(gapOf({ ...answer, sure: null })).toBeNull();
	});
});

describe('two copies of an answer', () => {
	test('that are the same stay as they are', () => {
		expect(mergeAnswers(answer, { ...answer })).toBe(answer);
	});

	test('end in the later state', () => {
		const later = { ...answer, corrections: [correction], revision: 2 };
		expect(mergeAnswers(answer, later)).toBe(later);
		expect(mergeAnswers(later, answer)).toBe(later);
	});

	test('keep what only one of them has', () => {
		const followUp = { question: 'Why?', text: 'Because.' };
		const ours = { ...answer, corrections: [correction], revision: 2 };
		const other = { ...correction, point: 'q' };
		const theirs = {
			...answer,
			corrections: [{ ...correction, earns: false }, other],
			followUps: [followUp],
			revision: 2,
		};
		expect(mergeAnswers(ours, theirs)).toEqual({
			...ours,
			corrections: [other, correction],
			followUps: [followUp],
			revision: 3,
		});
	});
});
