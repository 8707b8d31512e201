/** Interpreters that may live at once, over all frames of one site on one page or more. */
const names = ['dry-run:python:1', 'dry-run:python:2'] as const;
const loading = 'dry-run:python:loading';
const probe = 'dry-run:python:probe';
/** Milliseconds between two askings for a slot that is in use. */
const PATIENCE = 300;

/** Gives a slot back. */
export type Release = () => void;

/**
 * The right to have a live interpreter. It is held as one of two locks, which the browser lets go when
 * a frame is closed, however that happens. Frames that cannot see each other (sandboxed without an
 * origin, or on plain http) count for themselves.
 */
export class Slots {
	readonly #channel: BroadcastChannel | null = openChannel();
	#wanted: () => void = () => {};
	#held: string | null = null;

	constructor() {
		this.#channel?.addEventListener('message', ({ data }: MessageEvent) => {
			if (data === this.#held) this.#wanted();
		});
	}

	/** False where frames do not know of each other. Firefox lets a frame ask for locks, not for their list. */
	async shared(): Promise<boolean> {
		const release = await grab(probe, { mode: 'shared' });
		release?.();
		return release !== null;
	}

	/** Takes a slot if one is free; `wanted` is called when another frame asks for it. */
	async tryTake(wanted: () => void): Promise<Release | null> {
		for (const name of names) {
			const release = await grab(name, { ifAvailable: true });
			if (release) return this.#hold(name, release, wanted);
		}
		return null;
	}

	/** Waits for a slot, and asks those who hold one without need. `signal` ends the waiting. */
	async take(wanted: () => void, signal: AbortSignal): Promise<Release | null> {
		const free = await this.tryTake(wanted);
		if (free || signal.aborted) return free;
		const done = new AbortController();
		const asking = setInterval(() => this.#ask(), PATIENCE);
		this.#ask();
		signal.addEventListener('abort', () => done.abort());
		try {
			return await new Promise<Release | null>((resolve) => {
				let granted = false;
				done.signal.addEventListener('abort', () => resolve(null));
				for (const name of names) {
					void grab(name, { signal: done.signal }).then((release) => {
						if (!release) return;
						if (granted || signal.aborted) return release();
						granted = true;
						resolve(this.#hold(name, release, wanted));
						done.abort();
					});
				}
			});
		} finally {
			clearInterval(asking);
		}
	}

	/** Does something while no other frame does: what one fetches is there for the next. */
	async inTurn<T>(work: () => Promise<T>): Promise<T> {
		const release = await grab(loading, {});
		try {
			return await work();
		} finally {
			release?.();
		}
	}

	#asked = 0;
	#ask(): void {
		this.#channel?.postMessage(names[this.#asked++ % names.length]);
	}

	#hold(name: string, release: Release, wanted: () => void): Release {
		this.#held = name;
		this.#wanted = wanted;
		return () => {
			this.#held = null;
			release();
		};
	}
}

/** Resolves when the lock is held; null when it is not free, was given up, or there are no locks. */
function grab(name: string, options: LockOptions): Promise<Release | null> {
	const { locks } = navigator as { locks?: LockManager };
	if (!locks) return Promise.resolve(null);
	return new Promise((resolve) => {
		locks
			.request(name, options, (lock) => {
				if (!lock) return resolve(null);
				return new Promise<void>((release) => resolve(release));
			})
			.catch(() => resolve(null));
	});
}

function openChannel(): BroadcastChannel | null {
	try {
		return new BroadcastChannel('dry-run:python');
	} catch {
		return null;
	}
}
