import type { Challenge } from '../core/challenge';
import { enforced, type Circumstances } from '../core/constraint';
import type { Report, RunResult, TestReport } from '../core/report';
import { Console } from './console.svelte';
import type { PythonState } from './python.svelte';

/** What is going on; `since` in milliseconds of `Date.now()`. */
export type Activity = { kind: 'idle' } | { kind: 'run' | 'check'; since: number };

/** How the last check ended. `earlier`: shown again from the history. `lost`: no Python to be had. */
export type CheckResult =
	| { kind: 'report'; report: Report; earlier: boolean; under: Circumstances | undefined }
	| { kind: 'stopped' }
	| { kind: 'lost' };

export type RunEnd = { kind: 'result'; result: RunResult; seconds: number } | { kind: 'lost' };

/** Runs and checks of one exercise: one at a time, the later one wins. */
export class Trial {
	#activity = $state.raw<Activity>({ kind: 'idle' });
	#tests = $state.raw<readonly TestReport[]>([]);
	#check = $state.raw<CheckResult | null>(null);
	#run = $state.raw<RunEnd | null>(null);
	#latest = $state.raw<'run' | 'check' | null>(null);
	#turn = 0;
	readonly console = new Console();
	readonly #challenge: Challenge;
	readonly #python: PythonState;

	constructor(challenge: Challenge, python: PythonState) {
		this.#challenge = challenge;
		this.#python = python;
	}

	get activity(): Activity {
		return this.#activity;
	}
	/** Whether what was asked for waits until Python has loaded. */
	get loading(): boolean {
		const { kind } = this.#python.status;
		return this.#activity.kind !== 'idle' && ['cold', 'waiting', 'loading'].includes(kind);
	}
	/** Tests of the present check, as they end. */
	get tests(): readonly TestReport[] {
		return this.#tests;
	}
	get checkResult(): CheckResult | null {
		return this.#check;
	}
	get runEnd(): RunEnd | null {
		return this.#run;
	}
	/** Which of the two was asked for last. */
	get latest(): 'run' | 'check' | null {
		return this.#latest;
	}

	async run(code: string, stdin: string): Promise<void> {
		const turn = this.#begin('run');
		const since = Date.now();
		this.#run = null;
		this.console.clear();
		const current = () => turn === this.#turn;
		try {
			const python = await this.#python.open();
			if (!current()) return;
			const result = await python.run(code, {
				stdin,
				exercise: this.#challenge,
				onRestart: () => current() && this.console.clear(),
				onOutput: (chunk) => current() && this.console.write(chunk),
				onInput: (prompt) => (current() ? this.console.ask(prompt) : Promise.resolve(null)),
			});
			if (!current()) return;
			this.#run = { kind: 'result', result, seconds: (Date.now() - since) / 1000 };
		} catch {
			if (current()) this.#run = { kind: 'lost' };
		} finally {
			if (current()) this.#end();
		}
	}

	/** Resolves with the report, or null when there is none (stopped, superseded, no Python). */
	async check(code: string, under?: Circumstances): Promise<Report | null> {
		const turn = this.#begin('check');
		this.#check = null;
		this.#tests = [];
		const current = () => turn === this.#turn;
		try {
			const python = await this.#python.open();
			if (!current()) return null;
			const outcome = await python.check(this.#challenge, code, {
				constraints: under ? enforced(under.constraints) : null,
				onTest: (test) => {
					if (current()) this.#ended(test);
				},
			});
			if (!current()) return null;
			this.#check = outcome.kind === 'report' ? { ...outcome, earlier: false, under } : outcome;
			return outcome.kind === 'report' ? outcome.report : null;
		} catch {
			if (current()) this.#check = { kind: 'lost' };
			return null;
		} finally {
			if (current()) this.#end();
		}
	}

	/** Ends what is running; its promise settles as stopped. */
	async stop(): Promise<void> {
		const { kind } = this.#activity;
		if (kind === 'idle') return;
		const turn = ++this.#turn;
		this.#end();
		if (kind === 'check') this.#check = { kind: 'stopped' };
		else this.#run = { kind: 'result', result: stopped, seconds: 0 };
		const python = await this.#python.open().catch(() => null);
		if (turn === this.#turn) python?.stop();
	}

	/** Shows an earlier report again; its lines are those of an earlier text. */
	show(report: Report, under?: Circumstances): void {
		this.#check = { kind: 'report', report, earlier: true, under };
		this.#latest = 'check';
	}

	/** A check that was taken up again in a fresh interpreter tells some tests anew. */
	#ended(test: TestReport): void {
		this.#tests = [...this.#tests.filter(({ id }) => id !== test.id), test];
	}

	#begin(kind: 'run' | 'check'): number {
		this.console.close();
		this.#latest = kind;
		this.#activity = { kind, since: Date.now() };
		return ++this.#turn;
	}

	#end(): void {
		this.console.flush();
		this.console.close();
		this.#activity = { kind: 'idle' };
	}
}

const stopped: RunResult = {
	status: 'stopped',
	value: null,
	problem: null,
	truncated: false,
	examples: null,
};
