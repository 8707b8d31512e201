import { isEnding } from '../protocol';
import type {
	Assignment,
	Ending,
	FromWorker,
	JobEvent,
	Parts,
	Setting,
	ToWorker,
} from '../protocol';

/** The longest single message that a program may cause. Characters. */
const MESSAGE_LIMIT = 8_000_000;

/** Time for messages that have already arrived to be read. Milliseconds. */
const LAST_CALL = 50;

/** How a seat's job ends; `unfinished` wants to be done again once the library is there. */
export type Outcome = Ending | { type: 'unfinished' };

/** A worker with one interpreter in it, which does one job and is then ended. */
export class Seat {
	readonly booted: Promise<void>;
	readonly #worker: Worker;
	readonly #port: MessagePort;
	#needsLibrary = true;
	#expects: string | null = null;
	#nonce = '';
	#seconds = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#onEvent: (event: JobEvent) => void = () => {};
	#settle: (ending: Outcome) => void = () => {};

	/** `script` is the worker's address, a blob of this frame; it reads it while the parts come. */
	constructor(script: string, setting: Setting) {
		this.#worker = new Worker(script);
		const { port1, port2 } = new MessageChannel();
		this.#port = port1;
		this.#worker.postMessage(setting, [port2]);
		this.booted = new Promise((resolve, reject) => {
			port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
				if (data.type === 'booted') resolve();
				else if (data.type === 'stillborn') {
					reject(new Error(data.text));
					this.end({ type: 'crashed', text: data.text, line: null });
				} else if (data.nonce !== this.#nonce || isTooLong(data)) return;
				else if (data.type === 'unfinished' || isEnding(data)) this.end(data);
				else this.#onEvent(data);
			};
			this.#worker.onerror = (event) => {
				event.preventDefault();
				// A worker that the program made itself may fail as it likes.
				if (event.filename && event.filename !== script) return;
				reject(new Error(event.message));
				this.end({ type: 'crashed', text: event.message, line: null });
			};
		});
		this.booted.catch(() => {});
	}

	/** Starts the interpreter. */
	boot(parts: Parts): this {
		this.#needsLibrary = parts.library === null;
		this.#send({ type: 'boot', parts });
		return this;
	}

	/** Hands over the standard library, where this interpreter was started without it. */
	bring(library: ArrayBuffer): void {
		if (this.#needsLibrary) this.#send({ type: 'library', library });
		this.#needsLibrary = false;
	}

	/** Has these tests read ahead; what it checks then has to be of these. */
	expect(tests: string): void {
		if (this.#expects === tests) return;
		this.#expects = tests;
		this.#send({ type: 'expect', tests });
	}

	/** Whether a check of these tests finds what it would find in a fresh interpreter. */
	suits(tests: string): boolean {
		return this.#expects === null || this.#expects === tests;
	}

	/** Does the job; always settles, after `seconds` of wall time at the latest. */
	async work(
		{ job, nonce }: Assignment,
		seconds: number,
		onEvent: (event: JobEvent) => void,
	): Promise<Outcome> {
		this.#nonce = nonce;
		this.#seconds = seconds;
		this.#onEvent = (event) => {
			// Each test has the time to itself, and what a person takes to answer is not the program's.
			if (event.type === 'test') this.#startTimer();
			else if (event.type === 'input') clearTimeout(this.#timer);
			onEvent(event);
		};
		const outcome = new Promise<Outcome>((resolve) => (this.#settle = resolve));
		this.#send({ type: 'job', job, nonce });
		void this.booted.then(
			() => this.#startTimer(),
			() => {},
		);
		return await outcome;
	}

	/** Answers the program's `input()`. */
	answer(line: string | null): void {
		this.#startTimer();
		this.#send({ type: 'line', line });
	}

	/** Ends the worker, whatever it is doing. */
	end(outcome: Outcome = { type: 'overdue' }): void {
		clearTimeout(this.#timer);
		this.#worker.terminate();
		this.#port.close();
		this.#settle(outcome);
	}

	#startTimer(): void {
		clearTimeout(this.#timer);
		const end = (): void => this.end({ type: 'overdue' });
		// Where the page was busy, the worker's own answer may wait behind this timer: it comes first.
		const lastCall = (): void => void (this.#timer = setTimeout(end, LAST_CALL));
		this.#timer = setTimeout(lastCall, this.#seconds * 1000);
	}

	#send(message: ToWorker): void {
		this.#port.postMessage(message);
	}
}

function isTooLong(message: FromWorker): boolean {
	switch (message.type) {
		case 'output':
			return message.chunk.text.length > MESSAGE_LIMIT;
		case 'test':
		case 'result':
			return message.json.length > MESSAGE_LIMIT;
		default:
			return false;
	}
}
