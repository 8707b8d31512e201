import type { PhaseKind } from '../../core/interview';
import { detectors, findMistakes } from '../mistakes';
import type { Course } from './course';
import { quote, span, type Quote } from './evidence';

/** The three habits that cost most interviews. */
export const habitNames = ['textbook', 'no-example', 'no-cost'] as const;
export type HabitName = (typeof habitNames)[number];

/** What one detector found: `caught` with the sentence that set it off, or what it read. */
export type Habit = {
	name: HabitName;
	title: string;
	looksFor: string;
	caught: boolean;
	why: string;
	quote: Quote;
};

/** The parts in which technical questions are answered. */
const technical: ReadonlySet<PhaseKind> = new Set(['code', 'test', 'cost', 'change']);

/** Holds everything that was answered to technical questions against the three detectors. */
export function habitsOf(course: Course): Habit[] {
	const answers = course.answers.filter(({ ask }) => technical.has(ask.phase));
	const text = answers.map((answer) => answer.text).join('\n');
	const costMatters = course.visits.some(({ kind }) => kind === 'cost');
	const mistakes = findMistakes(text, { costMatters, tradeOffMatters: false });
	return habitNames.map((name) => {
		const found = mistakes.find((mistake) => mistake.name === name);
		const { title, looksFor } = detectors[name];
		const where = answers.find((answer) => found && answer.text.includes(found.sentence));
		return {
			name,
			title,
			looksFor,
			caught: found !== undefined,
			why: found?.why ?? (text === '' ? 'There was no technical answer to read.' : ''),
			quote: found
				? quote('said', found.sentence, where?.at ?? null)
				: text === ''
					? span(course, 'test', 'no technical question was answered.')
					: quote('clock', `Read ${answers.length} technical answers; none set it off.`),
		};
	});
}
