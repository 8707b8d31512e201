import { describe, expect, test } from 'vitest';
import { unconstrained } from '../../src/core/constraint';
import type { Report, Verdict } from '../../src/core/report';
import {
	afterCheck,
	agree,
	beginAnew,
	circumstances,
	isLocked,
	mergeTerms,
	type Terms,
} from '../../src/core/terms';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute));
const boxed = { ...unconstrained, timeBox: 20 };
const explained = { ...unconstrained, explain: true };
const report = (status: Verdict): { report: Report } => ({
	report: { version: 1, status, message: null, problem: null, tests: [] },
});

describe('terms', () => {
	test('begin their time box when they are agreed on', () => {
		const terms = agree(null, 'lru-cache', boxed, at(0));
		expect(terms).toMatchObject({ begun: at(0).toISOString(), ended: null, explained: null });
		expect(agree(null, 'lru-cache', explained, at(0)).begun).toBeNull();
	});

	test('keep a clock that runs when something else changes', () => {
		const terms = agree(null, 'lru-cache', boxed, at(0));
		const more = agree(terms, 'lru-cache', { ...boxed, imports: [] }, at(5));
		expect(more.begun).toBe(at(0).toISOString());
		expect(agree(more, 'lru-cache', { ...boxed, timeBox: 30 }, at(6)).begun).toBe(
			at(6).toISOString(),
		);
	});

	test('lock the editor until the approach is explained', () => {
		const terms = agree(null, 'lru-cache', explained, at(0));
		expect(isLocked(terms)).toBe(true);
		expect(isLocked({ ...terms, explained: at(1).toISOString() })).toBe(false);
		expect(isLocked(agree(null, 'lru-cache', boxed, at(0)))).toBe(false);
		expect(isLocked(null)).toBe(false);
	});

	test('ask for an explanation when that is chosen anew', () => {
		const said: Terms = { ...agree(null, 'a', explained, at(0)), explained: at(1).toISOString() };
		expect(isLocked(agree(said, 'a', { ...explained, cost: 2 }, at(2)))).toBe(false);
		const without = agree(said, 'a', boxed, at(3));
		expect(isLocked(agree(without, 'a', explained, at(4)))).toBe(true);
	});

	test('begin anew with a full time box and nothing explained', () => {
		const terms = { ...agree(null, 'a', { ...boxed, explain: true }, at(0)), explanation: 'so' };
		const anew = beginAnew({ ...terms, ended: at(4).toISOString() }, at(9));
		expect(anew).toMatchObject({ begun: at(9).toISOString(), ended: null, explanation: '' });
		expect(isLocked(anew)).toBe(true);
	});
});

describe('an attempt under terms', () => {
	test('has no circumstances without constraints', () => {
		expect(circumstances(null, at(0))).toBeUndefined();
		expect(circumstances(agree(null, 'a', unconstrained, at(0)), at(1))).toBeUndefined();
	});

	test('knows how long it took', () => {
		const terms = agree(null, 'a', boxed, at(0));
		expect(circumstances(terms, at(7))).toEqual({
			constraints: boxed,
			seconds: 420,
			explanation: null,
		});
	});

	test('that passes stops the clock, once', () => {
		const terms = agree(null, 'a', boxed, at(0));
		expect(afterCheck(terms, report('fail'), at(3))).toBe(terms);
		const done = afterCheck(terms, report('pass'), at(4));
		expect(circumstances(done, at(50))?.seconds).toBe(240);
		expect(afterCheck(done, report('pass'), at(60))).toBe(done);
	});

	test('carries the explanation that was given', () => {
		const terms = { ...agree(null, 'a', explained, at(0)), explanation: ' A heap. ' };
		expect(circumstances(terms, at(1))?.explanation).toBeNull();
		expect(circumstances({ ...terms, explained: 'x' }, at(1))?.explanation).toBe('A heap.');
	});
});

describe('terms of two devices', () => {
	test('are the newer ones, with whatever was explained', () => {
		const older = { ...agree(null, 'a', explained, at(0)), explanation: 'A heap.' };
		const newer = agree(null, 'a', boxed, at(5));
		const joined = { ...newer, explanation: 'A heap.' };
		expect(mergeTerms(older, newer)).toEqual(joined);
		expect(mergeTerms(newer, older)).toEqual(joined);
	});
});
