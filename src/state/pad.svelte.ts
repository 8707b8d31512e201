import { joined } from '../coach/dictated';
import { Clock } from './clock.svelte';
import type { Dictation } from './dictation.svelte';

/** Something that is said, typed or dictated, while a clock runs from the first word on. */
export class Pad {
	#text = $state.raw('');
	#spoken = false;
	#hearing = $state.raw(false);
	readonly clock: Clock;
	readonly dictation: Dictation;
	readonly #changed: (text: string) => void;

	/** `now` in milliseconds, never going back; `changed` is told each new text. */
	constructor(dictation: Dictation, now: () => number, changed: (text: string) => void) {
		this.dictation = dictation;
		this.clock = new Clock(now);
		this.#changed = changed;
	}

	get text(): string {
		return this.#text;
	}
	/** Spoken as soon as any of it was dictated. */
	get mode(): 'typed' | 'spoken' {
		return this.#spoken ? 'spoken' : 'typed';
	}

	type(text: string): void {
		if (text !== '') this.clock.start();
		this.#text = text;
		this.#changed(text);
	}

	/** Begins to listen, or stops. */
	dictate(): void {
		if (this.dictation.status.kind === 'listening') return this.dictation.stop();
		this.#hearing = true;
		this.clock.start();
		this.dictation.start((heard) => {
			if (!this.#hearing || heard.trim() === '') return;
			this.#spoken = true;
			this.type(joined(this.#text, heard));
		});
	}

	/** Stops listening and the clock; what was said stays. */
	stop(): void {
		this.#hearing = false;
		this.dictation.stop();
		this.clock.stop();
	}

	/** Begins with another text, at nought. */
	reset(text = ''): void {
		this.stop();
		this.clock.set(0);
		this.#spoken = false;
		this.#text = text;
	}
}
