import type { Problem, RunResult } from '../core/report';
import type { Ending } from './protocol';

/** The result of a free run, however its worker ended; null when somebody stopped it. */
export function toRunResult(ending: Ending | null, truncated: boolean): RunResult {
	if (ending?.type === 'result') return { ...(JSON.parse(ending.json) as RunResult), truncated };
	const rest = { value: null, truncated, examples: null };
	if (!ending) return { ...rest, status: 'stopped', problem: null };
	const status = ending.type === 'overdue' ? 'timeout' : 'crashed';
	return { ...rest, status, problem: explain(ending) };
}

/** What an ending without a result means, as a problem in the learner's program. */
export function explain(ending: Exclude<Ending, { type: 'result' }>): Problem {
	if (ending.type === 'overdue') {
		return problem(
			'Stopped',
			'Your program did not give control back in time, so Python was ended. A single call into C code, such as sum() or sorted() over an enormous range, cannot be interrupted.',
			'no answer within the time limit',
			null,
		);
	}
	const { text, line } = ending;
	if (/call stack|stack overflow|too much recursion|recursion/i.test(text)) {
		return problem(
			'TooDeep',
			'Your program went too deep for the interpreter: a call, a comparison or a repr() nests too far. Look for a recursion without an end, or use a loop.',
			'stack overflow',
			line,
		);
	}
	if (/memory|allocation/i.test(text) && !/out of bounds/i.test(text)) {
		return problem(
			'OutOfMemory',
			'Your program asked for more memory than there is. Keep less at once: a generator or a running total needs no list.',
			'out of memory',
			line,
		);
	}
	return problem(
		'Crashed',
		'Your program ended the interpreter itself. Your code is kept, and a fresh Python is ready.',
		text.split('\n', 1)[0]!.slice(0, 300),
		line,
	);
}

function problem(type: string, explanation: string, text: string, line: number | null): Problem {
	const traceback = line === null ? text : `  File "solution.py", line ${line}\n${type}: ${text}`;
	return { type, text, explanation, line, column: null, traceback };
}
