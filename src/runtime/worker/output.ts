import type { OutputChunk } from '../../core/report';

export const MAX_CHARACTERS = 1_000_000;
export const MAX_LINES = 10_000;
const FLUSH_CHARACTERS = 8192;
const FLUSH_MILLISECONDS = 20;

/** Gathers a program's output into few messages, in order, and cuts it at the limits. */
export class Output {
	#pending: OutputChunk | null = null;
	#flushedAt = 0;
	#characters = 0;
	#lines = 0;
	#cut = false;

	constructor(
		private readonly send: (chunk: OutputChunk) => void,
		private readonly now: () => number,
		private readonly onCut: () => void,
	) {}

	write(stream: OutputChunk['stream'], text: string): void {
		if (this.#cut) return;
		const kept = this.#fit(text);
		if (this.#pending && this.#pending.stream !== stream) this.flush();
		if (this.#pending) this.#pending.text += kept;
		else this.#pending = { stream, text: kept };
		if (this.#cut || this.#pending.text.length > FLUSH_CHARACTERS) this.flush();
		else this.flushIfDue();
		if (this.#cut) this.onCut();
	}

	flushIfDue(): void {
		if (this.#pending && this.now() - this.#flushedAt > FLUSH_MILLISECONDS) this.flush();
	}

	flush(): void {
		if (!this.#pending) return;
		this.send(this.#pending);
		this.#pending = null;
		this.#flushedAt = this.now();
	}

	#fit(text: string): string {
		let end = Math.min(text.length, MAX_CHARACTERS - this.#characters);
		for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
			if (++this.#lines >= MAX_LINES) end = at + 1;
		}
		this.#characters += end;
		const full = this.#characters >= MAX_CHARACTERS || this.#lines >= MAX_LINES;
		this.#cut = full || end < text.length;
		return text.slice(0, end);
	}
}
