import { applyEdit } from '../../core/edit';
import { inOrder, type Box, type Ending, type Moment, type Session } from '../../core/session';
import { holds } from './condition';
import { clockAt, deadlineOf, phaseOf, phaseSince, type Course } from './course';
import { followUp, hearQuestion, interject, openPhase, put, say } from './talk';

/** Between two interruptions there is at least this much peace; milliseconds. */
export const peace = 60_000;
/** An interruption that nobody takes up is let go after this long; milliseconds. */
export const patience = 120_000;
/** In long phases the interviewer says when this much is left; milliseconds. */
export const warning = 120_000;
const longPhase = 8;

/** An interview at its first moment: the interviewer has opened the first phase. */
export function begin(session: Session): Course {
	const empty: Course = {
		session,
		clock: 0,
		rested: 0,
		pausedAt: null,
		phase: 0,
		visits: [],
		ended: null,
		turns: [],
		ask: null,
		interruption: null,
		quietSince: -peace,
		spent: new Set(),
		seen: 0,
		boxes: { code: session.starter, answer: '', aside: '', question: '', note: '' },
		firstKey: { code: null, answer: null, aside: null, question: null, note: null },
		firstCode: null,
		answers: [],
		questions: [],
		notes: [],
		runs: [],
		checks: [],
		hints: [],
	};
	return openPhase(empty, 0);
}

/** The whole of it: everything that happened up to a wall time, and what time itself brought. */
export function follow(session: Session, moments: readonly Moment[], at: number): Course {
	const past = moments.filter((moment) => moment.at <= at).sort(inOrder);
	return reach(past.reduce(take, begin(session)), at);
}

/** One more thing happens. Nothing does after the end, and in Real no pause and no hint. */
export function take(before: Course, moment: Moment): Course {
	const course = reach(before, moment.at);
	const real = course.session.mode === 'real';
	if (course.ended) return course;
	if (course.pausedAt !== null && moment.kind !== 'resume' && moment.kind !== 'end') {
		return moment.kind === 'type' ? type(course, moment) : course;
	}
	switch (moment.kind) {
		case 'type':
			return type(course, moment);
		case 'answer':
			return answer(course, moment.to, moment.text);
		case 'question':
			return { ...hearQuestion(course, moment.text), ...emptied(course, 'question') };
		case 'note': {
			const { kind } = phaseOf(course);
			const note = { at: course.clock, phase: kind, text: moment.text };
			return {
				...course,
				...emptied(course, 'note'),
				notes: [...course.notes, note],
				turns: [...course.turns, { ...note, who: 'candidate', kind: 'note', ask: null }],
			};
		}
		case 'run': {
			const run = { at: course.clock, code: course.boxes.code, outcome: moment.outcome };
			return { ...course, runs: [...course.runs, run] };
		}
		case 'check': {
			const check = { at: course.clock, code: course.boxes.code, report: moment.report };
			return { ...course, checks: [...course.checks, check] };
		}
		case 'hint': {
			if (real) return course;
			const { hint, title } = moment;
			return {
				...course,
				hints: [...course.hints, { at: course.clock, hint, title }],
				turns: [...course.turns, say(course, phaseOf(course).kind, 'hint', title, null)],
			};
		}
		case 'dismiss':
			if (course.interruption?.id !== moment.interruption) return course;
			return { ...course, interruption: null, quietSince: course.clock };
		case 'next':
			return moment.from === phaseOf(course).kind ? leavePhase(course, 'finished') : course;
		case 'pause':
			return real ? course : { ...course, pausedAt: moment.at };
		case 'resume':
			if (course.pausedAt === null) return course;
			return {
				...course,
				rested: course.rested + Math.max(0, moment.at - course.pausedAt),
				pausedAt: null,
			};
		case 'end':
			return close(course, isLast(course) && !course.ask ? 'finished' : 'early');
	}
}

/** Time passes up to a wall time; whatever falls due on the way happens when it is due. */
export function reach(course: Course, at: number): Course {
	const to = clockAt(course, at);
	let now = course;
	while (!now.ended) {
		const due = nextDue(now);
		if (!due || due.at > to) break;
		now = due.happen({ ...now, clock: due.at });
	}
	return now.ended ? now : { ...now, clock: to };
}

type Due = { at: number; happen(course: Course): Course };

/** What time brings next: an interruption, a remark about the time, in Real the end of the phase. */
function nextDue(course: Course): Due | null {
	const real = course.session.mode === 'real';
	const deadline = deadlineOf(course);
	const { kind, minutes } = phaseOf(course);
	const dues: Due[] = [];
	if (real) dues.push({ at: deadline, happen: (now) => leavePhase(now, 'time') });
	else dues.push(...remark(course, deadline, `over/${kind}`, overtime));
	if (minutes >= longPhase && deadline - warning > phaseSince(course)) {
		dues.push(...remark(course, deadline - warning, `soon/${kind}`, almost));
	}
	dues.push(...interruption(course));
	return dues.reduce<Due | null>((first, due) => (!first || due.at < first.at ? due : first), null);
}

/** The present interruption lapses, or the next one is due: what a check has shown, then the planned ones. */
function interruption(course: Course): Due[] {
	const open = course.interruption;
	if (open) {
		if (course.boxes.aside !== '') return [];
		const lapse = (now: Course) => ({ ...now, interruption: null, quietSince: now.clock });
		return [{ at: Math.max(course.clock, open.since + patience), happen: lapse }];
	}
	const { kind, interruptions } = phaseOf(course);
	const earliest = Math.max(course.clock, course.quietSince + peace);
	const dues: Due[] = [];
	if (kind === 'code' && course.runs.length + course.checks.length > course.seen) {
		dues.push({ at: earliest, happen: interject });
	}
	const next = interruptions.find(({ id }) => !course.spent.has(id));
	if (next) {
		dues.push({
			at: Math.max(earliest, phaseSince(course) + next.after * 1000),
			happen: (now) =>
				next.when.every((condition) => holds(condition, now))
					? { ...now, ...put(now, next, 'interruption') }
					: { ...now, spent: new Set([...now.spent, next.id]) },
		});
	}
	return dues;
}

function remark(course: Course, at: number, id: string, text: string): Due[] {
	if (course.spent.has(id) || at < course.clock) return [];
	const happen = (now: Course): Course => ({
		...now,
		spent: new Set([...now.spent, id]),
		turns: [...now.turns, say(now, phaseOf(now).kind, 'time', text, null)],
	});
	return [{ at, happen }];
}

function type(course: Course, moment: Extract<Moment, { kind: 'type' }>): Course {
	const { box, edit, whole } = moment;
	const text = whole ? edit.insert : applyEdit(course.boxes[box], edit);
	const changed = text !== course.boxes[box];
	return {
		...course,
		boxes: { ...course.boxes, [box]: text },
		firstKey: {
			...course.firstKey,
			[box]: course.firstKey[box] ?? (changed ? course.clock : null),
		},
		firstCode: course.firstCode ?? (box === 'code' && changed ? course.clock : null),
	};
}

function answer(course: Course, to: string, text: string): Course {
	const urgent = course.interruption?.id === to;
	const ask = urgent ? course.interruption : course.ask?.id === to ? course.ask : null;
	if (!ask) return course;
	const { kind } = phaseOf(course);
	const at = course.clock;
	const box = urgent ? 'aside' : 'answer';
	const heard: Course = {
		...course,
		...emptied(course, box),
		answers: [...course.answers, { ask, text, at, first: course.firstKey[box] }],
		turns: [
			...course.turns,
			{ at, phase: kind, who: 'candidate', kind: 'answer', text, ask: ask.id },
		],
	};
	return urgent ? { ...heard, interruption: null, quietSince: at } : followUp(heard);
}

function leavePhase(before: Course, how: Ending): Course {
	const course = how === 'time' ? cutOff(before) : before;
	if (isLast(course)) return close(course, how);
	return openPhase(course, course.phase + 1);
}

/** An answer that is being written when its time is over counts as far as it came. */
function cutOff(course: Course): Course {
	const { ask, interruption, boxes } = course;
	const aside = boxes.aside.trim();
	const heard = interruption && aside ? answer(course, interruption.id, aside) : course;
	const text = boxes.answer.trim();
	return ask && text ? answer(heard, ask.id, text) : heard;
}

function close(course: Course, how: Ending): Course {
	return {
		...course,
		visits: course.visits.map((visit) =>
			visit.to === null ? { ...visit, to: course.clock } : visit,
		),
		ask: null,
		interruption: null,
		pausedAt: null,
		ended: { at: course.clock, how },
	};
}

function isLast(course: Course): boolean {
	return course.phase >= course.session.scenario.phases.length - 1;
}

function emptied(course: Course, box: Box): Pick<Course, 'boxes' | 'firstKey'> {
	return {
		boxes: { ...course.boxes, [box]: '' },
		firstKey: { ...course.firstKey, [box]: null },
	};
}

const almost = 'Two minutes left for this part.';
const overtime = 'That was the time I had planned for this part. Go on when you are ready.';
