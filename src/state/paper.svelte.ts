import type { Box, Moment } from '../core/session';
import type { Recorder } from './recorder';

/** Typing is written down this often; milliseconds. */
const pace = 1000;

/** What stands in the boxes of an interview, written down as it is typed. */
export class Paper {
	#texts = $state.raw() as Readonly<Record<Box, string>>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #recorder: Recorder;
	readonly #written: (moment: Moment) => void;

	/** `written` is called with each change that has been recorded. */
	constructor(
		boxes: Readonly<Record<Box, string>>,
		recorder: Recorder,
		written: (moment: Moment) => void,
	) {
		this.#texts = boxes;
		this.#recorder = recorder;
		this.#written = written;
	}

	get texts(): Readonly<Record<Box, string>> {
		return this.#texts;
	}

	type(box: Box, text: string): void {
		this.#texts = { ...this.#texts, [box]: text };
		this.#timer ??= setTimeout(() => this.write(), pace);
	}

	/** Writes down what was typed since the last time. */
	write(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		for (const box of Object.keys(this.#texts) as Box[]) {
			const moment = this.#recorder.text(box, this.#texts[box]);
			if (moment) this.#written(moment);
		}
	}

	/** The interview has taken what stood in these boxes. */
	clear(boxes: readonly Box[]): void {
		if (boxes.length === 0) return;
		this.#texts = { ...this.#texts, ...Object.fromEntries(boxes.map((box) => [box, ''])) };
		for (const box of boxes) this.#recorder.emptied(box);
	}

	/** Writes nothing more. */
	close(): void {
		clearTimeout(this.#timer);
	}
}
