import { tally } from '../../core/attempt';
import type { Report } from '../../core/report';

/** One program with its report. */
export type Row = {
	/** What the program is called: its path, or its part in an exercise. */
	name: string;
	/** Slug of the exercise. */
	exercise: string;
	/** Whether all is as it should be. */
	ok: boolean;
	/** What is not, in words; null when all is. */
	complaint: string | null;
	report: Report;
	/** Of an attempt file: who, when, and where what it claims is not what was found. */
	attempt: {
		learner: string | null;
		at: string;
		claimed: Report['status'];
		differs: string[];
	} | null;
};

/** Passed tests of all, and their share from 0 to 1; no test that ran earns nothing. */
export function scoreOf(report: Report): { passed: number; total: number; score: number } {
	const { passed, total } = tally(report);
	return { passed, total, score: total === 0 ? 0 : passed / total };
}

/** What a report says first: why no test ran, or the first test that failed; null on a pass. */
export function firstWords(report: Report): string | null {
	if (report.message !== null) return report.message;
	const failed = report.tests.find((test) => test.status !== 'pass');
	return failed ? `${failed.title}: ${failed.message ?? 'failed'}` : null;
}
