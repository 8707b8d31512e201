import { learnt } from '../condition';
import type { Course } from '../course';
import { finding, pointsFinding, quote, span, type Finding } from '../evidence';
import { wordsIn } from '../../clarity';

const plan =
	/\b(first|then|idea|approach|plan|start (with|by)|i('ll| will| would|'d)|going to|keep|use|loop|heap|queue|dict|list|set|generator|semaphore|lock|invariant)\b/i;
/** A plan may come this long after the first key; milliseconds. */
const grace = 60_000;

/** Asked before assuming, learnt what was hidden, said a plan, took up the change. */
export function problemSolving(course: Course): Finding[] {
	const { hidden } = course.session.scenario;
	const questions = course.questions.filter(({ phase }) => phase !== 'questions');
	const fitting = questions.filter(({ topics }) => topics.length > 0);
	const found = questions.find(
		({ topics }) => topics.includes(hidden.topic) && learnt(course).has(hidden.topic),
	);
	const early = [
		...course.notes,
		...course.answers.map(({ text, at, ask }) => ({ text, at, phase: ask.phase })),
		...questions,
	]
		.filter(({ phase }) => phase === 'clarify' || phase === 'code')
		.filter(({ at }) => beforeCode(course, at))
		.find(({ text }) => wordsIn(text) >= 8 && plan.test(text));
	return [
		finding(
			'Asked before assuming',
			2,
			fitting.length > 0 ? 1 : questions.length > 0 ? 0.5 : 0,
			questions.length > 0
				? questions.slice(0, 3).map(({ text, at }) => quote('asked', text, at))
				: [span(course, 'clarify', 'no question was asked.')],
		),
		finding(
			'Found the constraint that nobody mentions',
			3,
			found ? 1 : 0,
			found
				? [quote('asked', found.text, found.at)]
				: [span(course, 'clarify', `nobody asked about it: ${hidden.constraint}`)],
		),
		finding(
			'Said a plan before writing code',
			2,
			early ? 1 : 0,
			early
				? [quote('said', early.text, early.at)]
				: [span(course, 'code', 'the first lines came without a word on what they are for.')],
		),
		pointsFinding(course, 'change', 'Took up the change of requirements', 3),
	];
}

function beforeCode(course: Course, at: number): boolean {
	const from = course.visits.find(({ kind }) => kind === 'clarify')?.from;
	if (from === undefined || at < from) return false;
	return at <= (course.firstCode ?? course.clock) + grace;
}
