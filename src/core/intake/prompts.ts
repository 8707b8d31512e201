import type { LocalExercise } from '../pack';
import { complete } from './found';
import { isObject, textOf, type Json } from './json';

/** Whether the JSON is a prompt with a function that checks: `prompt`, `test`, `entry_point`. */
export function isPromptTask(value: Json): boolean {
	return isObject(value) && typeof value.prompt === 'string' && typeof value.test === 'string';
}

/**
 * A prompt that ends in a function's docstring, and a `check(candidate)` of asserts. The prompt alone
 * is the starter; with `canonical_solution` it is the solution.
 */
export function readPromptTask(value: Json, number: number): LocalExercise {
	const prompt = textOf(value, 'prompt');
	const entry = textOf(value, 'entry_point');
	const body = textOf(value, 'canonical_solution');
	const name = entry || textOf(value, 'task_id') || `task ${number}`;
	const pointer = entry ? `\n\nMETADATA = {"entry_point": ${JSON.stringify(entry)}}\n` : '';
	return complete(`${textOf(value, 'task_id')} ${name}`, {
		title: name,
		summary: textOf(value, 'task_id'),
		starter: prompt.endsWith('\n') ? prompt : `${prompt}\n`,
		solution: body === '' ? null : wholeProgram(prompt, body),
		tests: textOf(value, 'test') + pointer,
		prompt: `Complete the function below.\n\n\`\`\`python\n${prompt.trimEnd()}\n\`\`\`\n`,
	});
}

/** A solution is mostly the rest of the function, and sometimes the whole. */
function wholeProgram(prompt: string, body: string): string {
	return /^(def|class|from|import|async def) /m.test(body.split('\n', 1)[0]!)
		? body
		: prompt + body;
}
