import { tally } from '../core/attempt';
import { constraintTests, ownTests, type Circumstances } from '../core/constraint';
import type { Report, TestReport } from '../core/report';
import type { Trial } from '../state/trial.svelte';

/** What the region of results shows. */
export type Outcome =
	| { kind: 'idle' }
	| { kind: 'checking'; since: number; loading: boolean }
	| { kind: 'stopped' }
	| { kind: 'lost' }
	| { kind: 'done'; report: Report; under: Circumstances | undefined };

/** The present state of a trial's check. */
export function outcomeOf(trial: Trial): Outcome {
	const { activity, checkResult } = trial;
	if (activity.kind === 'check') {
		return { kind: 'checking', since: activity.since, loading: trial.loading };
	}
	if (!checkResult) return { kind: 'idle' };
	return checkResult.kind === 'report'
		? { kind: 'done', report: checkResult.report, under: checkResult.under }
		: { kind: checkResult.kind };
}

/** Failing tests first, each group in its own order. */
export function firstFailingFirst(tests: readonly TestReport[]): TestReport[] {
	const failing = tests.filter((test) => test.status !== 'pass');
	return [...failing, ...tests.filter((test) => test.status === 'pass')];
}

/** One sentence for a screen reader; empty while there is nothing to tell. */
export function announce(outcome: Outcome): string {
	switch (outcome.kind) {
		case 'idle':
			return '';
		case 'checking':
			return 'Checking.';
		case 'stopped':
			return 'Stopped.';
		case 'lost':
			return 'Error. Python could not start.';
		case 'done':
			return tell(outcome.report);
	}
}

/** How many of the tests hold, and how many of the constraints, where there are any. */
export function holding(report: Report): string {
	const { passed, total } = tally(report);
	const all = passed === total && ownTests(report).length > 0;
	const tests = all ? `All ${total} hold` : `${passed} of ${total} hold`;
	const limits = constraintTests(report);
	const kept = limits.filter((test) => test.status === 'pass').length;
	if (limits.length === 0) return `${tests}.`;
	const constraints = `${kept} of ${limits.length} ${limits.length === 1 ? 'constraint' : 'constraints'}`;
	if (kept < limits.length) return `${tests}, and ${constraints}.`;
	return `${tests}, and ${limits.length === 1 ? 'the constraint' : `all ${kept} constraints`}.`;
}

function tell(report: Report): string {
	switch (report.status) {
		case 'pass':
			return `Passed. ${holding(report)}`;
		case 'fail': {
			const first = report.tests.find((test) => test.status !== 'pass');
			return `Failed. ${holding(report)} The first that does not: ${first?.title ?? ''}.`;
		}
		case 'error':
			return `Error. ${report.problem?.explanation ?? report.message ?? 'No test could run.'}`;
	}
}
