import { ownTests, type Circumstances } from './constraint';
import type { Report } from './report';

/** One check of one program, kept for good. */
export type Attempt = {
	/** A UUID, so that attempts from several devices can be put together. */
	id: string;
	slug: string;
	/** Version of the challenge that was checked. */
	version: number;
	/** ISO 8601, UTC. */
	at: string;
	code: string;
	report: Report;
	/** How many hints had been opened when the check was made. */
	hintsShown: number;
	debriefSeen: boolean;
	/** Present when it was made under constraints. */
	under?: Circumstances;
	/** The page that made it; a new one with each load. */
	tabId: string;
};

/** Dates a check. */
export function makeAttempt(facts: Omit<Attempt, 'at'>, now: Date): Attempt {
	return { ...facts, at: now.toISOString() };
}

/** Passed tests of all, constraints apart; both 0 when no test ran. */
export function tally(report: Report): { passed: number; total: number } {
	const tests = ownTests(report);
	return {
		passed: tests.filter((test) => test.status === 'pass').length,
		total: tests.length,
	};
}

/** Share of the tests that hold, constraints apart; 0 to 1. */
export function scoreOf(report: Report): number {
	const { passed, total } = tally(report);
	return total > 0 ? passed / total : 0;
}

/** Whether it passed with nothing given away: no hint, no debrief. */
export function unaided(attempt: Attempt): boolean {
	return attempt.report.status === 'pass' && attempt.hintsShown === 0 && !attempt.debriefSeen;
}

/** Oldest first; the same instant is ordered by id, so the order is the same everywhere. */
export function byTime(one: { at: string; id: string }, two: { at: string; id: string }): number {
	return (
		Date.parse(one.at) - Date.parse(two.at) || (one.id < two.id ? -1 : one.id > two.id ? 1 : 0)
	);
}
