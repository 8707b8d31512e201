import type { KeyPoint } from '../../core/drill';
import type { Phase, PhaseKind } from '../../core/interview';
import type { Box, Ending, RunOutcome, Session } from '../../core/session';
import type { Report } from '../../core/report';

/** What the interviewer wants answered. `since` is interview time, as every time here. */
export type Ask = { id: string; phase: PhaseKind; says: string; since: number; points: KeyPoint[] };

/** One thing that was said, in the order of the conversation. */
export type Turn = {
	/** Interview time in milliseconds. */
	at: number;
	phase: PhaseKind;
	who: 'interviewer' | 'candidate';
	/** What it is: an opening, a follow-up, an interruption, a reply, a remark about the time … */
	kind:
		| 'opening'
		| 'follow-up'
		| 'interruption'
		| 'reply'
		| 'time'
		| 'answer'
		| 'question'
		| 'note'
		| 'hint';
	text: string;
	/** Id of the question that was asked or is answered; null for the rest. */
	ask: string | null;
};

export type Answer = {
	ask: Ask;
	text: string;
	at: number;
	/** When the first key was pressed; null when the text came in one piece. */
	first: number | null;
};

/** A question of the candidate's and what it was about. */
export type Question = { at: number; phase: PhaseKind; text: string; topics: string[] };

export type Visit = { kind: PhaseKind; from: number; to: number | null };

/** An interview at one moment; derived from its scenario and what happened, never stored. */
export type Course = {
	readonly session: Session;
	/** Milliseconds of interview time: wall time without the pauses. */
	readonly clock: number;
	/** Wall time in milliseconds that pauses have taken, and when the present one began. */
	readonly rested: number;
	readonly pausedAt: number | null;
	/** Index of the present phase. */
	readonly phase: number;
	readonly visits: readonly Visit[];
	readonly ended: { at: number; how: Ending } | null;
	readonly turns: readonly Turn[];
	/** What the phase wants answered; null when it wants nothing more. */
	readonly ask: Ask | null;
	readonly interruption: Ask | null;
	/** When the last interruption was over. */
	readonly quietSince: number;
	/** Ids of follow-ups and interruptions that had their turn, and of remarks about the time. */
	readonly spent: ReadonlySet<string>;
	/** Runs and checks that the interviewer has looked at. */
	readonly seen: number;
	readonly boxes: Readonly<Record<Box, string>>;
	/** When the box got its first key since it was last emptied. */
	readonly firstKey: Readonly<Record<Box, number | null>>;
	/** When the program was first changed. */
	readonly firstCode: number | null;
	readonly answers: readonly Answer[];
	readonly questions: readonly Question[];
	readonly notes: readonly { at: number; phase: PhaseKind; text: string }[];
	readonly runs: readonly { at: number; code: string; outcome: RunOutcome }[];
	readonly checks: readonly { at: number; code: string; report: Report }[];
	readonly hints: readonly { at: number; hint: number; title: string }[];
};

/** The phase that is on; the last one once the interview is over. */
export function phaseOf(course: Course): Phase {
	const { phases } = course.session.scenario;
	const phase = phases[Math.min(course.phase, phases.length - 1)];
	if (!phase) throw new Error(`scenario ${course.session.scenario.slug} has no phases`);
	return phase;
}

/** When a phase has to be over: minutes saved in one are there for the next. */
export function deadlineOf(course: Course, index = course.phase): number {
	return course.session.scenario.phases
		.slice(0, index + 1)
		.reduce((sum, { minutes }) => sum + minutes * 60_000, 0);
}

/** Since when the present phase is on. */
export function phaseSince(course: Course): number {
	return course.visits.at(-1)?.from ?? 0;
}

/** Interview time of a moment, given as wall time since the beginning. */
export function clockAt(course: Course, at: number): number {
	return Math.max(course.clock, (course.pausedAt ?? at) - course.rested);
}

/** How many follow-ups a phase has room for: one for each two minutes, two at least, three at most. */
export function roomFor(phase: Phase): number {
	return Math.min(3, Math.max(2, Math.floor(phase.minutes / 2)));
}
