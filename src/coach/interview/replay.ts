import type { Moment, Session } from '../../core/session';
import { tally } from '../../core/attempt';
import type { Course } from './course';
import { follow } from './follow';

/** Something to see on the time bar. `at` is interview time. */
export type Marker = {
	at: number;
	kind: 'phase' | 'said' | 'asked' | 'interruption' | 'run' | 'check' | 'hint';
	label: string;
	/** Of a check. */
	passed: boolean | null;
};

/** The interview as it stood at a moment of its own time. */
export function frameAt(session: Session, moments: readonly Moment[], clock: number): Course {
	return follow(session, moments, wallAt(session, moments, clock));
}

/** The wall time since the beginning that belongs to an interview time; a pause counts as its end. */
export function wallAt(session: Session, moments: readonly Moment[], clock: number): number {
	if (session.mode === 'real') return clock;
	let rested = 0;
	let since: number | null = null;
	for (const { kind, at } of moments) {
		if (kind === 'pause' && since === null) {
			if (at - rested > clock) break;
			since = at;
		} else if (kind === 'resume' && since !== null) {
			rested += at - since;
			since = null;
		}
	}
	return clock + rested;
}

/** All markers of an interview, in time order. */
export function markersOf(course: Course): Marker[] {
	const markers: Marker[] = [
		...course.visits.map(({ kind, from }) => mark(from, 'phase', kind)),
		...course.turns.flatMap(({ at, who, kind, text }) => {
			if (who === 'candidate') return [mark(at, kind === 'question' ? 'asked' : 'said', text)];
			if (kind === 'interruption') return [mark(at, 'interruption', text)];
			return kind === 'hint' ? [mark(at, 'hint', text)] : [];
		}),
		...course.runs.map(({ at, outcome }) => mark(at, 'run', `Run: ${outcome.status}`)),
		...course.checks.map(({ at, report }) => {
			const { passed, total } = tally(report);
			const label = `Check: ${passed} of ${total} hold`;
			return { ...mark(at, 'check', label), passed: report.status === 'pass' };
		}),
	];
	return markers.sort((one, two) => one.at - two.at);
}

function mark(at: number, kind: Marker['kind'], label: string): Marker {
	return { at, kind, label, passed: null };
}
