import type { Exercise } from '../core/challenge';
import type { PythonStatus } from '../core/python';
import type { Python } from '../runtime/port';

/** The interpreter's status for the page; loads the runtime's own script only when first needed. */
export class PythonState {
	#status = $state.raw<PythonStatus>({ kind: 'cold' });
	#interactive = $state.raw(false);
	#python: Promise<Python> | null = null;
	readonly #load: () => Promise<Python>;

	/** `load` brings the implementation; it is called once. */
	constructor(load: () => Promise<Python>) {
		this.#load = load;
	}

	get status(): PythonStatus {
		return this.#status;
	}
	/** Whether a running program can ask for a line of input. */
	get interactive(): boolean {
		return this.#interactive;
	}
	get busy(): boolean {
		return this.#status.kind === 'running';
	}

	/** The interpreter; loading it on the first call. A failure to fetch is told, and tried anew. */
	open(): Promise<Python> {
		this.#python ??= this.#begin();
		return this.#python;
	}

	/** Begins loading in the background. `exercise`: what is probably checked next. */
	warm(exercise?: Exercise): void {
		void this.open().then(
			(python) => {
				if (exercise) python.expect(exercise);
				python.warm();
			},
			() => undefined,
		);
	}

	async #begin(): Promise<Python> {
		try {
			const python = await this.#load();
			this.#interactive = python.interactive;
			python.subscribe((status) => {
				this.#status = status;
				this.#interactive = python.interactive;
			});
			return python;
		} catch (error) {
			this.#python = null;
			this.#status = { kind: 'crashed', message: 'Its files could not be fetched.' };
			throw error;
		}
	}
}
