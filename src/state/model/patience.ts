import type { ModelFailure } from '../../coach/model/failure';

/** How long a model may say nothing; seconds. */
export const patienceSeconds = 30;

/** Ends a request that its user stops, or that has been silent for too long. */
export class Patience {
	readonly #wanted: AbortSignal;
	readonly #controller = new AbortController();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#overdue = false;

	/** `wanted` is its user's signal. */
	constructor(wanted: AbortSignal) {
		this.#wanted = wanted;
		if (wanted.aborted) this.#controller.abort();
		wanted.addEventListener('abort', this.#stop);
		this.heard();
	}

	/** For whatever is to end. */
	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** Why it was ended; null when it was not. */
	get failure(): ModelFailure | null {
		if (this.#wanted.aborted) return { kind: 'stopped' };
		return this.#overdue ? { kind: 'silent', seconds: patienceSeconds } : null;
	}

	/** A sign of life: the wait begins anew. */
	heard(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#overdue = true;
			this.#controller.abort();
		}, patienceSeconds * 1000);
	}

	/** Nothing is waited for any more. */
	end(): void {
		clearTimeout(this.#timer);
		this.#wanted.removeEventListener('abort', this.#stop);
	}

	readonly #stop = (): void => this.#controller.abort();
}
