import type { Note } from '../core/note';
import type { AppStorage } from '../storage/storage';

const pause = 400;

/** A learner's notes on one challenge, saved as they are typed. */
export class NoteKeeper {
	#text = $state.raw('');
	#saved = $state.raw(true);
	#revision = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<void> = Promise.resolve();
	readonly #slug: string;
	readonly #storage: AppStorage;

	constructor(slug: string, storage: AppStorage, stored: Note | undefined) {
		this.#slug = slug;
		this.#storage = storage;
		this.#text = stored?.text ?? '';
		this.#revision = stored?.revision ?? 0;
	}

	get text(): string {
		return this.#text;
	}
	get saved(): boolean {
		return this.#saved;
	}

	type(text: string): void {
		this.#text = text;
		this.#saved = false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), pause);
	}

	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#saving = this.#saving.then(() => this.#save());
		return this.#saving;
	}

	async #save(): Promise<void> {
		if (this.#saved) return;
		const sent = this.#text;
		const note = await this.#storage.notes.save({
			slug: this.#slug,
			text: sent,
			base: this.#revision,
		});
		this.#revision = note.revision;
		if (this.#text !== sent) return;
		this.#text = note.text;
		this.#saved = true;
	}
}
