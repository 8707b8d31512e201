import type { Course } from '../course';
import { finding, pointsFinding, quote, span, type Finding } from '../evidence';
import { testLine } from '../program';

/** Wrote a test of their own, ran the program, knows what could break it. */
export function testing(course: Course): Finding[] {
	const own = testLine(course.boxes.code, course.session.starter);
	const run = course.runs[0];
	return [
		finding(
			'Wrote a test or an assertion',
			4,
			own ? 1 : 0,
			own
				? [quote('code', own.text, null, own.line)]
				: [span(course, 'test', 'there is no assertion and no test in the program.')],
		),
		finding(
			'Ran the program before trusting it',
			2,
			run ? 1 : 0,
			run
				? [quote('run', run.outcome.said || `Ended: ${run.outcome.status}.`, run.at)]
				: [span(course, 'code', 'the program was never run.')],
		),
		pointsFinding(course, 'test', 'Names the cases that could break it', 4),
	];
}
