import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isEnding, type Ending, type JobEvent } from '../protocol';
import type { HostMessage, JobOrder, Seat } from './host';

/** What a thread says: that it is ready for a job, what happens in it, and how it ended. */
export type FromThread = { type: 'ready' } | { type: 'spent' } | JobEvent | Ending;

type Thread = { worker: Worker; ready: boolean; order: JobOrder | null };

/**
 * Threads that do jobs, each its own at a time and at most so many at once; the others wait in the
 * order in which they came. A thread that hangs, dies or is spoilt by its program is thrown away.
 */
export class Pool {
	readonly #seat: Seat;
	readonly #most: number;
	readonly #say: (message: HostMessage) => void;
	readonly #threads = new Set<Thread>();
	readonly #waiting: JobOrder[] = [];

	constructor(seat: Seat, most: number, say: (message: HostMessage) => void) {
		this.#seat = seat;
		this.#most = most;
		this.#say = say;
		this.#open();
	}

	add(order: JobOrder): void {
		this.#waiting.push(order);
		this.#share();
	}

	/** Hands out what waits; a new thread is started where all are busy. */
	#share(): void {
		for (const thread of this.#threads) {
			if (!thread.ready || thread.order) continue;
			const order = this.#waiting.shift();
			if (!order) return;
			this.#start(thread, order);
		}
		const coming = [...this.#threads].filter(({ order }) => !order).length;
		const wanted = Math.min(this.#waiting.length - coming, this.#most - this.#threads.size);
		for (let i = 0; i < wanted; i++) this.#open();
	}

	#open(): void {
		const worker = new Worker(fileURLToPath(import.meta.url), { workerData: this.#seat });
		const thread: Thread = { worker, ready: false, order: null };
		this.#threads.add(thread);
		worker.once('message', () => {
			thread.ready = true;
			this.#share();
		});
		worker.on('error', (error) => {
			this.#threads.delete(thread);
			const order = this.#waiting.shift();
			const ending: Ending = { type: 'crashed', text: String(error), line: null };
			if (order) this.#say({ id: order.id, ending });
			this.#share();
		});
	}

	#start(thread: Thread, order: JobOrder): void {
		const { worker } = thread;
		thread.order = order;
		let timer: NodeJS.Timeout | undefined;
		let ended = false;
		const end = (ending: Ending, usable: boolean): void => {
			if (ended) return;
			ended = true;
			clearTimeout(timer);
			this.#say({ id: order.id, ending });
			if (!usable) this.#close(thread);
		};
		const startTimer = (): void => {
			clearTimeout(timer);
			timer = setTimeout(() => end({ type: 'overdue' }, false), order.seconds * 1000);
		};
		worker.removeAllListeners('message').removeAllListeners('error');
		worker.on('message', (message: FromThread) => {
			if (message.type === 'spent') this.#close(thread);
			else if (message.type === 'ready') {
				thread.order = null;
				this.#share();
			} else if (isEnding(message)) end(message, message.type === 'result');
			else if (!ended) {
				if (message.type === 'test') startTimer();
				this.#say({ id: order.id, event: message });
			}
		});
		worker.on('error', (error) => {
			if (ended) this.#close(thread);
			else end({ type: 'crashed', text: String(error), line: null }, false);
		});
		startTimer();
		worker.postMessage(order.job);
	}

	/** Ends a thread and keeps one warm in its place. */
	#close(thread: Thread): void {
		if (!this.#threads.delete(thread)) return;
		thread.worker
			.removeAllListeners('message')
			.removeAllListeners('error')
			.on('error', () => {});
		void thread.worker.terminate();
		const idle = [...this.#threads].some(({ order }) => !order);
		if (!idle || this.#waiting.length > 0) this.#open();
	}
}
