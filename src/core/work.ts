import type { Answer } from './answer';
import { tally, unaided, type Attempt } from './attempt';
import type { Day } from './day';
import { minutesOf, type Discussion } from './discussion';
import type { DrillTopic } from './drill';

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
	/** Minutes since the challenge was opened first that day, null where that is not known. */
	minutes: number | null;
};

/** One answer to a drill; scores from 0 to 1, as they are told beside the answer. */
export type SpeakWork = Done & {
	kind: 'speak';
	slug: string;
	/** Null for a drill that is no longer there. */
	topic: DrillTopic | null;
	score: number;
	clarity: number;
	/** Null where no clock ran, as `seconds`. */
	speed: number | null;
	seconds: number | null;
	/** How sure its author was before the score was shown, from 0 to 1; null when not said. */
	sure: number | null;
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
export type ReviseWork = Done & {
	kind: 'revise';
	card: string;
	minutes: number;
	recalled: boolean;
};

/** What was really done, told by what it left behind. */
export type Work = CodeWork | SpeakWork | SessionWork | ReviseWork;

/** A check as work. `opened`: when its challenge was opened first that day, ISO 8601. */
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

/** An answer as work. */
export function speakWork(answer: Answer, day: Day, topic: DrillTopic | null): SpeakWork {
	const { id, at, slug, score, timing, sure } = answer;
	const { overall, clarity, speed } = score;
	const seconds = timing === null ? null : timing.end / 1000;
	return { kind: 'speak', id, at, day, slug, topic, score: overall, clarity, speed, seconds, sure };
}

/** A finished design discussion as work; null while it goes on or when nothing was said. */
export function designWork(discussion: Discussion, day: Day, title: string): SessionWork | null {
	const { id, slug, endedAt, events, score } = discussion;
	if (endedAt === null || !events.some((event) => 'text' in event && event.text !== ''))
		return null;
	return {
		kind: 'design',
		id,
		at: endedAt,
		day,
		slug,
		title,
		score,
		minutes: minutesOf(discussion),
	};
}
