import { scoreOf, type Row } from '../row';

/** What Gradescope's harness reads from `results.json`: a point a test. */
export function gradescope(row: Row) {
	const { report, attempt } = row;
	const { passed, total } = scoreOf(report);
	const notes = [
		report.message,
		...(attempt?.differs ?? []).map((each) => `Differs from the claim: ${each}.`),
	];
	return {
		score: passed,
		max_score: total,
		output: notes.filter(Boolean).join('\n'),
		output_format: 'text',
		visibility: 'visible',
		stdout_visibility: 'hidden',
		tests: report.tests.map((test, at) => ({
			name: test.title,
			number: String(at + 1),
			score: test.status === 'pass' ? 1 : 0,
			max_score: 1,
			status: test.status === 'pass' ? 'passed' : 'failed',
			output: test.message ?? '',
			output_format: 'text',
			tags: [test.aspect],
			visibility: 'visible',
		})),
	};
}
