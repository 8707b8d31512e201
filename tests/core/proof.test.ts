import { describe, expect, test } from 'vitest';
import {
	exampleExercise,
	gapsOf,
	provenText,
	slugFor,
	blankExercise,
} from '../../src/core/authored';
import { judgeSolution, judgeStarter, judgeWrong, killRate, passes } from '../../src/core/proof';
import type { Report, TestReport, Verdict } from '../../src/core/report';

function entry(id: string, status: Verdict): TestReport {
	return {
		id,
		title: id,
		status,
		aspect: 'correctness',
		line: null,
		message: status === 'pass' ? null : 'Expected 1, got 2.',
		expected: null,
		actual: null,
		output: '',
		cost: 0,
		peakBytes: null,
		evidence: [],
		traceback: null,
	};
}

function report(verdicts: Record<string, Verdict>): Report {
	const tests = Object.entries(verdicts).map(([id, status]) => entry(id, status));
	const status = tests.every((test) => test.status === 'pass') ? 'pass' : 'fail';
	return { version: 1, status, message: null, problem: null, tests };
}
const broken: Report = {
	version: 1,
	status: 'error',
	message: 'Line 1 cannot be read.',
	problem: null,
	tests: [],
};

describe('the content check', () => {
	test('wants a solution that passes', () => {
		expect(judgeSolution(report({ 'A.test_a': 'pass', 'A.test_b': 'pass' }))).toMatchObject({
			good: true,
			text: 'The solution passes all 2 tests.',
		});
		expect(judgeSolution(report({ 'A.test_a': 'pass', 'A.test_b': 'fail' })).text).toContain(
			'it fails A.test_b: Expected 1, got 2.',
		);
		expect(judgeSolution(broken).text).toContain('Line 1 cannot be read.');
	});

	test('wants a starter that starts and fails', () => {
		expect(judgeStarter(report({ 'A.test_a': 'fail' })).good).toBe(true);
		expect(judgeStarter(report({ 'A.test_a': 'pass' })).good).toBe(false);
		expect(judgeStarter(broken).text).toContain('import cleanly');
	});

	test('wants each wrong solution caught by the test that it names', () => {
		const verdicts = report({ 'A.test_a': 'pass', 'A.test_b': 'fail' });
		expect(judgeWrong('w', 'A.test_b', verdicts).good).toBe(true);
		expect(judgeWrong('w', 'A.test_a', verdicts)).toMatchObject({ good: false });
		expect(judgeWrong('w', 'A.test_a', verdicts).text).toContain('It fails A.test_b instead');
		expect(judgeWrong('w', 'A.test_c', verdicts).text).toContain('no test called A.test_c');
		expect(judgeWrong('w', 'A.test_a', report({ 'A.test_a': 'pass' })).text).toContain(
			'passes every test',
		);
		expect(judgeWrong('w', 'A.test_a', broken).good).toBe(false);
	});

	test('counts the mutants that were noticed', () => {
		expect(killRate({ total: 10, alive: ['1:0 x'] })).toBe(0.9);
		expect(killRate({ total: 0, alive: [] })).toBe(1);
		expect(
			passes({ findings: [judgeStarter(report({ 'A.a': 'fail' })), judgeSolution(broken)] }),
		).toBe(false);
	});
});

describe('an exercise that is being written', () => {
	test('says what is missing', () => {
		expect(gapsOf(exampleExercise('local-x'))).toEqual([]);
		expect(gapsOf(blankExercise('local-x')).map(({ field }) => field)).toEqual([
			'title',
			'prompt',
			'starter',
			'solution',
			'tests',
			'wrong',
		]);
		const wrong = [{ name: 'w', code: ' ', caughtBy: null }];
		expect(gapsOf({ ...exampleExercise('local-x'), wrong })).toHaveLength(2);
	});

	test('is to be checked again after a change of what is judged, and only then', () => {
		const exercise = exampleExercise('local-x');
		expect(provenText({ ...exercise, prompt: 'Other words' })).toBe(provenText(exercise));
		expect(provenText({ ...exercise, tests: `${exercise.tests}\n` })).not.toBe(
			provenText(exercise),
		);
		expect(provenText({ ...exercise, wrong: [] })).not.toBe(provenText(exercise));
	});

	test('gets a key out of its title', () => {
		expect(slugFor('Café: first & last!', 'k3')).toBe('local-cafe-first-last-k3');
		expect(slugFor('試験', 'k3')).toBe('local-k3');
	});
});
