import { describe, expect, test } from 'vitest';
import { byTime, makeAttempt, tally, unaided } from '../../src/core/attempt';
import { givenAway, type PracticeEvent } from '../../src/core/event';
import type { Report, TestReport, Verdict } from '../../src/core/report';

function testReport(status: Verdict): TestReport {
	return {
		id: 'Examples.test_one',
		title: 'One',
		status,
		aspect: 'correctness',
		line: null,
		message: null,
		expected: null,
		actual: null,
		output: '',
		cost: 10,
		peakBytes: null,
		evidence: [],
		traceback: null,
	};
}

function report(status: Verdict, tests: Verdict[]): Report {
	return { version: 1, status, message: null, problem: null, tests: tests.map(testReport) };
}

const facts = {
	id: 'i',
	slug: 'a',
	version: 1,
	code: 'x',
	report: report('pass', ['pass']),
	hintsShown: 0,
	debriefSeen: false,
	tabId: 't',
};
const now = new Date('2026-11-23T10:00:00Z');

describe('an attempt', () => {
	test('carries the instant it was made', () => {
		expect(makeAttempt(facts, now)).toEqual({ ...facts, at: '2026-11-23T10:00:00.000Z' });
	});

	test('counts the tests that passed', () => {
		expect(tally(report('fail', ['pass', 'fail', 'error', 'pass']))).toEqual({
			passed: 2,
			total: 4,
		});
		expect(tally(report('error', []))).toEqual({ passed: 0, total: 0 });
	});

	test.each([
		[true, {}],
		[false, { hintsShown: 1 }],
		[false, { debriefSeen: true }],
		[false, { report: report('fail', ['fail']) }],
	])('unaided is %s with %j', (expected, change) => {
		expect(unaided(makeAttempt({ ...facts, ...change }, now))).toBe(expected);
	});

	test('is ordered by its instant, whatever the time zone, then by id', () => {
		const list = [
			{ id: 'c', at: '2026-11-23T10:00:00.000Z' },
			{ id: 'b', at: '2026-11-23T10:00:00.000Z' },
			{ id: 'a', at: '2026-11-23T10:30:00+01:00' },
		];
		expect(list.sort(byTime).map((row) => row.id)).toEqual(['a', 'b', 'c']);
	});
});

describe('what was given away', () => {
	const event = { id: 'i', slug: 'a', version: 1, at: '2026-11-23T10:00:00.000Z' };

	test('is nothing at first', () => {
		const opened: PracticeEvent = { ...event, kind: 'opened' };
		expect(givenAway([opened])).toEqual({
			hintsShown: 0,
			debriefSeen: false,
			solutionSeen: false,
		});
	});

	test('is the furthest hint, counted once however often it was opened', () => {
		const hints = [1, 3, 2, 3].map((hint) => ({ ...event, kind: 'hint-shown', hint }) as const);
		expect(givenAway([...hints, { ...event, kind: 'debrief-shown' }])).toEqual({
			hintsShown: 3,
			debriefSeen: true,
			solutionSeen: false,
		});
		expect(givenAway([{ ...event, kind: 'solution-shown' }]).solutionSeen).toBe(true);
	});
});
