import type { Challenge } from '../core/challenge';
import type { LocalExercise } from '../core/pack';
import { renderMarkdown } from './markdown';

/** An exercise from elsewhere as a challenge; its Markdown is rendered like our own, nothing in it runs. */
export function renderLocal(exercise: LocalExercise): Challenge {
	const { prompt, hints, debrief, solution } = exercise;
	return {
		...exercise,
		solution: solution ?? '',
		prompt: renderMarkdown(prompt),
		hints: hints.map(({ title, text }) => ({ title, html: renderMarkdown(text) })),
		debrief: renderMarkdown(debrief),
	};
}
