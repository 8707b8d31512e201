import type { Parent } from './bridge';

/**
 * The handshake of H5P's resizer, a script that many course pages have already: `hello` both ways,
 * then `prepareResize`, `resizePrepared` and `resize` whenever the height has changed.
 */
export class H5p {
	readonly #parent: Parent;
	#heard = false;
	#height = 0;

	constructor(parent: Parent) {
		this.#parent = parent;
	}

	/** Makes the frame known. */
	greet(): void {
		this.#post({ action: 'hello' });
	}

	/** A message that reached the window. */
	receive({ source, data }: Pick<MessageEvent, 'source' | 'data'>): void {
		if (source !== (this.#parent as unknown)) return;
		if (typeof data !== 'object' || data === null) return;
		const { context, action } = data as Record<string, unknown>;
		if (context !== 'h5p') return;
		if (action === 'hello') {
			this.#heard = true;
			this.#prepare();
		} else if (action === 'resizePrepared') {
			const height = this.#height;
			// Older resizers read `height`, later ones `scrollHeight`.
			this.#post({ action: 'resize', height, scrollHeight: height, clientHeight: height });
		} else if (action === 'resize') this.#prepare();
	}

	resize(height: number): void {
		this.#height = height;
		if (this.#heard) this.#prepare();
	}

	#prepare(): void {
		if (this.#height === 0) return;
		const height = this.#height;
		this.#post({ action: 'prepareResize', scrollHeight: height, clientHeight: height });
	}

	#post(message: object): void {
		this.#parent.postMessage({ context: 'h5p', ...message }, '*');
	}
}
