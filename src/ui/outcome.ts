import { tally } from '../core/attempt';
import type { Report, TestReport } from '../core/report';
import type { Trial } from '../state/trial.svelte';

/** What the region of results shows. */
export type Outcome =
	| { kind: 'idle' }
	| { kind: 'checking'; since: number; loading: boolean }
	| { kind: 'stopped' }
	| { kind: 'lost' }
	| { kind: 'done'; report: Report };

/** The present state of a trial's check. */
export function outcomeOf(trial: Trial): Outcome {
	const { activity, checkResult } = trial;
	if (activity.kind === 'check') {
		return { kind: 'checking', since: activity.since, loading: trial.loading };
	}
	if (!checkResult) return { kind: 'idle' };
	return checkResult.kind === 'report'
		? { kind: 'done', report: checkResult.report }
		: { kind: checkResult.kind };
}

/** Failing tests first, each group in its own order. */
export function firstFailingFirst(tests: readonly TestReport[]): TestReport[] {
	return [
		...tests.filter((test) => test.status !== 'pass'),
		...tests.filter((test) => test.status === 'pass'),
	];
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

function tell(report: Report): string {
	const { passed, total } = tally(report);
	switch (report.status) {
		case 'pass':
			return `Passed. All ${total} hold.`;
		case 'fail': {
			const first = report.tests.find((test) => test.status !== 'pass');
			return `Failed. ${passed} of ${total} hold. The first that does not: ${first?.title ?? ''}.`;
		}
		case 'error':
			return `Error. ${report.problem?.explanation ?? report.message ?? 'No test could run.'}`;
	}
}
