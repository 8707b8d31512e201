import { assets } from 'virtual:runtime';
import type { Names } from '../core/names';
import type { PythonStatus } from '../core/python';
import type { Exercise } from '../core/challenge';
import type { RunResult } from '../core/report';
import type { Cage } from './cage';
import { canKeepStandby, canSuspend, suitableImage } from './capability';
import { check, HARD_LIMIT_GRACE, type Perform } from './checking';
import { toRunResult } from './ending';
import { LentPython, type Borrowed } from './lent';
import { loadPython } from './loading';
import type {
	CheckOptions,
	CheckOutcome,
	Python,
	RunOptions,
	TraceOptions,
	TraceOutcome,
} from './port';
import { newNonce } from './protocol';
import type { Ending, FromRun, Job, JobEvent } from './protocol';
import { stepsSoFar, toTraceOutcome, traceJob } from './tracing';

/** Wall time of a free run, seconds. */
const RUN_SECONDS = 10;
/** Wall time of looking into modules, seconds. */
const NAMES_SECONDS = 4;

/** Python in its cage: loads on `warm`, then gives each program a fresh interpreter. One for the page. */
export function cagedPython(): Python {
	return (python ??= new CagedPython(canKeepStandby()));
}

/** The same for a page that is one of many: one interpreter at a time, and it can be given back. */
export function lentPython(): LentPython {
	return (lent ??= new LentPython(new CagedPython(false)));
}

let python: Python | null = null;
let lent: LentPython | null = null;

type Run = {
	id: number;
	nonce: string;
	onEvent: (event: JobEvent) => void;
	/** Null: somebody stopped it. */
	settle: (ending: Ending | null) => void;
};

class CagedPython implements Borrowed {
	#status: PythonStatus = { kind: 'cold' };
	readonly #listeners = new Set<(status: PythonStatus) => void>();
	/** The memory image to start from; null once it has failed, or where there is none. */
	#image = assets.images[suitableImage()] ?? assets.images.plain;
	#cage: Promise<Cage> | null = null;
	/** Of the exercise that is open. */
	#tests: string | null = null;
	#run: Run | null = null;
	/** Counts calls of `run`, `check` and `stop`; a call that is not the latest is over. */
	#call = 0;
	#runs = 0;
	/** Whether a second interpreter is kept warm. */
	readonly #standby: boolean;

	constructor(standby: boolean) {
		this.#standby = standby;
	}

	/** A plain image has "cannot be suspended" frozen in; an interpreter from sources has not. */
	get interactive(): boolean {
		return canSuspend() && (this.#image === null || this.#image === assets.images.modern);
	}

	get status(): PythonStatus {
		return this.#status;
	}

	subscribe(listener: (status: PythonStatus) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#status);
		return () => void this.#listeners.delete(listener);
	}

	warm(): void {
		this.#open().catch(() => {});
	}

	expect({ tests }: Exercise): void {
		this.#tests = tests;
		void this.#cage?.then(
			(cage) => cage.send({ type: 'expect', tests }),
			() => undefined,
		);
	}

	async ready(): Promise<void> {
		await this.#open();
	}

	async rest(): Promise<void> {
		this.#finish();
		const opening = this.#cage;
		const cage = await opening?.catch(() => null);
		if (this.#cage !== opening || this.#run) return;
		this.#cage = null;
		cage?.close();
		if (this.#status.kind !== 'crashed') this.#set({ kind: 'cold' });
	}

	async run(code: string, options: RunOptions = {}): Promise<RunResult> {
		const { stdin = '', onOutput, onInput, exercise } = options;
		const { tests = null, solution = null, files = [] } = exercise ?? {};
		const job: Job = { kind: 'run', code, stdin, tests, solution, files, seconds: RUN_SECONDS };
		let truncated = false;
		const perform = this.#begin('run', RUN_SECONDS);
		const ending = await perform(job, (event) => {
			switch (event.type) {
				case 'output':
					return onOutput?.(event.chunk);
				case 'restart':
					return options.onRestart?.();
				case 'truncated':
					truncated = true;
					return;
				case 'input':
					return void this.#ask(event.prompt, onInput);
				case 'test':
					return;
			}
		});
		return toRunResult(ending, truncated);
	}

	async check(
		exercise: Exercise,
		code: string,
		{ onTest, constraints }: CheckOptions = {},
	): Promise<CheckOutcome> {
		const perform = this.#begin('check', exercise.limits.seconds);
		return await check(perform, exercise, code, onTest, constraints);
	}

	async trace(code: string, options: TraceOptions = {}): Promise<TraceOutcome> {
		const job = traceJob(code, options);
		const ending = await this.#begin('run', job.seconds)(job, (event) => {
			if (event.type === 'input') void this.#ask(event.prompt, options.onInput);
			else if (event.type === 'test') options.onProgress?.(stepsSoFar(event.json));
		});
		return toTraceOutcome(ending);
	}

	stop(): void {
		if (!this.#finish()) return;
		this.#set({ kind: 'stopped' });
	}

	async names(modules: readonly string[]): Promise<Names | null> {
		if (this.#run || !this.#cage) return null;
		const call = this.#call;
		const cage = await this.#cage;
		if (call !== this.#call || this.#run) return null;
		const job: Job = { kind: 'names', modules, seconds: NAMES_SECONDS };
		const ending = await this.#do(cage, job, NAMES_SECONDS, () => {});
		if (call !== this.#call) return null;
		this.#run = null;
		return ending?.type === 'result' ? (JSON.parse(ending.json) as Names) : null;
	}

	/** Ends what goes on and makes way for a call, whose jobs the answer performs. */
	#begin(what: 'run' | 'check', seconds: number): Perform {
		this.#finish();
		const call = this.#call;
		return async (job, onEvent) => {
			const cage = await this.#open();
			if (call !== this.#call) return null;
			this.#set({ kind: 'running', what });
			const ending = await this.#do(cage, job, seconds, onEvent);
			if (call !== this.#call) return null;
			this.#run = null;
			if (ending?.type === 'crashed') this.#set({ kind: 'crashed', message: ending.text });
			else this.#set({ kind: 'ready' });
			return ending;
		};
	}

	/** One job in an interpreter of its own; null when it was stopped. */
	#do(
		cage: Cage,
		job: Job,
		seconds: number,
		onEvent: (event: JobEvent) => void,
	): Promise<Ending | null> {
		const id = ++this.#runs;
		const nonce = newNonce();
		this.#run?.settle(null);
		return new Promise((settle) => {
			this.#run = { id, nonce, onEvent, settle };
			cage.send({ type: 'start', run: id, nonce, job, seconds: seconds + HARD_LIMIT_GRACE });
		});
	}

	/** Stops the run that goes on, if any; its promise settles at once. */
	#finish(): boolean {
		this.#call++;
		const run = this.#run;
		this.#run = null;
		if (!run) return false;
		void this.#cage?.then((cage) => cage.send({ type: 'stop', run: run.id }));
		run.settle(null);
		return true;
	}

	async #ask(prompt: string, onInput: RunOptions['onInput']): Promise<void> {
		const run = this.#run!;
		const line = (await onInput?.(prompt)) ?? null;
		if (this.#run === run) (await this.#cage)?.send({ type: 'line', run: run.id, line });
	}

	#open(): Promise<Cage> {
		this.#cage ??= this.#loadSomehow().catch((error: Error) => {
			this.#cage = null;
			this.#set({ kind: 'crashed', message: error.message });
			throw error;
		});
		return this.#cage;
	}

	/** From the memory image; from sources when that is missing, cut short or made for another engine. */
	async #loadSomehow(): Promise<Cage> {
		if (this.#image) {
			try {
				return await this.#load();
			} catch {
				this.#image = null;
			}
		}
		return await this.#load();
	}

	#load(): Promise<Cage> {
		const hasImage = this.#image !== null;
		const setting = { interactive: this.interactive, hasImage, standby: this.#standby };
		return loadPython(
			this.#image,
			{ ...setting, tests: this.#tests },
			{
				progress: (loaded, total) => this.#set({ kind: 'loading', loaded, total }),
				ready: () => void (this.#run || this.#set({ kind: 'ready' })),
				receive: (message) => this.#receive(message),
			},
		);
	}

	#receive(message: FromRun): void {
		const run = this.#run;
		if (!run || message.run !== run.id || message.nonce !== run.nonce) return;
		if (message.type === 'event') run.onEvent(message.event);
		else run.settle(message.ending);
	}

	#set(status: PythonStatus): void {
		this.#status = status;
		for (const listener of this.#listeners) listener(status);
	}
}
