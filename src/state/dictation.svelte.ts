import type { Speech, SpeechProblem, SpeechSupport } from './speech';

export type DictationStatus =
	| { kind: 'absent' }
	/** The browser has to fetch a language first. */
	| { kind: 'fetchable' }
	| { kind: 'fetching' }
	| { kind: 'ready'; problem: SpeechProblem | null }
	| { kind: 'listening'; hearing: string };

/** Dictation on this device; absent where the browser cannot do it. */
export class Dictation {
	#status = $state.raw<DictationStatus>({ kind: 'absent' });
	#stop: (() => void) | null = null;
	readonly #speech: Speech | null;

	constructor(speech: Speech | null) {
		this.#speech = speech;
	}

	get status(): DictationStatus {
		return this.#status;
	}

	/** Finds out what can be done here. */
	async look(): Promise<void> {
		const support = (await this.#speech?.support()) ?? 'unavailable';
		if (this.#status.kind !== 'listening') this.#status = shownAs(support);
	}

	/** Lets the browser fetch the language; only on request. */
	async fetch(): Promise<void> {
		this.#status = { kind: 'fetching' };
		const there = (await this.#speech?.install()) ?? false;
		this.#status = there ? { kind: 'ready', problem: null } : { kind: 'fetchable' };
	}

	/** Listens; what is heard goes to `hear`, for good or as what may still change. */
	start(hear: (heard: string, hearing: string) => void): void {
		if (!this.#speech || this.#status.kind === 'listening') return;
		this.#status = { kind: 'listening', hearing: '' };
		this.#stop = this.#speech.listen({
			heard: (heard, hearing) => {
				hear(heard, hearing);
				if (this.#stop) this.#status = { kind: 'listening', hearing };
			},
			ended: (problem) => {
				this.#stop = null;
				this.#status = { kind: 'ready', problem };
			},
		});
	}

	/** Ends listening; the last words may still arrive. */
	stop(): void {
		this.#stop?.();
	}
}

function shownAs(support: SpeechSupport): DictationStatus {
	if (support === 'available') return { kind: 'ready', problem: null };
	if (support === 'downloadable') return { kind: 'fetchable' };
	return support === 'downloading' ? { kind: 'fetching' } : { kind: 'absent' };
}
