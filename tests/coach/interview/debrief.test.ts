import { describe, expect, test } from 'vitest';
import { criteria, type Criterion } from '../../../src/core/session';
import { compare, debriefOf, resultOf } from '../../../src/coach/interview/debrief';
import type { Finding } from '../../../src/coach/interview/evidence';
import { Rehearsal, check, tested } from './rehearsal';
import { goodInterview, poorInterview } from './whole';

const good = goodInterview().course(3600);
const poor = poorInterview().course(3600);
const nothing = new Rehearsal('real').course(3600);

const marks = (course: typeof good) =>
	Object.fromEntries(
		debriefOf(course).scores.map((score) => [score.criterion, score.marks]),
	) as Record<Criterion, number>;
const findings = (course: typeof good, criterion: Criterion): Finding[] =>
	debriefOf(course).scores.find((score) => score.criterion === criterion)?.findings ?? [];
const quotes = (course: typeof good, criterion: Criterion) =>
	findings(course, criterion).flatMap((finding) => finding.quotes);

describe('the rubric', () => {
	test('has seven criteria, each with its formula', () => {
		const { scores } = debriefOf(good);
		expect(scores.map(({ criterion }) => criterion)).toEqual([...criteria]);
		for (const { formula, findings: found } of scores) {
			for (const { says, of } of found) expect(formula).toContain(`${of} for “${says}”`);
		}
	});

	test.each([
		['good', good],
		['poor', poor],
		['empty', nothing],
	])('quotes evidence for every finding of a %s interview', (_name, course) => {
		for (const { findings: found, marks: sum } of debriefOf(course).scores) {
			expect(found.reduce((total, { of }) => total + of, 0)).toBe(10);
			expect(sum).toBeGreaterThanOrEqual(0);
			expect(sum).toBeLessThanOrEqual(10);
			for (const { quotes: list, says } of found) {
				expect(list, says).not.toEqual([]);
				for (const { text } of list) expect(text.trim(), says).not.toBe('');
			}
		}
	});

	test('gives a good interview good marks in all, a poor one poor marks, none nearly none', () => {
		for (const criterion of criteria) {
			expect(marks(good)[criterion], criterion).toBeGreaterThanOrEqual(7);
			expect(marks(poor)[criterion], criterion).toBeLessThan(marks(good)[criterion]);
			expect(marks(nothing)[criterion], criterion).toBeLessThanOrEqual(3);
		}
		expect(debriefOf(poor).overall).toBeLessThan(4.5);
		expect(debriefOf(nothing).overall).toBeLessThan(1);
	});

	test('quotes sentences that were said, lines of the program and of the report', () => {
		expect(quotes(good, 'problem-solving')).toContainEqual({
			from: 'asked',
			text: 'Can the same number come twice?',
			at: 120_000,
			line: null,
		});
		expect(quotes(good, 'testing')).toContainEqual({
			from: 'code',
			text: 'assert total([1, 1, 2]) == 3',
			at: null,
			line: 12,
		});
		expect(quotes(good, 'cost-awareness')).toContainEqual({
			from: 'report',
			text: 'The work grows like n.',
			at: 450_000,
			line: null,
		});
		expect(quotes(poor, 'correctness').map(({ text }) => text)).toContain(
			'Does not hold: Title of Cost.test_growth. It gave 3 instead of 4.',
		);
		expect(quotes(poor, 'code-quality').map(({ text }) => text)).toEqual(
			expect.arrayContaining(['q = []', 'print(q)', 'except:']),
		);
	});

	test('says of a missing thing where it was missed', () => {
		expect(quotes(poor, 'problem-solving').map(({ text }) => text)).toContain(
			'1:55–2:00: no question was asked.',
		);
	});

	test('counts what is measured, test by test', () => {
		const half = new Rehearsal('study')
			.next(1)
			.next(2)
			.at(
				9,
				check(tested('a', 'pass'), tested('b', 'fail'), tested('c', 'pass'), tested('d', 'fail')),
			)
			.course(10);
		expect(findings(half, 'correctness')[0]).toMatchObject({ of: 6, earned: 3 });
	});
});

describe('the three habits', () => {
	const caught = (course: typeof good) =>
		debriefOf(course)
			.habits.filter((habit) => habit.caught)
			.map((habit) => [habit.name, habit.quote.text]);

	test('are caught by name, with the sentence that set them off', () => {
		const names = caught(poor).map(([name]) => name);
		expect(names).toEqual(['textbook', 'no-example', 'no-cost']);
		expect(caught(poor)[0]?.[1]).toBe(
			'A test is a function that checks whether a program is correct.',
		);
	});

	test('are not found in answers from practice', () => {
		expect(caught(good)).toEqual([]);
	});
});

describe('what every interview should bring', () => {
	test('is found with its sentence', () => {
		expect(debriefOf(good).brought.map(({ found, quote }) => [found, quote.text])).toEqual([
			[true, 'I cut our nightly run from 40 minutes to 6.'],
			[true, 'Since then I rehearse each one on a copy of production.'],
			[true, 'Can the same number come twice? — Yes, and it counts once.'],
		]);
	});

	test('is missed in a poor one', () => {
		expect(debriefOf(poor).brought.map(({ found }) => found)).toEqual([false, false, false]);
	});
});

describe('the next steps', () => {
	test.each([
		['good', good],
		['poor', poor],
		['empty', nothing],
	])('are three different ones after a %s interview', (_name, course) => {
		const { steps } = debriefOf(course);
		expect(new Set(steps.map(({ goal }) => JSON.stringify(goal))).size).toBe(3);
	});

	test('begin with what the last check showed', () => {
		expect(debriefOf(poor).steps[0]?.goal).toEqual({
			kind: 'aspect',
			slug: 'lru-cache',
			aspect: 'growth',
		});
	});
});

describe('the result that is kept', () => {
	test('is there once the interview is over', () => {
		expect(resultOf(goodInterview().course(600))).toBeNull();
		expect(resultOf(good)).toEqual({ took: 700_000, how: 'finished', marks: marks(good) });
	});

	test('can be held against an earlier one', () => {
		const earlier = { ...poor.session, result: resultOf(poor) };
		const change = compare(debriefOf(good).scores, earlier);
		expect(change).toHaveLength(7);
		for (const { change: better } of change) expect(better).toBeGreaterThan(0);
	});
});
