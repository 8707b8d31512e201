import type { Job, JobEvent } from '../protocol';
import type { Interpreter } from './interpreter';
import { Output } from './output';
import { stacks } from './stacks';
import { watch } from './watch';

const SIGINT = 2;
/** The device's clock is asked only at every so many polls; cost at each. */
const POLLS_PER_CLOCK = 64;
/**
 * Python polls again before it calls the signal's handler and while that handler begins; an answer
 * to those would recurse until the stack is gone.
 */
const POLLS_PER_INTERRUPT = 20;

/** How `input()` gets a line: null is end of file. Absent where nobody can be asked. */
export type ReadLine = (prompt: string) => Promise<string | null>;
/** What a call of Python may do: wait for a line, and switch stacks. */
export type Abilities = { readLine: ReadLine | null; suspends: boolean };

type Callable = { (json: string): unknown; callPromising(json: string): Promise<unknown> };
type Harness = Record<Job['kind'], Callable> &
	Record<'asks_for_input' | 'starts_threads', (...sources: string[]) => boolean>;

/**
 * Gives Python the `_dryrun` module, its way to the outside. Returns the program's output, and a
 * promise that is rejected when one of Python's other stacks ends the interpreter.
 */
export function bridge(
	interpreter: Interpreter,
	emit: (event: JobEvent) => void,
	{ readLine, suspends }: Abilities,
): { output: Output; death: Promise<never> } {
	const { py, clock } = interpreter;
	const output = new Output(
		(chunk) => emit({ type: 'output', chunk }),
		() => clock.real(),
		() => emit({ type: 'truncated' }),
	);
	const { extend, ...limits } = limit(interpreter, () => output.flushIfDue());
	let die!: (error: unknown) => void;
	const death = new Promise<never>((_, reject) => (die = reject));
	death.catch(() => {});
	interpreter.bridge = {
		...limits,
		...(suspends ? stacks(interpreter, die) : {}),
		suspends,
		cost: interpreter.cost,
		watch: (dicts: number, dictCount: number, functions: number, functionCount: number) =>
			watch(interpreter.heap, {
				dicts: { address: dicts, length: dictCount },
				functions: { address: functions, length: functionCount },
			}),
		interactive: readLine !== null,
		write: (stream: 'stdout' | 'stderr', text: string) => output.write(stream, text),
		progress: (json: string) => emit({ type: 'test', json }),
		advance: (seconds: number) => clock.advance(seconds),
		now: () => clock.real() / 1000,
		sleep: (seconds: number) => {
			output.flush();
			sleep(seconds);
		},
		readline: async (prompt: string) => {
			output.flush();
			const asked = clock.real();
			const line = await readLine?.(prompt);
			extend(clock.real() - asked);
			return line ?? undefined;
		},
	};
	py.registerJsModule('_dryrun', interpreter.bridge);
	return { output, death };
}

/**
 * Does one job and returns its result as JSON text. Throws only when the interpreter dies: whatever
 * the program did, the harness answers for. Events are sent with `emit` as they happen.
 */
export async function perform(
	interpreter: Interpreter,
	job: Job,
	emit: (event: JobEvent) => void,
	readLine: ReadLine | null,
	canSuspend: boolean,
): Promise<string> {
	const { py, clock, entropy } = interpreter;
	const free = job.kind === 'run' || (job.kind === 'trace' && job.test === null);
	if (free) {
		clock.useRealTime();
		entropy.useDevice();
	}
	if (job.kind === 'check') expect(interpreter, job.tests);
	const { kind, ...spec } = job;
	const harness = py.pyimport('harness') as Harness;
	// Deep recursion ends better in a synchronous call, so only what needs it is called otherwise.
	const asks = free && readLine !== null && harness.asks_for_input(job.code);
	const threads = job.kind !== 'names' && harness.starts_threads(job.code, job.tests ?? '');
	const suspends = canSuspend && (asks || threads);
	interpreter.suspended ||= suspends;
	const { output, death } = bridge(interpreter, emit, { readLine, suspends });
	const json = JSON.stringify(spec);
	const entry = harness[kind];
	const result = suspends ? await Promise.race([entry.callPromising(json), death]) : entry(json);
	output.flush();
	return String(result);
}

/**
 * Has the harness read the tests of the check that is to come, once. Costs must not depend on when
 * that was, so it is always the first thing that an interpreter does.
 */
export function expect(interpreter: Interpreter, tests: string): void {
	if (interpreter.expected === tests) return;
	interpreter.expected = tests;
	(interpreter.py.pyimport('harness') as { expect(text: string): void }).expect(tests);
}

/** `budget` and `reason` of the bridge: limits that are polled from Python's own loop. */
function limit(interpreter: Interpreter, onPoll: () => void) {
	const { py, clock, cost } = interpreter;
	let steps = Infinity;
	let deadline = Infinity;
	let polls = 0;
	let reason: 'cost' | 'time' = 'cost';
	let quiet = 0;
	const interrupt = (why: 'cost' | 'time'): number => {
		reason = why;
		quiet = POLLS_PER_INTERRUPT;
		polls = 0;
		return SIGINT;
	};
	const poll = (): number => {
		if (quiet > 0) {
			quiet--;
			return 0;
		}
		if (cost() > steps) return interrupt('cost');
		if (polls++ % POLLS_PER_CLOCK === 0) {
			onPoll();
			if (clock.real() > deadline) return interrupt('time');
		}
		return 0;
	};
	const buffer = Object.defineProperty({}, 0, { get: poll, set: () => {} });
	py.setInterruptBuffer(buffer as Uint8Array);
	return {
		budget: (limit: number, seconds: number) => {
			steps = limit || Infinity;
			deadline = seconds ? clock.real() + seconds * 1000 : Infinity;
		},
		reason: () => reason,
		/** Gives time back that the program spent waiting for a person. Milliseconds. */
		extend: (milliseconds: number) => void (deadline += milliseconds),
	};
}

const waiting = new Int32Array(
	new WebAssembly.Memory({ shared: true, initial: 1, maximum: 1 }).buffer,
);

/** Blocks this worker; seconds. */
function sleep(seconds: number): void {
	if (seconds > 0) Atomics.wait(waiting, 0, 0, seconds * 1000);
}

/** The learner's line in what a dying interpreter wrote (`faulthandler`'s dump), innermost first. */
export function lastLine(dump: string): number | null {
	const match = /File "solution\.py", line (\d+)/.exec(dump);
	return match ? Number(match[1]) : null;
}
