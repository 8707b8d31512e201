import {
	exampleExercise,
	gapsOf,
	provenText,
	slugFor,
	type Authored,
	type Gap,
} from '../../core/authored';
import type { LocalExercise } from '../../core/pack';
import { sha256 } from '../../core/sha256';
import type { AppStorage } from '../../storage/storage';
import type { PythonState } from '../python.svelte';
import { Saver } from '../saver';
import { Prover } from './proof.svelte';

/** One exercise on its author's desk: saved as it is typed, shared once it is proven. */
export class Author {
	#authored = $state.raw<Authored>() as Authored;
	#saved = $state.raw(true);
	/** Hash of what the content check would look at now; null while it is reckoned. */
	#present = $state.raw<string | null>(null);
	readonly #storage: AppStorage;
	readonly #saver = new Saver(() => this.#save());
	readonly prover: Prover;

	private constructor(authored: Authored, storage: AppStorage, python: PythonState) {
		this.#authored = authored;
		this.#storage = storage;
		this.prover = new Prover(python);
		void this.#reckon();
	}

	/** Null when there is no such exercise. */
	static async open(id: string, storage: AppStorage, python: PythonState): Promise<Author | null> {
		const authored = await storage.authored.get(id);
		return authored ? new Author(authored, storage, python) : null;
	}

	get id(): string {
		return this.#authored.id;
	}
	get exercise(): LocalExercise {
		return this.#authored.exercise;
	}
	get saved(): boolean {
		return this.#saved;
	}
	/** Whether what is stored outlives the page. */
	get durable(): boolean {
		return this.#storage.health.durable;
	}
	get gaps(): readonly Gap[] {
		return gapsOf(this.exercise);
	}
	/** Whether the content check passed on just what is written now. */
	get proven(): boolean {
		return this.#present !== null && this.#present === this.#authored.proven;
	}

	write(changes: Partial<LocalExercise>): void {
		const before = this.exercise;
		const next = { ...before, ...changes };
		const { shared } = this.#authored;
		// Once others have it the key stays, and what is judged differently is another version.
		if (shared === null && changes.title !== undefined) {
			next.slug = slugFor(next.title, this.id.slice(0, 4));
		}
		if (shared === next.version && provenText(next) !== provenText(before)) next.version += 1;
		this.#authored = { ...this.#authored, exercise: next };
		this.#saved = false;
		this.#present = null;
		this.#saver.soon();
		void this.#reckon();
	}

	/** Fills an empty exercise with one that passes, to learn from. */
	fillIn(): void {
		const { title } = exampleExercise('');
		this.write(exampleExercise(slugFor(title, this.id.slice(0, 4))));
	}

	async prove(): Promise<void> {
		const { exercise } = this;
		const good = await this.prover.prove(exercise);
		if (!good) return;
		const proven = sha256(provenText(exercise));
		this.#authored = { ...this.#authored, proven };
		this.#saved = false;
		await this.flush();
	}

	/** Notes that others have it now. */
	async share(): Promise<void> {
		if (this.#authored.shared === this.exercise.version) return;
		this.#authored = { ...this.#authored, shared: this.exercise.version };
		this.#saved = false;
		await this.flush();
	}

	/** Resolves when all is stored. */
	flush(): Promise<void> {
		return this.#saver.flush();
	}

	async #save(): Promise<void> {
		if (this.#saved) return;
		const sent = this.#authored;
		await this.#storage.authored.save(sent);
		if (this.#authored === sent) this.#saved = true;
	}

	async #reckon(): Promise<void> {
		const text = provenText(this.exercise);
		const hash = sha256(text);
		if (text === provenText(this.exercise)) this.#present = hash;
	}
}
