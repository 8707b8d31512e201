import type { KeyPoint } from '../../core/drill';
import type { FollowUp, PhaseKind } from '../../core/interview';
import type { TestReport } from '../../core/report';
import type { Course } from './course';
import { hear } from './hearing';

/** Where a quoted line comes from. */
export type Source =
	'said' | 'asked' | 'noted' | 'interviewer' | 'report' | 'code' | 'run' | 'clock';

/** A line of evidence. `at` is interview time in milliseconds, `line` one of the program. */
export type Quote = { from: Source; text: string; at: number | null; line: number | null };

/** One thing that was looked at: what it earned, of how much, and what shows it. */
export type Finding = { says: string; earned: number; of: number; quotes: Quote[] };

export function quote(
	from: Source,
	text: string,
	at: number | null = null,
	line: number | null = null,
): Quote {
	return { from, text, at, line };
}

/** A finding that earns a share (0 to 1) of its marks. */
export function finding(says: string, of: number, share: number, quotes: Quote[]): Finding {
	return { says, of, earned: Math.round(of * Math.min(1, Math.max(0, share)) * 10) / 10, quotes };
}

/** `2:05` for 125 000. */
export function minutesAndSeconds(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** From when to when a phase lasted, as evidence of what was not in it. */
export function span(course: Course, kind: PhaseKind, what: string): Quote {
	const visit = course.visits.find((each) => each.kind === kind);
	if (!visit) return quote('clock', 'The interview ended before this part.', course.clock);
	const to = visit.to ?? course.clock;
	return quote(
		'clock',
		`${minutesAndSeconds(visit.from)}–${minutesAndSeconds(to)}: ${what}`,
		visit.from,
	);
}

/** The tests of the last check, in words that can be quoted. */
export function lineOf(test: TestReport): string {
	const [first = ''] = (test.message ?? '').split('\n');
	return test.status === 'pass' ? `Holds: ${test.title}` : `Does not hold: ${test.title}. ${first}`;
}

/** What was asked in a phase: its opening and the follow-ups and interruptions that were put. */
export function askedIn(
	course: Course,
	kind: PhaseKind,
): Pick<FollowUp, 'id' | 'says' | 'points'>[] {
	const phase = course.session.scenario.phases.find((each) => each.kind === kind);
	if (!phase || !course.visits.some((visit) => visit.kind === kind)) return [];
	const put = new Set(course.turns.map((turn) => turn.ask));
	return [
		{ id: kind, says: phase.says, points: phase.points },
		...[...phase.followUps, ...phase.interruptions].filter(({ id }) => put.has(id)),
	];
}

/** A point that was looked for, and the sentence that made it. */
export type Made = { point: KeyPoint; sentence: string | null; at: number | null };

/** The points of everything asked in a phase, looked for in all its answers and notes. */
export function pointsIn(course: Course, kind: PhaseKind): Made[] {
	const points = askedIn(course, kind).flatMap((asked) => asked.points);
	const spoken = course.turns.filter(
		(turn) => turn.phase === kind && turn.who === 'candidate' && turn.kind !== 'question',
	);
	return points.map((point) => {
		for (const turn of spoken) {
			const sentence = hear(turn.text, point.any);
			if (sentence) return { point, sentence, at: turn.at };
		}
		return { point, sentence: null, at: null };
	});
}

/** Points of a phase as a finding: each quote is the sentence that earned one, or what is missing. */
export function pointsFinding(course: Course, kind: PhaseKind, says: string, of: number): Finding {
	const made = pointsIn(course, kind);
	const earned = made.filter(({ sentence }) => sentence !== null);
	const quotes = [
		...onePerSentence(earned).map(({ sentence, at }) => quote('said', sentence ?? '', at)),
		...(earned.length < made.length || made.length === 0
			? [
					span(
						course,
						kind,
						made.length === 0
							? 'nothing was asked.'
							: `not said: ${made
									.filter(({ sentence }) => sentence === null)
									.map(({ point }) => point.says)
									.join('; ')}.`,
					),
				]
			: []),
	];
	return finding(says, of, made.length === 0 ? 0 : earned.length / made.length, quotes);
}

/** A sentence that makes two points is quoted once. */
function onePerSentence(made: Made[]): Made[] {
	return made.filter(
		({ sentence }, index) => made.findIndex((other) => other.sentence === sentence) === index,
	);
}
