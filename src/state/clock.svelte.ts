const tick = 200;

/** Counts milliseconds while it runs. */
export class Clock {
	#spent = $state.raw(0);
	#since = $state.raw<number | null>(null);
	#shown = $state.raw(0);
	#timer: ReturnType<typeof setInterval> | undefined;
	readonly #now: () => number;
	readonly #ticked: (elapsed: number) => void;

	/** `now` never goes back; `ticked` is called several times a second while it runs. */
	constructor(now: () => number, ticked: (elapsed: number) => void = () => undefined) {
		this.#now = now;
		this.#ticked = ticked;
	}

	/** To this moment. */
	get elapsed(): number {
		return this.#spent + (this.#since === null ? 0 : this.#now() - this.#since);
	}
	/** As of the last tick, to be drawn. */
	get shown(): number {
		return this.#shown;
	}
	get running(): boolean {
		return this.#since !== null;
	}

	start(): void {
		if (this.#since !== null) return;
		this.#since = this.#now();
		this.#timer = setInterval(() => {
			this.#shown = this.elapsed;
			this.#ticked(this.#shown);
		}, tick);
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#spent = this.elapsed;
		this.#shown = this.#spent;
		this.#since = null;
	}

	/** Stands at a time and does not run. */
	set(elapsed: number): void {
		this.stop();
		this.#spent = elapsed;
		this.#shown = elapsed;
	}
}
