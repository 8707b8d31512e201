import type { Edit } from './edit';
import type { PhaseKind, Scenario } from './interview';
import type { Report } from './report';

/** Study has hints and pauses; Real has neither and keeps the clock. */
export type Mode = 'study' | 'real';

/** What can be written in: the program, an answer, one to an interruption, a question, a note. */
export type Box = 'code' | 'answer' | 'aside' | 'question' | 'note';

/** How a run ended; `said` is its output or its error, cut short. */
export type RunOutcome = {
	status: 'ok' | 'error' | 'stopped' | 'timeout' | 'crashed';
	said: string;
	/** Shown examples that held, of all. */
	passed: number;
	total: number;
};

export type Happening =
	/** `whole`: the text was replaced, whatever it was; the first of each page load is. */
	| { kind: 'type'; box: Box; edit: Edit; whole: boolean }
	/** `to` is the id of the question that is answered. */
	| { kind: 'answer'; to: string; text: string }
	| { kind: 'question'; text: string }
	| { kind: 'note'; text: string }
	| { kind: 'run'; outcome: RunOutcome }
	| { kind: 'check'; report: Report }
	/** Counts from 1. */
	| { kind: 'hint'; hint: number; title: string }
	/** The interruption is heard and let go without an answer. */
	| { kind: 'dismiss'; interruption: string }
	/** On to the next phase; nothing when time has ended that phase already. */
	| { kind: 'next'; from: PhaseKind }
	/** `away`: the page was left; whoever comes back goes on at once. */
	| { kind: 'pause'; away: boolean }
	| { kind: 'resume' }
	| { kind: 'end' };

/** Something that happened in an interview. */
export type Moment = Happening & {
	/** A UUID. */
	id: string;
	/** Id of the session. */
	session: string;
	/** Counts from 0 within the session; settles the order within one millisecond. */
	seq: number;
	/** Milliseconds of wall time since the session began. */
	at: number;
};

/** The seven things that an interview is judged by. */
export const criteria = [
	'problem-solving',
	'correctness',
	'code-quality',
	'testing',
	'cost-awareness',
	'communication',
	'speed',
] as const;
export type Criterion = (typeof criteria)[number];

/** What the list of sessions shows; marks from 0 to 10. */
export type SessionResult = {
	/** Milliseconds of interview time, pauses left out. */
	took: number;
	how: Ending;
	marks: Record<Criterion, number>;
};

/** Gone through, broken off by the candidate, or out of time. */
export type Ending = 'finished' | 'early' | 'time';

/** One interview. It carries its scenario, so that it can be read when the content has moved on. */
export type Session = {
	/** A UUID. */
	id: string;
	mode: Mode;
	scenario: Scenario;
	/** Version of the challenge. */
	version: number;
	starter: string;
	/** ISO 8601, UTC. */
	startedAt: string;
	/** Null while it runs. */
	result: SessionResult | null;
};

/** The order of what happened. */
export function inOrder(one: Moment, two: Moment): number {
	return one.at - two.at || one.seq - two.seq || (one.id < two.id ? -1 : one.id > two.id ? 1 : 0);
}
