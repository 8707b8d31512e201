import { describe, expect, test } from 'vitest';
import { tally } from '../../src/core/attempt';
import {
	asksAnything,
	constraintTests,
	enforced,
	importedBy,
	isOver,
	ownTests,
	readModules,
	secondsLeft,
	settle,
	unconstrained,
	type Constraints,
} from '../../src/core/constraint';
import type { Report, TestReport, Verdict } from '../../src/core/report';

const all: Constraints = {
	timeBox: 20,
	memory: { times: 2 },
	cost: 1.5,
	imports: ['heapq'],
	explain: true,
};

describe('constraints', () => {
	test('ask for nothing until something is chosen', () => {
		expect(asksAnything(unconstrained)).toBe(false);
	});

	test.each(Object.keys(all) as (keyof Constraints)[])(
		'ask for something with %s alone',
		(name) => {
			expect(asksAnything({ ...unconstrained, [name]: all[name] })).toBe(true);
		},
	);

	test('forbid every import with an empty list', () => {
		expect(asksAnything({ ...unconstrained, imports: [] })).toBe(true);
		expect(enforced({ ...unconstrained, imports: [] })).toEqual({ imports: [] });
	});

	test('leave a check as it is where there is nothing for the judge', () => {
		expect(enforced({ ...unconstrained, timeBox: 20, explain: true })).toBeNull();
	});

	test('give the judge what it can see to', () => {
		expect(enforced(all)).toEqual({ imports: ['heapq'], cost: 1.5, memory: { times: 2 } });
	});

	test.each([
		[{ timeBox: 0 }, { timeBox: 1 }],
		[{ timeBox: 12.4 }, { timeBox: 12 }],
		[{ timeBox: Number.NaN }, { timeBox: 1 }],
		[{ timeBox: 10_000 }, { timeBox: 240 }],
		[{ cost: 0.5 }, { cost: 1.1 }],
		[{ memory: { times: 0 } }, { memory: { times: 1.1 } }],
		[{ memory: { bytes: 1 } }, { memory: { bytes: 1024 } }],
		[{ memory: { bytes: 65_536 } }, { memory: { bytes: 65_536 } }],
		[{ imports: ['re', 'not a name', 're', '../x'] }, { imports: ['re'] }],
	])('settle %j as %j', (wanted, settled) => {
		expect(settle({ ...all, ...wanted })).toEqual({ ...all, ...settled });
	});
});

describe('modules', () => {
	test('are read however they are separated', () => {
		expect(readModules(' heapq, collections.abc;re\nheapq  3d .x')).toEqual([
			'heapq',
			'collections.abc',
			're',
		]);
		expect(readModules('')).toEqual([]);
	});

	test('that a program imports are found in their order', () => {
		const code = [
			'from __future__ import annotations',
			'import asyncio, heapq as h  # both',
			'from collections.abc import Iterable',
			'def f():',
			'    import asyncio',
			'important = "import"',
		].join('\n');
		expect(importedBy(code)).toEqual(['asyncio', 'heapq', 'collections.abc']);
	});
});

describe('a time box', () => {
	const begun = Date.parse('2026-11-23T10:00:00Z');
	const circumstances = (seconds: number | null, timeBox: number | null) => ({
		constraints: { ...unconstrained, timeBox },
		seconds,
		explanation: null,
	});

	test('runs by the clock on the wall', () => {
		expect(secondsLeft(20, begun, begun + 90_000)).toBe(1110);
		expect(secondsLeft(1, begun, begun + 61_000)).toBe(-1);
	});

	test('is over past its last second', () => {
		expect(isOver(circumstances(1200, 20))).toBe(false);
		expect(isOver(circumstances(1200.1, 20))).toBe(true);
		expect(isOver(circumstances(null, 20))).toBe(false);
		expect(isOver(circumstances(9999, null))).toBe(false);
	});
});

describe('a report with constraints', () => {
	const entry = (id: string, status: Verdict): TestReport => ({
		...{ id, title: id, status, aspect: 'style', line: null, message: null, expected: null },
		...{ actual: null, output: '', cost: 0, peakBytes: null, evidence: [], traceback: null },
	});
	const report: Report = {
		...{ version: 1, status: 'fail', message: null, problem: null },
		tests: [entry('A.test_a', 'pass'), entry('constraint:imports', 'fail')],
	};

	test('tells them from the challenge’s own tests', () => {
		expect(ownTests(report).map(({ id }) => id)).toEqual(['A.test_a']);
		expect(constraintTests(report).map(({ id }) => id)).toEqual(['constraint:imports']);
	});

	test('does not count them among the tests', () => {
		expect(tally(report)).toEqual({ passed: 1, total: 1 });
	});
});
