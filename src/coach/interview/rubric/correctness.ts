import { tally } from '../../../core/attempt';
import type { Course } from '../course';
import { finding, lineOf, quote, span, type Finding, type Quote } from '../evidence';

/** What the last check says, and what was made of the checks before it. */
export function correctness(course: Course): Finding[] {
	const last = course.checks.at(-1);
	if (!last) {
		const none = [span(course, 'code', 'the program was never checked.')];
		return [
			finding('Tests that hold in the last check', 6, 0, none),
			finding('Everything holds in the end', 2, 0, none),
			finding('Made progress from one check to the next', 2, 0, none),
		];
	}
	const { passed, total } = tally(last.report);
	const failing = last.report.tests.filter(({ status }) => status !== 'pass');
	const summary = quote('report', summarise(passed, total, last.report.message), last.at);
	const first = course.checks[0] ?? last;
	const best = Math.max(...course.checks.map(({ report }) => tally(report).passed));
	const better = first.report.status === 'pass' || best > tally(first.report).passed;
	const way: Quote[] = course.checks
		.slice(0, 4)
		.map(({ report, at }) => quote('report', summarise(...counts(report), report.message), at));
	return [
		finding('Tests that hold in the last check', 6, total > 0 ? passed / total : 0, [
			summary,
			...failing.slice(0, 3).map((test) => quote('report', lineOf(test), last.at, test.line)),
		]),
		finding('Everything holds in the end', 2, last.report.status === 'pass' ? 1 : 0, [summary]),
		finding('Made progress from one check to the next', 2, better ? 1 : 0, way),
	];
}

function counts(report: Parameters<typeof tally>[0]): [number, number] {
	const { passed, total } = tally(report);
	return [passed, total];
}

function summarise(passed: number, total: number, message: string | null): string {
	if (total === 0) return `No test ran. ${message ?? ''}`.trim();
	return passed === total ? `Passed: all ${total} hold.` : `Failed: ${passed} of ${total} hold.`;
}
