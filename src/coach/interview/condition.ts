import { compareGrowth, type Condition, type PhaseKind } from '../../core/interview';
import { phaseOf, phaseSince, type Course } from './course';
import { wordsIn } from '../clarity';
import { hear } from './hearing';
import { testLine } from './program';
import { lessonIn, metricIn } from './story';

/** Whether a condition holds at this moment of the interview. */
export function holds(condition: Condition, course: Course): boolean {
	const report = course.checks.at(-1)?.report ?? null;
	const { starter, scenario } = course.session;
	const code = course.boxes.code;
	switch (condition.kind) {
		case 'growth':
			return (report?.tests ?? [])
				.flatMap((test) => test.evidence)
				.some(
					(found) => found.kind === 'growth' && compareGrowth(found.fitted, condition.from) >= 0,
				);
		case 'aspect-failed':
			return (report?.tests ?? []).some(
				(test) => test.aspect === condition.aspect && test.status !== 'pass',
			);
		case 'test-failed':
			return (report?.tests ?? []).some(
				(test) => test.id === condition.test && test.status !== 'pass',
			);
		case 'passed':
			return report?.status === 'pass';
		case 'not-passed':
			return report !== null && report.status !== 'pass';
		case 'never-checked':
			return report === null;
		case 'never-run':
			return course.runs.length === 0;
		case 'no-test':
			return testLine(code, starter) === null;
		case 'tested':
			return testLine(code, starter) !== null;
		case 'code-has':
			return code.includes(condition.text);
		case 'code-lacks':
			return !code.includes(condition.text);
		case 'no-question':
			return course.questions.every((question) => question.phase === 'questions');
		case 'hidden-missed':
			return !learnt(course).has(scenario.hidden.topic);
		case 'hidden-learnt':
			return learnt(course).has(scenario.hidden.topic);
		case 'said':
			return said(course, condition.point) !== null;
		case 'not-said':
			return said(course, condition.point) === null;
		case 'no-metric':
			return metricIn(everythingSaid(course)) === null;
		case 'no-lesson':
			return lessonIn(everythingSaid(course)) === null;
		case 'short':
			return wordsIn(course.answers.at(-1)?.text ?? '') < condition.words;
		case 'silent':
			return !spokeWhileCoding(course);
	}
}

/** Phases in which what is learnt can still go into the code. */
const inTime: ReadonlySet<PhaseKind> = new Set(['introduce', 'clarify', 'code']);

/** Ids of the clarifications that were asked for while they could still go into the code. */
export function learnt(course: Course): Set<string> {
	return new Set(
		course.questions
			.filter((question) => inTime.has(question.phase))
			.flatMap((question) => question.topics),
	);
}

/** Every answer, in order, as one text. */
export function everythingSaid(course: Course): string {
	return course.answers.map((answer) => answer.text).join('\n');
}

/** The sentence of the present phase's answers that makes a point of the phase. */
function said(course: Course, id: string): string | null {
	const phase = phaseOf(course);
	const point = phase.points.find((each) => each.id === id);
	if (!point) return null;
	const answers = course.answers.filter(({ ask }) => ask.phase === phase.kind);
	return hear(answers.map((answer) => answer.text).join('\n'), point.any);
}

function spokeWhileCoding(course: Course): boolean {
	const since = course.visits.find(({ kind }) => kind === 'code')?.from ?? phaseSince(course);
	return [...course.notes, ...course.answers].some(({ at }) => at >= since);
}
