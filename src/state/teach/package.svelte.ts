import type { Result } from '../../core/errors';
import { makePackage, type Order, type PackageError } from '../../embed/scorm/package';

export type PackageState =
	| { kind: 'idle' }
	/** `part` from 0 to 1. */
	| { kind: 'making'; part: number }
	| { kind: 'failed'; error: PackageError }
	| { kind: 'made'; bytes: number };

/** Makes SCORM packages, one at a time, out of the files of this very site. */
export class Packager {
	#state = $state.raw<PackageState>({ kind: 'idle' });
	#wanted: AbortController | null = null;

	get state(): PackageState {
		return this.#state;
	}

	/** Null when nothing was made; `state` then tells why. */
	async make(order: Order): Promise<Blob | null> {
		this.stop();
		const wanted = new AbortController();
		this.#wanted = wanted;
		this.#state = { kind: 'making', part: 0 };
		const fetchFile = async (path: string) => {
			const answer = await fetch(new URL(path, order.site), { signal: wanted.signal });
			if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
			return new Uint8Array(await answer.arrayBuffer());
		};
		const made: Result<Blob, PackageError> = await makePackage(
			order,
			fetchFile,
			(part) => {
				if (this.#wanted === wanted) this.#state = { kind: 'making', part };
			},
			wanted.signal,
		);
		if (this.#wanted !== wanted) return null;
		this.#wanted = null;
		this.#state = made.ok
			? { kind: 'made', bytes: made.value.size }
			: { kind: 'failed', error: made.error };
		return made.ok ? made.value : null;
	}

	stop(): void {
		this.#wanted?.abort();
		this.#wanted = null;
		this.#state = { kind: 'idle' };
	}
}
