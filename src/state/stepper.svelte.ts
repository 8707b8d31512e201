import type { Exercise } from '../core/challenge';
import { stepOn } from '../core/picture/stepping';
import type { Problem } from '../core/report';
import type { Trace, TraceStep } from '../core/trace';
import { Console } from './console.svelte';
import type { PythonState } from './python.svelte';

/** A test to step through; `message` is what its check said. */
export type SteppedTest = { id: string; title: string; message: string | null };

/** What is stepped through: `code` as it was then; `test` null for a free run. */
export type Recording = { trace: Trace; code: string; test: SteppedTest | null };

export type Stepping =
	| { kind: 'off' }
	| { kind: 'recording'; since: number; steps: number; test: SteppedTest | null }
	| ({ kind: 'on' } & Recording)
	/** There is nothing to step through; `problem` null where no Python could be had. */
	| { kind: 'failed'; problem: Problem | null };

/** Records a program and goes through it, step by step and back. */
export class Stepper {
	#state = $state.raw<Stepping>({ kind: 'off' });
	#at = $state.raw(0);
	#breakpoints = $state.raw<readonly number[]>([]);
	#turn = 0;
	readonly console = new Console();
	readonly #exercise: Exercise;
	readonly #python: PythonState;

	constructor(exercise: Exercise, python: PythonState) {
		this.#exercise = exercise;
		this.#python = python;
	}

	get state(): Stepping {
		return this.#state;
	}
	/** Index of the present step. */
	get at(): number {
		return this.#at;
	}
	get step(): TraceStep | null {
		return this.#state.kind === 'on' ? (this.#state.trace.steps[this.#at] ?? null) : null;
	}
	/** Lines of the program, in their order. */
	get breakpoints(): readonly number[] {
		return this.#breakpoints;
	}

	/** Records a free run, or one test, and begins: at its start, or where the test failed. */
	async record(code: string, stdin: string, test: SteppedTest | null): Promise<void> {
		const turn = ++this.#turn;
		const current = () => turn === this.#turn;
		const since = Date.now();
		this.console.clear();
		this.#state = { kind: 'recording', since, steps: 0, test };
		try {
			const python = await this.#python.open();
			if (!current()) return;
			const outcome = await python.trace(code, {
				stdin,
				exercise: this.#exercise,
				test: test?.id ?? null,
				onProgress: (steps) => {
					if (current()) this.#state = { kind: 'recording', since, steps, test };
				},
				onInput: (prompt) => (current() ? this.console.ask(prompt) : Promise.resolve(null)),
			});
			if (!current()) return;
			if (outcome.kind === 'stopped') this.#state = { kind: 'off' };
			else if (outcome.kind === 'ended') this.#state = { kind: 'failed', problem: outcome.problem };
			else this.#begin({ trace: outcome.trace, code, test });
		} catch {
			if (current()) this.#state = { kind: 'failed', problem: null };
		} finally {
			if (current()) this.console.close();
		}
	}

	/** Ends a recording that goes on, and the stepping. */
	async close(): Promise<void> {
		const was = this.#state.kind;
		this.#turn++;
		this.console.close();
		this.#state = { kind: 'off' };
		if (was === 'recording') (await this.#python.open().catch(() => null))?.stop();
	}

	/** Goes to a step; beyond an end to that end. */
	go(at: number): void {
		if (this.#state.kind !== 'on') return;
		this.#at = Math.max(0, Math.min(at, this.#state.trace.steps.length - 1));
	}

	mark(breakpoints: readonly number[]): void {
		this.#breakpoints = breakpoints;
	}

	/** Goes on to the next time a line is about to run, from the start again if need be. */
	toLine(line: number): boolean {
		const lines = new Set([line]);
		return this.#jump(this.#find(lines, 1) ?? this.#first(lines));
	}

	/** Goes to the next breakpoint, onwards or backwards. */
	toBreakpoint(direction: 1 | -1): boolean {
		return this.#jump(this.#find(new Set(this.#breakpoints), direction));
	}

	/** Goes to where the error was raised that ended it. */
	toFailing(): boolean {
		return this.#jump(this.#state.kind === 'on' ? this.#state.trace.failing : null);
	}

	#begin(recording: Recording): void {
		const { trace } = recording;
		if (trace.steps.length === 0) {
			this.#state = { kind: 'failed', problem: trace.problem ?? unrecorded(trace.message) };
			return;
		}
		this.#at = recording.test && trace.failing !== null ? trace.failing : 0;
		this.#state = { kind: 'on', ...recording };
	}

	#find(lines: ReadonlySet<number>, direction: 1 | -1): number | null {
		return this.#state.kind === 'on' ? stepOn(this.#state.trace, this.#at, lines, direction) : null;
	}

	#first(lines: ReadonlySet<number>): number | null {
		return this.#state.kind === 'on' ? stepOn(this.#state.trace, -1, lines, 1) : null;
	}

	#jump(at: number | null): boolean {
		if (at === null) return false;
		this.#at = at;
		return true;
	}
}

function unrecorded(message: string | null): Problem {
	return {
		type: 'Nothing to step through',
		text: '',
		explanation: message ?? 'The program has no line that runs.',
		line: null,
		column: null,
		traceback: '',
	};
}
