/** Heights that are told within this time belong together. Milliseconds. */
const WINDOW = 1000;
/** So many changes of direction in that time are a loop, not a person. */
const MOST_TURNS = 3;
/** The first loop is held at its highest for this long, each later one twice as long. Milliseconds. */
const FIRST_HOLD = 2000;

/**
 * Decides which of the measured heights are told to the page around the frame. Where each answer of
 * that page causes the next height (a scroll bar comes and goes), the highest one stays for a while.
 */
export class Height {
	#told = 0;
	#held = 0;
	#heldUntil = 0;
	#hold = FIRST_HOLD;
	#recent: { at: number; height: number }[] = [];

	/** `measured` in pixels, `now` in milliseconds; null when there is nothing to tell. */
	next(measured: number, now: number): number | null {
		const height = Math.ceil(measured);
		if (now < this.#heldUntil && height <= this.#held) return null;
		if (height === this.#told || height <= 0) return null;
		this.#recent = [...this.#recent.filter(({ at }) => now - at < WINDOW), { at: now, height }];
		if (turns(this.#recent.map((it) => it.height)) >= MOST_TURNS) {
			this.#held = Math.max(...this.#recent.map((it) => it.height));
			this.#heldUntil = now + this.#hold;
			this.#hold *= 2;
			this.#recent = [];
			if (this.#told === this.#held) return null;
			return (this.#told = this.#held);
		}
		return (this.#told = height);
	}

	/** Milliseconds until a height that was withheld may be offered again; 0 when none needs to be. */
	wait(now: number): number {
		return Math.max(0, this.#heldUntil - now);
	}
}

function turns(heights: readonly number[]): number {
	let count = 0;
	for (let i = 2; i < heights.length; i++) {
		const before = heights[i - 1]! - heights[i - 2]!;
		const after = heights[i]! - heights[i - 1]!;
		if (before * after < 0) count++;
	}
	return count;
}
