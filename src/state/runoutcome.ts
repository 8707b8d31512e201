import type { RunOutcome } from '../core/session';
import type { Trial } from './trial.svelte';

/** Longest piece of output that is kept of a run. */
const most = 400;

/** What an interview keeps of the last run; null when Python could not start. */
export function runOutcome({ runEnd, console }: Trial): RunOutcome | null {
	if (runEnd?.kind !== 'result') return null;
	const { status, problem, examples, value } = runEnd.result;
	const printed = console.chunks
		.map(({ text }) => text)
		.join('')
		.trim();
	const said = problem ? `${problem.type}: ${problem.text}` : printed || (value ?? '');
	return {
		status,
		said: said.length > most ? `${said.slice(0, most)} …` : said,
		passed: examples?.filter((test) => test.status === 'pass').length ?? 0,
		total: examples?.length ?? 0,
	};
}
