import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export const formats = ['text', 'json', 'junit', 'csv', 'gradescope', 'classroom'] as const;
export type Format = (typeof formats)[number];

/** What somebody asks for on the command line. */
export type Order = {
	command: 'check' | 'judge';
	/** `check`: where exercises are; `judge`: the challenge, null where attempt files name theirs. */
	exercise: string | null;
	/** What is judged; null for `check`. */
	programs: string | null;
	format: Format;
	jobs: number;
	/** File or folder to write to; null for standard output. */
	output: string | null;
};

export const usage = `Usage:
  dryrun check <folder>                     are these exercises sound?
  dryrun judge <challenge> <file|folder>    judge programs, or attempt files, by one challenge
  dryrun judge <folder of attempt files>    judge each by the challenge that it names

<folder> holds one exercise or many. <challenge> is a built-in one ("bounded-gather"), or a folder or
file: one of ours, one of Exercism's, a .py file whose functions have examples, JSON lines of prompts
with a check function or of cases [arguments, expected], or a pack.

  --format ${formats.join('|')}   (text)
  --output <file>    where to write; a folder for gradescope and classroom with several programs
  --jobs <n>         how many at once (${availableParallelism()}, one a core)
  --help

Ends with 0 when all is well, 1 when something failed, 2 when something could not be read.`;

/** Reads the arguments; a string is what is wrong with them, null asks for help. */
export function readOrder(values: string[]): Order | string | null {
	let parsed;
	try {
		parsed = parseArgs({
			args: values,
			allowPositionals: true,
			options: {
				format: { type: 'string', default: 'text' },
				output: { type: 'string' },
				jobs: { type: 'string' },
				help: { type: 'boolean', default: false },
			},
		});
	} catch (problem) {
		return problem instanceof Error ? problem.message : String(problem);
	}
	const { values: options, positionals } = parsed;
	if (options.help) return null;
	const [command, first, second, ...more] = positionals;
	if (command !== 'check' && command !== 'judge') {
		return command === undefined
			? 'Say what to do: check or judge.'
			: `There is no command "${command}"; there are check and judge.`;
	}
	if (first === undefined) {
		return command === 'check'
			? 'Say which folder to check.'
			: 'Say by which challenge to judge, and what.';
	}
	if (more.length > 0 || (command === 'check' && second !== undefined)) {
		return `"${more[0] ?? second}" is one argument too many.`;
	}
	const format = formats.find((each) => each === options.format);
	if (!format) return `There is no format "${options.format}"; there are ${formats.join(', ')}.`;
	const jobs = Number(options.jobs ?? availableParallelism());
	if (!Number.isInteger(jobs) || jobs < 1)
		return `--jobs must be a number from 1, not "${options.jobs}".`;
	const { output = null } = options;
	if (command === 'check') {
		return { command, exercise: first, programs: null, format, jobs, output };
	}
	return second === undefined
		? { command, exercise: null, programs: first, format, jobs, output }
		: { command, exercise: first, programs: second, format, jobs, output };
}
