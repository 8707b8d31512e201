import { scoreOf, type Row } from '../row';

/**
 * What GitHub Classroom's reporter takes from a grader, before base64: a point a test. The keys are
 * the reporter's.
 */
export function classroom(row: Row) {
	const { report } = row;
	const { total } = scoreOf(report);
	return {
		version: 1,
		status: report.status,
		max_score: total,
		tests:
			report.tests.length > 0
				? report.tests.map((test) => ({
						name: test.title,
						status: test.status,
						score: test.status === 'pass' ? 1 : 0,
						message: test.message,
						test_code: test.id,
						filename: row.name,
						line_no: test.line ?? 0,
						duration: 0,
					}))
				: [
						{
							name: 'The program runs',
							status: report.status,
							score: 0,
							message: report.message,
							test_code: '',
							filename: row.name,
							line_no: report.problem?.line ?? 0,
							duration: 0,
						},
					],
	};
}
