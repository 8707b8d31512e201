import { blankExercise, slugFor, type Authored } from '../../core/authored';
import type { Result } from '../../core/errors';
import type { LocalExercise, Pack } from '../../core/pack';
import { makePack, readPack, type PackError } from '../../embed/pack';
import type { AppStorage } from '../../storage/storage';
import type { PythonState } from '../python.svelte';
import { Author } from './author.svelte';

/** All exercises of one author, those put away apart. */
export class AuthorShelf {
	#all = $state.raw<readonly Authored[]>([]);
	#removed = $state.raw<string | null>(null);
	readonly #storage: AppStorage;
	readonly #python: PythonState;

	private constructor(storage: AppStorage, python: PythonState) {
		this.#storage = storage;
		this.#python = python;
		storage.subscribe((change) => {
			if (change.kind === 'authored' || change.kind === 'everything') void this.refresh();
		});
	}

	static async open(storage: AppStorage, python: PythonState): Promise<AuthorShelf> {
		const shelf = new AuthorShelf(storage, python);
		await shelf.refresh();
		return shelf;
	}

	/** Last saved first. */
	get exercises(): readonly Authored[] {
		return this.#all.filter(({ deletedAt }) => deletedAt === null);
	}
	/** Those that can be taken out again. */
	get deleted(): readonly Authored[] {
		return this.#all.filter(({ deletedAt }) => deletedAt !== null);
	}
	/** The one that was put away just now. */
	get removed(): Authored | null {
		return this.deleted.find(({ id }) => id === this.#removed) ?? null;
	}

	/** Begins an exercise and answers its id. */
	async begin(): Promise<string> {
		const id = this.#storage.authored.newId();
		await this.#put(id, blankExercise(slugFor('', id.slice(0, 4))));
		return id;
	}

	/** An exercise to work on; null when there is none of that id. */
	async author(id: string): Promise<Author | null> {
		return Author.open(id, this.#storage, this.#python);
	}

	async putAway(id: string): Promise<void> {
		await this.#storage.authored.putAway(id, true);
		this.#removed = id;
		await this.refresh();
	}

	async takeOut(id: string): Promise<void> {
		await this.#storage.authored.putAway(id, false);
		await this.refresh();
	}

	/** Those of the given ids as one pack. */
	pack(title: string, ids: readonly string[]): Pack {
		const chosen = this.exercises.filter(({ id }) => ids.includes(id));
		return makePack(
			title,
			chosen.map(({ exercise }) => exercise),
		);
	}

	/** Brings a pack's exercises; one that is here already stays as it is. Answers how many came. */
	async import(
		file: Blob,
	): Promise<Result<{ title: string; added: number; known: number }, PackError>> {
		const read = await readPack(file);
		if (!read.ok) return read;
		const { title, exercises } = read.value;
		const here = new Set(this.exercises.map(({ exercise }) => exercise.slug));
		const fresh = exercises.filter(({ slug }) => !here.has(slug));
		for (const exercise of fresh) {
			await this.#put(this.#storage.authored.newId(), exercise, exercise.version);
		}
		await this.refresh();
		const added = fresh.length;
		return { ok: true, value: { title, added, known: exercises.length - added } };
	}

	async refresh(): Promise<void> {
		this.#all = await this.#storage.authored.all();
	}

	async #put(id: string, exercise: LocalExercise, shared: number | null = null): Promise<void> {
		await this.#storage.authored.save({ id, exercise, deletedAt: null, proven: null, shared });
		await this.refresh();
	}
}
