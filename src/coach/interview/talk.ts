import type { FollowUp, PhaseKind } from '../../core/interview';
import { holds } from './condition';
import { phaseOf, roomFor, type Ask, type Course, type Turn } from './course';
import { asks, topicsIn } from './hearing';

/** Pieces of the course that a step of the conversation changes. */
type Change = Partial<Course>;

/** Phases in which the interviewer waits for an answer to the opening. */
const talks: ReadonlySet<PhaseKind> = new Set(['introduce', 'test', 'cost', 'change']);

/** The interviewer opens a phase. */
export function openPhase(course: Course, index: number): Course {
	const phase = course.session.scenario.phases[index];
	if (!phase) return course;
	const at = course.clock;
	const ask: Ask = {
		id: phase.kind,
		phase: phase.kind,
		says: phase.says,
		since: at,
		points: phase.points,
	};
	return {
		...course,
		phase: index,
		visits: [
			...course.visits.map((visit) => (visit.to === null ? { ...visit, to: at } : visit)),
			{ kind: phase.kind, from: at, to: null },
		],
		turns: [...course.turns, say(course, phase.kind, 'opening', phase.says, phase.kind)],
		ask: talks.has(phase.kind) ? ask : null,
		interruption: null,
	};
}

/** After an answer: the next question whose conditions hold, one at a time, while there is room. */
export function followUp(course: Course): Course {
	const next = nextFollowUp(course);
	if (!next) return { ...course, ask: null };
	return { ...course, ...put(course, next, 'follow-up') };
}

/** What runs and checks have shown may call for a question, laid over the work. */
export function interject(course: Course): Course {
	const seen = { ...course, seen: course.runs.length + course.checks.length };
	const next = nextFollowUp(seen);
	return next ? { ...seen, ...put(seen, next, 'interruption') } : seen;
}

/** Puts a question; `interruption` lays it over what is going on. */
export function put(
	course: Course,
	question: FollowUp,
	kind: 'follow-up' | 'interruption',
): Change {
	const phase = phaseOf(course).kind;
	const ask: Ask = {
		id: question.id,
		phase,
		says: question.says,
		since: course.clock,
		points: question.points,
	};
	return {
		turns: [...course.turns, say(course, phase, kind, question.says, question.id)],
		spent: new Set([...course.spent, question.id]),
		...(kind === 'interruption' ? { interruption: ask } : { ask }),
	};
}

/** The candidate asks; the interviewer tells what the scenario has on it. */
export function hearQuestion(course: Course, text: string): Course {
	const { scenario } = course.session;
	const phase = phaseOf(course).kind;
	const about = topicsIn(text, phase === 'questions' ? scenario.closing : scenario.clarifications);
	const reply = about.map(({ answer }) => answer).join(' ') || fallback(course, phase, text);
	const topics = about.map(({ id }) => id);
	return {
		...course,
		turns: [
			...course.turns,
			{ at: course.clock, phase, who: 'candidate', kind: 'question', text, ask: null },
			say(course, phase, 'reply', reply, null),
		],
		questions: [...course.questions, { at: course.clock, phase, text, topics }],
	};
}

/** A turn of the interviewer's. */
export function say(
	course: Course,
	phase: PhaseKind,
	kind: Turn['kind'],
	text: string,
	ask: string | null,
): Turn {
	return { at: course.clock, phase, who: 'interviewer', kind, text, ask };
}

function nextFollowUp(course: Course): FollowUp | undefined {
	const phase = phaseOf(course);
	const asked = phase.followUps.filter(({ id }) => course.spent.has(id)).length;
	if (asked >= roomFor(phase)) return undefined;
	return phase.followUps.find(
		(each) =>
			!course.spent.has(each.id) && each.when.every((condition) => holds(condition, course)),
	);
}

/** What the interviewer says to what no topic fits; the same thing twice gets another wording. */
function fallback(course: Course, phase: PhaseKind, text: string): string {
	const lines = !asks(text) ? statements : phase === 'questions' ? unknown : open;
	const before = course.questions.filter(({ topics }) => topics.length === 0).length;
	return lines[before % lines.length] ?? '';
}

const open = [
	'I leave that to you. Say what you assume, and we will see whether it matters.',
	'Take whatever keeps it simple there. What else could go wrong with the input?',
	'I have no strong view on that one. Choose, and tell me why.',
];
const unknown = [
	'I do not know, honestly. I will make sure that somebody gets back to you on it.',
	'That one I would have to look up. Ask me again in the next round.',
];
const statements = [
	'All right. Is there anything you would like to know from me about that?',
	'Noted. What do you still need to know?',
];
