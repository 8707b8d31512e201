import type { Exercise } from '../core/challenge';
import type { Enforced } from '../core/constraint';
import type { OutputChunk, Problem, Report, RunResult, TestReport } from '../core/report';
import type { Names } from '../core/names';
import type { PythonStatus } from '../core/python';
import type { Trace } from '../core/trace';

export type RunOptions = {
	/** Text for `input()` and `sys.stdin`, read before `onInput` is asked. */
	stdin?: string;
	/** Asked when stdin is used up and the browser can suspend Python; null answers end of file. */
	onInput?: (prompt: string) => Promise<string | null>;
	onOutput?: (chunk: OutputChunk) => void;
	/** The program begins again (a first visit's late standard library): forget its output. */
	onRestart?: () => void;
	/** When given, the `Examples` class of its tests runs after the program. */
	exercise?: Exercise;
};

export type CheckOptions = {
	/** Called as each test ends, so that a long check shows progress. */
	onTest?: (test: TestReport) => void;
	/** Judged after the tests, each as one more entry of the report. */
	constraints?: Enforced | null;
};

export type CheckOutcome = { kind: 'report'; report: Report } | { kind: 'stopped' };

export type TraceOptions = Pick<RunOptions, 'stdin' | 'onInput'> & {
	/** What the program is written for; it may give modules to it. */
	exercise?: Exercise;
	/** Records this test of the exercise, by its id, in place of a free run. */
	test?: string | null;
	/** Called now and then with the number of steps so far. */
	onProgress?: (steps: number) => void;
};

/** `ended`: Python did not live to tell what it had recorded. */
export type TraceOutcome =
	{ kind: 'trace'; trace: Trace } | { kind: 'ended'; problem: Problem } | { kind: 'stopped' };

/**
 * Python for the page: one program at a time, each in a fresh interpreter. A second call while one
 * runs stops the first. Promises always settle; they
 * reject only when Python itself cannot be loaded, never for anything the learner did.
 */
export interface Python {
	readonly status: PythonStatus;
	/** Whether `input()` can ask while the program runs (needs JavaScript Promise Integration). */
	readonly interactive: boolean;
	/** Calls at once with the present status, then on each change; returns the way out. */
	subscribe(listener: (status: PythonStatus) => void): () => void;
	/** Starts loading; harmless when already loaded. */
	warm(): void;
	/** The next check is probably of this exercise: what can be read ahead is. Loads nothing. */
	expect(exercise: Exercise): void;
	run(code: string, options?: RunOptions): Promise<RunResult>;
	check(exercise: Exercise, code: string, options?: CheckOptions): Promise<CheckOutcome>;
	/** Records a program step by step. */
	trace(code: string, options?: TraceOptions): Promise<TraceOutcome>;
	stop(): void;
	/**
	 * What modules of the standard library offer, from an interpreter that imports them; null when Python
	 * is busy or somebody starts a program meanwhile, which comes first.
	 */
	names(modules: readonly string[]): Promise<Names | null>;
}
