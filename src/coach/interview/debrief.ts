import type { Criterion, Session, SessionResult } from '../../core/session';
import { learnt } from './condition';
import type { Course } from './course';
import { quote, span, type Quote } from './evidence';
import { habitsOf, type Habit } from './habits';
import { overall, scoresOf, type Score } from './score';
import { nextSteps, type Step } from './steps';
import { lessonIn, metricIn } from './story';

/** Something that every interview should bring: whether it did, and the sentence. */
export type Brought = { title: string; found: boolean; quote: Quote };

/** What can be said of an interview afterwards. */
export type Debrief = {
	overall: number;
	scores: Score[];
	habits: Habit[];
	/** A result with its number, a lesson from a failure, the hidden constraint. */
	brought: Brought[];
	steps: Step[];
};

/** Judges an interview by what is in it. */
export function debriefOf(course: Course): Debrief {
	const scores = scoresOf(course);
	return {
		overall: overall(marksBy(scores)),
		scores,
		habits: habitsOf(course),
		brought: broughtIn(course),
		steps: nextSteps(course, scores),
	};
}

/** What the list of sessions keeps; null while the interview runs. */
export function resultOf(course: Course): SessionResult | null {
	if (!course.ended) return null;
	return { took: course.ended.at, how: course.ended.how, marks: marksBy(scoresOf(course)) };
}

/** Marks now and then; positive `change` is better now. */
export type Comparison = { criterion: Criterion; title: string; marks: number; change: number }[];

/** How the scores differ from an earlier session's. */
export function compare(scores: readonly Score[], earlier: Session): Comparison {
	const { result } = earlier;
	return scores.map(({ criterion, title, marks }) => ({
		criterion,
		title,
		marks,
		change: result ? Math.round(10 * (marks - result.marks[criterion])) / 10 : 0,
	}));
}

function marksBy(scores: readonly Score[]): Record<Criterion, number> {
	return Object.fromEntries(scores.map(({ criterion, marks }) => [criterion, marks])) as Record<
		Criterion,
		number
	>;
}

function broughtIn(course: Course): Brought[] {
	const { hidden, clarifications } = course.session.scenario;
	const told = course.answers.map(({ text, at }) => ({ text, at }));
	const all = told.map(({ text }) => text).join('\n');
	const asked = course.questions.find(
		({ topics }) => topics.includes(hidden.topic) && learnt(course).has(hidden.topic),
	);
	const answer = clarifications.find(({ id }) => id === hidden.topic)?.answer ?? '';
	return [
		brought('A result with its number', metricIn(all), 'no result with a number.'),
		brought('A lesson from a failure', lessonIn(all), 'no failure with its lesson.'),
		{
			title: 'The constraint that only the asker learns',
			found: asked !== undefined,
			quote: asked
				? quote('asked', `${asked.text} — ${answer}`, asked.at)
				: span(course, 'clarify', `not asked: ${hidden.constraint}`),
		},
	];

	function brought(title: string, sentence: string | null, missing: string): Brought {
		const at = sentence ? (told.find(({ text }) => text.includes(sentence))?.at ?? null) : null;
		return {
			title,
			found: sentence !== null,
			quote: sentence ? quote('said', sentence, at) : span(course, 'introduce', missing),
		};
	}
}
