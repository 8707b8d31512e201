import type { Exercise } from '../core/challenge';
import type { Measured } from '../core/cost';
import type { Report } from '../core/report';
import measure from './measure.py?raw';

/** A question at one size as an exercise for the judge; its program is the question's own code. */
export function costExercise(n: number): Exercise {
	const limits = { seconds: 10, cost: 2_000_000_000 };
	return { tests: `N = ${n}\n${measure}`, solution: '', limits };
}

/** What the judge measured; null when it could not. */
export function measuredIn(report: Report, n: number): Measured | null {
	const evidence = report.tests
		.flatMap((test) => test.evidence)
		.find(({ kind }) => kind === 'cost');
	if (report.status !== 'pass' || evidence?.kind !== 'cost') return null;
	return { n, ratio: evidence.ratio, this: evidence.cost, that: evidence.reference };
}
