import type { Course } from '../course';
import { finding, minutesAndSeconds, quote, span, type Finding } from '../evidence';
import { clarityOf, wordsIn } from '../../clarity';
import { fillersIn, hedgesIn } from '../../fillers';
import { splitSentences } from '../../sentences';
import { lessonIn, metricIn } from '../story';

/** Silence while coding up to which all marks, some marks are earned; milliseconds. */
const fluent = 4 * 60_000;
const sparse = 7 * 60_000;

/** A number in the introduction, a lesson, thinking aloud, plain sentences. */
export function communication(course: Course): Finding[] {
	const answers = course.answers;
	const metric = answers.find(({ text, ask }) => ask.phase === 'introduce' && metricIn(text));
	const lesson = lessonIn(answers.map(({ text }) => text).join('\n'));
	const silence = longestSilence(course);
	const loud = spoken(course);
	const said = answers.map(({ text }) => text).join('\n');
	const sentences = splitSentences(said);
	const clarity = wordsIn(said) > 0 ? clarityOf(said, sentences).score : null;
	return [
		finding(
			'Introduces themselves with a result and its number',
			3,
			metric ? 1 : 0,
			metric
				? [quote('said', metricIn(metric.text) ?? '', metric.at)]
				: [firstAnswer(course, 'no result with a number was given.')],
		),
		finding(
			'Tells a failure and what it taught',
			2,
			lesson ? 1 : 0,
			lesson
				? [quote('said', lesson, answers.find(({ text }) => text.includes(lesson))?.at ?? null)]
				: [firstAnswer(course, 'no failure with its lesson was told.')],
		),
		finding(
			'Thinks aloud while coding',
			3,
			loud.length === 0
				? 0
				: silence.length <= fluent
					? 1
					: silence.length <= sparse
						? 2 / 3
						: 1 / 3,
			[
				...loud.slice(0, 2).map(({ text, at }) => quote('noted', text, at)),
				quote(
					'clock',
					`Longest silence while coding: ${minutesAndSeconds(silence.length)}, from ${minutesAndSeconds(silence.from)}.`,
					silence.from,
				),
			],
		),
		finding(
			'Speaks in plain sentences',
			2,
			clarity ?? 0,
			clarity === null
				? [firstAnswer(course, 'no question was answered.')]
				: [quote('said', leastClear(sentences.map(({ text }) => text)))],
		),
	];
}

/** What was said or noted while coding. */
function spoken(course: Course): { text: string; at: number }[] {
	return course.turns.filter((turn) => turn.phase === 'code' && turn.who === 'candidate');
}

function longestSilence(course: Course): { from: number; length: number } {
	const visit = course.visits.find(({ kind }) => kind === 'code');
	if (!visit) return { from: course.clock, length: 0 };
	const times = [visit.from, ...spoken(course).map(({ at }) => at), visit.to ?? course.clock];
	return times.slice(1).reduce(
		(longest, at, index) => {
			const from = times[index] ?? 0;
			return at - from > longest.length ? { from, length: at - from } : longest;
		},
		{ from: visit.from, length: 0 },
	);
}

function firstAnswer(course: Course, what: string) {
	const first = course.answers.find(({ ask }) => ask.phase === 'introduce');
	return first
		? quote('said', `${splitSentences(first.text)[0]?.text ?? first.text} (${what})`, first.at)
		: span(course, 'introduce', what);
}

/** The sentence with most fillers and hedges, of several the longest. */
function leastClear(sentences: string[]): string {
	const weight = (text: string) =>
		100 * (fillersIn(text).length + hedgesIn(text).length) + wordsIn(text);
	return sentences.toSorted((one, two) => weight(two) - weight(one))[0] ?? '';
}
