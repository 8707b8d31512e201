import type { Exercise } from '../core/challenge';
import type { Enforced } from '../core/constraint';
import type { Aspect, Problem, Report, TestReport, Verdict } from '../core/report';
import { explain } from './ending';
import type { CheckOutcome } from './port';
import type { Ending, Job, JobEvent } from './protocol';

/** Does one job in a fresh interpreter; null when somebody stopped it. */
export type Perform = (job: Job, onEvent: (event: JobEvent) => void) => Promise<Ending | null>;

/** Seconds that Python gets beyond its own limit before its worker is ended from outside. */
export const HARD_LIMIT_GRACE = 2;
/** After so many dead interpreters in one check the remaining tests are not tried. */
const MOST_DEATHS = 4;

/** A test that has begun, as the harness announces it. */
type Begun = { id: string; title: string; aspect: Aspect };
type Progress = { start: Begun } | { end: TestReport };

/**
 * Checks a program. A test that kills its interpreter, or that nothing but ending the worker could
 * stop, fails alone: the tests after it go on in a fresh one.
 */
export async function check(
	perform: Perform,
	exercise: Exercise,
	code: string,
	onTest: (test: TestReport) => void = () => {},
	constraints: Enforced | null = null,
): Promise<CheckOutcome> {
	const { tests, solution, limits, files } = exercise;
	const done: TestReport[] = [];
	for (let deaths = 0; ; deaths++) {
		let begun: Begun | null = null;
		const skip = done.map((test) => test.id);
		const job: Job = {
			...{ kind: 'check', code, tests, solution, limits, skip },
			...(constraints && { constraints }),
			...(files && { files }),
		};
		const ending = await perform(job, (event) => {
			if (event.type === 'restart') {
				begun = null;
				done.length = skip.length;
			}
			if (event.type !== 'test') return;
			const progress = JSON.parse(event.json) as Progress;
			if ('start' in progress) begun = progress.start;
			else {
				begun = null;
				done.push(progress.end);
				onTest(progress.end);
			}
		});
		if (!ending) return { kind: 'stopped' };
		if (ending.type === 'result') {
			const last = JSON.parse(ending.json) as Report;
			// A test's outcome left Python when the test ended; what the program did later cannot change it.
			return { kind: 'report', report: done.length > 0 ? summarise(done) : last };
		}
		if (begun === null) return { kind: 'report', report: died(explain(ending), done) };
		const failed = killed(begun, explain(ending));
		done.push(failed);
		onTest(failed);
		if (deaths + 1 >= MOST_DEATHS) return { kind: 'report', report: summarise(done) };
	}
}

function killed(test: Begun, why: Problem): TestReport {
	return {
		...test,
		status: 'error',
		line: why.line,
		message: why.explanation,
		expected: null,
		actual: null,
		output: '',
		cost: 0,
		peakBytes: null,
		evidence: [],
		traceback: why.traceback,
	};
}

function died(why: Problem, tests: TestReport[]): Report {
	return { version: 1, status: 'error', message: why.explanation, problem: why, tests };
}

function summarise(tests: TestReport[]): Report {
	const status: Verdict = tests.every((test) => test.status === 'pass') ? 'pass' : 'fail';
	return { version: 1, status, message: null, problem: null, tests };
}
