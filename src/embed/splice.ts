import type { Parent } from './bridge';
import type { WorkState } from './messages';
import { readState } from './protocol';

type Means = {
	parent: Parent;
	/** The one origin that may see code; null: the score goes out without the program. */
	origin: string | null;
	newId(): string;
	/** Work that the page around the frame had kept. */
	restore(state: WorkState): void;
	/** What there is now; null before the learner began. */
	present(): WorkState | null;
};

/**
 * The SPLICE protocol for smart learning content in frames (cssplice.org/slcp): asks for the state,
 * reports score and state, and says how high the frame wants to be.
 */
export class Splice {
	readonly #means: Means;
	#asked: string | null = null;

	constructor(means: Means) {
		this.#means = means;
	}

	/** Asks the page around the frame for what it kept. */
	ask(): void {
		this.#asked = this.#means.newId();
		this.#post({ subject: 'SPLICE.getState', message_id: this.#asked });
	}

	/** A message that reached the window. */
	receive({ source, origin, data }: Pick<MessageEvent, 'source' | 'origin' | 'data'>): void {
		const { parent, restore, present } = this.#means;
		if (source !== (parent as unknown)) return;
		if (this.#means.origin !== null && origin !== this.#means.origin) return;
		if (typeof data !== 'object' || data === null) return;
		const { subject, message_id, state } = data as Record<string, unknown>;
		if (subject === 'SPLICE.getState.response' && message_id === this.#asked) {
			this.#asked = null;
			const kept = readState(state);
			if (kept) restore(kept);
		} else if (subject === 'SPLICE.getState' && typeof message_id === 'string') {
			const work = present();
			const shown = work && this.#means.origin !== null ? work : null;
			this.#post({ subject: 'SPLICE.getState.response', message_id, state: shown });
		}
	}

	/** A judged attempt, or work that has changed. `score`: 0 to 1. */
	report(score: number, work: WorkState): void {
		const { hints, attempts, best } = work;
		const state = this.#means.origin === null ? { hints, attempts, best } : work;
		const message_id = this.#means.newId();
		this.#post({ subject: 'SPLICE.reportScoreAndState', message_id, score, state });
	}

	resize(height: number): void {
		this.#post({ subject: 'lti.frameResize', message_id: this.#means.newId(), height });
	}

	#post(message: object): void {
		this.#means.parent.postMessage(message, this.#means.origin ?? '*');
	}
}
