import type { BuiltIn, BuiltInSupport } from './builtin';

/** `part` from 0 to 1; null when the browser does not say. */
export type BuiltInStatus =
	| { kind: 'looking' }
	| { kind: 'absent' }
	| { kind: 'fetchable'; failed: boolean }
	| { kind: 'fetching'; part: number | null }
	| { kind: 'ready' };

/** Whether the browser's own model is there. */
export class BuiltInState {
	#status = $state.raw<BuiltInStatus>({ kind: 'looking' });
	readonly #own: BuiltIn | null;

	constructor(own: BuiltIn | null) {
		this.#own = own;
	}

	get status(): BuiltInStatus {
		return this.#status;
	}

	/** Finds out; downloads nothing. */
	async look(): Promise<void> {
		const support = (await this.#own?.support()) ?? 'unavailable';
		if (this.#status.kind !== 'fetching') this.#status = shownAs(support);
	}

	/** Lets the browser download it; only on request. */
	async fetch(): Promise<void> {
		this.#status = { kind: 'fetching', part: null };
		const there = await this.#own?.fetch((part) => {
			this.#status = { kind: 'fetching', part };
		});
		this.#status = there ? { kind: 'ready' } : { kind: 'fetchable', failed: true };
	}
}

function shownAs(support: BuiltInSupport): BuiltInStatus {
	if (support === 'available') return { kind: 'ready' };
	// A download that goes on in another tab is joined by asking for it.
	return support === 'unavailable' ? { kind: 'absent' } : { kind: 'fetchable', failed: false };
}
