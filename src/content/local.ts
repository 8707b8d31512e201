import type { Challenge } from '../core/challenge';
import type { LocalExercise } from '../core/pack';
import { renderMarkdown } from './markdown';

/** An exercise from elsewhere as a challenge; its Markdown is rendered like our own, nothing in it runs. */
export function renderLocal(exercise: LocalExercise): Challenge {
	const { hints, prompt, debrief, ...rest } = exercise;
	return {
		...rest,
		prompt: renderMarkdown(prompt),
		hints: hints.map(({ title, text }) => ({ title, html: renderMarkdown(text) })),
		debrief: renderMarkdown(debrief),
	};
}
