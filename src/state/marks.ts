import type { Mark } from '../editor/marks';
import type { Trial } from './trial.svelte';

/** The learner's lines that the last run or check points at; the first failing test first. */
export function marksOf({ activity, latest, checkResult, runEnd }: Trial): readonly Mark[] {
	if (activity.kind !== 'idle') return [];
	if (latest === 'run' && runEnd?.kind === 'result') {
		const { problem } = runEnd.result;
		return problem?.line ? [{ line: problem.line, note: `${problem.type}: ${problem.text}` }] : [];
	}
	if (latest !== 'check' || checkResult?.kind !== 'report' || checkResult.earlier) return [];
	const { problem, tests } = checkResult.report;
	if (problem?.line) return [{ line: problem.line, note: `${problem.type}: ${problem.text}` }];
	const first = tests.find((test) => test.status !== 'pass' && test.line !== null);
	return first?.line ? [{ line: first.line, note: first.title }] : [];
}
