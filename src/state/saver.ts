/** Saves as soon as it can: while one save is under way, all changes wait for the next one. */
export class Saver {
	#waiting = false;
	#saving: Promise<void> = Promise.resolve();
	readonly #save: () => Promise<void>;

	/** `save` stores what there is when it is called, if that is not stored yet. */
	constructor(save: () => Promise<void>) {
		this.#save = save;
	}

	/** Something has changed. */
	soon(): void {
		if (!this.#waiting) void this.flush();
	}

	/** Resolves when all changes up to now are stored. */
	flush(): Promise<void> {
		this.#waiting = true;
		this.#saving = this.#saving.then(() => {
			this.#waiting = false;
			return this.#save();
		});
		return this.#saving;
	}
}
