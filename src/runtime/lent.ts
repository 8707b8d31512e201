import type { Exercise } from '../core/challenge';
import type { Names } from '../core/names';
import type { PythonStatus } from '../core/python';
import type { RunResult } from '../core/report';
import { toRunResult } from './ending';
import type {
	CheckOptions,
	CheckOutcome,
	Python,
	RunOptions,
	TraceOptions,
	TraceOutcome,
} from './port';
import { Slots, type Release } from './slots';

/** What is lent: a Python that can be put to rest. */
export type Borrowed = Python & {
	/** Resolves when it has loaded. */
	ready(): Promise<void>;
	/** Ends the interpreter; the next use loads it anew. */
	rest(): Promise<void>;
};

/** How long a frame may be out of sight before its interpreter is given back. Milliseconds. */
const OUT_OF_SIGHT = 1500;

/**
 * Python for one of many frames: has a live interpreter only while it holds one of few slots, gives
 * it back when another frame needs it more or when nobody sees the frame.
 */
export class LentPython implements Python {
	readonly #python: Borrowed;
	readonly #slots: Slots;
	readonly #listeners = new Set<(status: PythonStatus) => void>();
	#release: Release | null = null;
	/** Whether frames know nothing of each other, so that there are no slots. */
	#alone = false;
	#taking: Promise<boolean> | null = null;
	#waiting: AbortController | null = null;
	#resting: Promise<void> = Promise.resolve();
	#jobs = 0;
	#call = 0;
	#seen = true;
	#hiding: ReturnType<typeof setTimeout> | undefined;

	constructor(python: Borrowed, slots = new Slots()) {
		this.#python = python;
		this.#slots = slots;
		python.subscribe(() => this.#tell());
	}

	get status(): PythonStatus {
		return this.#waiting ? { kind: 'waiting' } : this.#python.status;
	}
	get interactive(): boolean {
		return this.#python.interactive;
	}

	subscribe(listener: (status: PythonStatus) => void): () => void {
		this.#listeners.add(listener);
		listener(this.status);
		return () => void this.#listeners.delete(listener);
	}

	/** Loads only if that takes nobody's place. */
	warm(): void {
		if (!this.#seen) return;
		void this.#take(false)
			.then((taken) => (taken ? this.#load() : undefined))
			.catch(() => {});
	}

	expect(exercise: Exercise): void {
		this.#python.expect(exercise);
	}

	async run(code: string, options?: RunOptions): Promise<RunResult> {
		return await this.#work(
			() => this.#python.run(code, options),
			() => toRunResult(null, false),
		);
	}

	async check(exercise: Exercise, code: string, options?: CheckOptions): Promise<CheckOutcome> {
		return await this.#work(
			() => this.#python.check(exercise, code, options),
			() => ({ kind: 'stopped' }),
		);
	}

	async trace(code: string, options?: TraceOptions): Promise<TraceOutcome> {
		return await this.#work(
			() => this.#python.trace(code, options),
			() => ({ kind: 'stopped' }),
		);
	}

	stop(): void {
		this.#call++;
		this.#waiting?.abort();
		this.#python.stop();
	}

	async names(modules: readonly string[]): Promise<Names | null> {
		return this.#release ? await this.#python.names(modules) : null;
	}

	/** Whether the frame can be seen. */
	show(seen: boolean): void {
		this.#seen = seen;
		clearTimeout(this.#hiding);
		if (!seen) this.#hiding = setTimeout(() => void this.#giveBack(), OUT_OF_SIGHT);
	}

	async #work<T>(job: () => Promise<T>, stopped: () => T): Promise<T> {
		const call = ++this.#call;
		this.#jobs++;
		try {
			await this.#take(true);
			if (call !== this.#call) return stopped();
			await this.#load();
			if (call !== this.#call) return stopped();
			return await job();
		} finally {
			this.#jobs--;
			if (!this.#seen || !(await this.#slots.shared())) await this.#giveBack();
		}
	}

	/** Whether there is a slot now; where frames know nothing of each other there always is. */
	#take(wait: boolean): Promise<boolean> {
		if (this.#release) return Promise.resolve(true);
		if (this.#taking && !this.#waiting && wait) return this.#taking.then(() => this.#take(wait));
		this.#taking ??= this.#takeOne(wait).finally(() => (this.#taking = null));
		return this.#taking;
	}

	async #takeOne(wait: boolean): Promise<boolean> {
		const wanted = (): void => void this.#giveBack();
		const free = await this.#slots.tryTake(wanted);
		if (free) {
			this.#release = free;
			return true;
		}
		if (!(await this.#slots.shared())) return (this.#alone = true);
		if (!wait) return false;
		const waiting = (this.#waiting = new AbortController());
		this.#tell();
		this.#release = await this.#slots.take(wanted, waiting.signal);
		this.#waiting = null;
		this.#tell();
		return this.#release !== null;
	}

	/** Whether an interpreter may live here now; the right to it can be gone by the time of its turn. */
	get #entitled(): boolean {
		return this.#release !== null || this.#alone;
	}

	async #load(): Promise<void> {
		await this.#resting;
		if (!this.#entitled) return;
		if (this.#python.status.kind !== 'cold') return await this.#python.ready();
		await this.#slots.inTurn(async () => {
			if (this.#entitled) await this.#python.ready();
		});
	}

	/** Gives the slot back, unless a program is running or waited for. */
	async #giveBack(): Promise<void> {
		if (this.#jobs > 0) return;
		const release = this.#release;
		this.#release = null;
		this.#resting = this.#resting.then(() => this.#python.rest());
		await this.#resting;
		release?.();
	}

	#tell(): void {
		for (const listener of this.#listeners) listener(this.status);
	}
}
