/** Where virtual time starts: 2026-01-01T00:00:00Z, in milliseconds. */
const EPOCH = Date.UTC(2026, 0, 1);
const NANOSECOND = 1e-6;

/**
 * The wall clock that Python sees. Virtual (until `useRealTime`): it stands still but for `advance`
 * and one nanosecond a reading, so that a check reads the same times on every device.
 */
export class Clock {
	#virtual = true;
	#elapsed = 0;
	readonly #date: () => number = Date.now.bind(Date);
	readonly #now: () => number = performance.now.bind(performance);

	useRealTime(): void {
		this.#virtual = false;
	}

	/** Where it stands, for `set`. */
	get(): number {
		return this.#elapsed;
	}

	/** Goes back to a place of virtual time. */
	set(elapsed: number): void {
		this.#virtual = true;
		this.#elapsed = elapsed;
	}

	/** Moves virtual time on; seconds. */
	advance(seconds: number): void {
		this.#elapsed += seconds * 1000;
	}

	/** Milliseconds since 1970. */
	date(): number {
		return this.#virtual ? EPOCH + this.#tick() : this.#date();
	}

	/** Monotonic milliseconds. */
	now(): number {
		return this.#virtual ? this.#tick() : this.#now();
	}

	/** Monotonic milliseconds of the device, for limits. */
	real(): number {
		return this.#now();
	}

	#tick(): number {
		return (this.#elapsed += NANOSECOND);
	}
}

/** Random bytes from a fixed seed, or the device's own; the same sequence on every device. */
export class Entropy {
	#state = 0x9e3779b9;
	#real = false;
	readonly #fill = crypto.getRandomValues.bind(crypto);

	useDevice(): void {
		this.#real = true;
	}

	/** Where the sequence stands, for `set`. */
	get(): number {
		return this.#state;
	}

	/** Goes back to a place of the fixed sequence. */
	set(state: number): void {
		this.#real = false;
		this.#state = state;
	}

	fill(view: Uint8Array<ArrayBuffer>): void {
		if (this.#real) {
			for (let at = 0; at < view.length; at += 65536) this.#fill(view.subarray(at, at + 65536));
			return;
		}
		for (let i = 0; i < view.length; i++) view[i] = this.#next() & 0xff;
	}

	/** Mulberry32. */
	#next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return t ^ (t >>> 14);
	}
}
