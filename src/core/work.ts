import { tally, unaided, type Attempt } from './attempt';
import type { Day } from './day';

type Done = {
	/** Of the attempt, answer, session or review that proves it. */
	id: string;
	/** ISO 8601, UTC. */
	at: string;
	day: Day;
};

/** One check of a program. */
export type CodeWork = Done & {
	kind: 'code';
	slug: string;
	/** Share of the tests that held. */
	share: number;
	passed: boolean;
	/** Passed with nothing given away. */
	unaided: boolean;
	/** Minutes since the challenge was opened, null where that is not known. */
	minutes: number | null;
};

/** One answer to a drill; scores from 0 to 1. */
export type SpeakWork = Done & {
	kind: 'speak';
	slug: string;
	topic: string;
	score: number;
	clarity: number | null;
	/** How long it took, and how long it may take; null where no clock ran. */
	seconds: number | null;
	limit: number;
	/** How sure the person was before the verdict, from 0 to 1. */
	confidence: number | null;
};

/** A mock interview or a design discussion; the score from 0 to 1, null where none was given. */
export type SessionWork = Done & {
	kind: 'interview' | 'design';
	slug: string;
	title: string;
	score: number | null;
	minutes: number;
};

/** One card revised. */
export type ReviseWork = Done & { kind: 'revise'; card: string; minutes: number; recalled: boolean };

/** What was really done, told by what it left behind. */
export type Work = CodeWork | SpeakWork | SessionWork | ReviseWork;

/** A check as work. `opened`: when the challenge had been opened before it; ISO 8601. */
export function codeWork(attempt: Attempt, day: Day, opened: string | null): CodeWork {
	const { passed, total } = tally(attempt.report);
	return {
		kind: 'code',
		id: attempt.id,
		at: attempt.at,
		day,
		slug: attempt.slug,
		share: total > 0 ? passed / total : 0,
		passed: attempt.report.status === 'pass',
		unaided: unaided(attempt),
		minutes: opened === null ? null : (Date.parse(attempt.at) - Date.parse(opened)) / 60_000,
	};
}
