import type { OutputChunk } from '../core/report';

/** What a program printed, and the question it is waiting on. */
export class Console {
	#chunks = $state.raw<readonly OutputChunk[]>([]);
	#question = $state.raw<{ prompt: string } | null>(null);
	#pending: OutputChunk[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#answer: ((line: string | null) => void) | null = null;

	/** Neighbours of one stream are one chunk. */
	get chunks(): readonly OutputChunk[] {
		return this.#chunks;
	}
	get question(): { prompt: string } | null {
		return this.#question;
	}

	clear(): void {
		this.close();
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#pending = [];
		this.#chunks = [];
	}

	/** Adds output; the page sees it a few times a second, however fast it comes. */
	write(chunk: OutputChunk): void {
		this.#pending.push(chunk);
		this.#timer ??= setTimeout(() => this.flush(), 40);
	}

	/** Shows at once what has been written. */
	flush(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#pending.length === 0) return;
		const chunks = [...this.#chunks];
		for (const { stream, text } of this.#pending) {
			const last = chunks.at(-1);
			if (last?.stream === stream) chunks[chunks.length - 1] = { stream, text: last.text + text };
			else chunks.push({ stream, text });
		}
		this.#pending = [];
		this.#chunks = chunks;
	}

	/** Asks the person for a line; null is the end of input. */
	ask(prompt: string): Promise<string | null> {
		this.close();
		this.flush();
		this.#question = { prompt };
		return new Promise((resolve) => {
			this.#answer = resolve;
		});
	}

	/** Answers the open question; Python itself echoes the line. Null is the end of input. */
	answer(line: string | null): void {
		this.#answer?.(line);
		this.#answer = null;
		this.#question = null;
	}

	/** Ends an open question without an answer. */
	close(): void {
		this.answer(null);
	}
}
