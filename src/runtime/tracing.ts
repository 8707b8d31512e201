import type { Trace } from '../core/trace';
import { explain } from './ending';
import type { TraceOptions, TraceOutcome } from './port';
import type { Ending, Job } from './protocol';

/** Wall time of a recording, seconds: looking at every step takes longer than running. */
const TRACE_SECONDS = 20;

/** The job that records a program, or one test of it. */
export function traceJob(code: string, options: TraceOptions): Job & { kind: 'trace' } {
	const { stdin = '', exercise, test = null } = options;
	const { tests = null, solution = null, files = [] } = exercise ?? {};
	const cost = exercise?.limits.cost ?? 0;
	const seconds = TRACE_SECONDS;
	return { kind: 'trace', code, stdin, tests, solution, files, test, cost, seconds };
}

/** What a recording came to; null where somebody stopped it. */
export function toTraceOutcome(ending: Ending | null): TraceOutcome {
	if (!ending) return { kind: 'stopped' };
	if (ending.type !== 'result') return { kind: 'ended', problem: explain(ending) };
	return { kind: 'trace', trace: JSON.parse(ending.json) as Trace };
}

/** How far a recording has come, from what it says of itself. */
export function stepsSoFar(json: string): number {
	return (JSON.parse(json) as { steps: number }).steps;
}
