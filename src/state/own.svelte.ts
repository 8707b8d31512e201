import type { Intake } from '../core/intake/found';
import type { OwnExercise } from '../core/pack';
import type { AppStorage } from '../storage/storage';
import type { ChosenFile } from './chosen';

/** What an import has brought. `known`: how many were here already. */
export type Brought = { added: OwnExercise[]; known: number; problems: string[] };

/** Exercises from elsewhere: kept here, taken away and brought back, handed on as a pack. */
export class Own {
	#rows = $state.raw<readonly OwnExercise[]>([]);
	#loaded = $state.raw(false);
	#removed = $state.raw<readonly OwnExercise[]>([]);
	#busy = $state.raw(false);
	readonly #storage: AppStorage;

	constructor(storage: AppStorage) {
		this.#storage = storage;
		storage.subscribe(({ kind }) => {
			if (kind === 'exercises' || kind === 'everything') void this.refresh();
		});
	}

	/** In the order in which they came. */
	get rows(): readonly OwnExercise[] {
		return this.#rows;
	}
	get loaded(): boolean {
		return this.#loaded;
	}
	/** What was taken away last and can be brought back. */
	get removed(): readonly OwnExercise[] {
		return this.#removed;
	}
	/** Files are being read. */
	get busy(): boolean {
		return this.#busy;
	}

	async refresh(): Promise<void> {
		this.#rows = await this.#storage.exercises.all();
		this.#loaded = true;
	}

	/** Makes exercises of files and keeps them; whatever happens, what was here stays. */
	async bring(chosen: ChosenFile[]): Promise<Brought> {
		this.#busy = true;
		try {
			const { exercises, problems } = await understand(chosen);
			const added = exercises.length > 0 ? await this.#storage.exercises.add(exercises) : [];
			await this.refresh();
			return { added, known: exercises.length - added.length, problems };
		} catch (problem) {
			const why = problem instanceof Error ? problem.message : String(problem);
			return { added: [], known: 0, problems: [`Nothing was imported. ${why}`] };
		} finally {
			this.#busy = false;
		}
	}

	async remove(rows: readonly OwnExercise[]): Promise<void> {
		await this.#storage.exercises.remove(rows.map(({ slug }) => slug));
		this.#removed = rows;
		await this.refresh();
	}

	/** Brings back what was taken away last. */
	async undo(): Promise<void> {
		const rows = [...this.#removed];
		this.#removed = [];
		await this.#storage.exercises.restore(rows);
		await this.refresh();
	}

	/** All of them as the text of a pack. */
	async pack(): Promise<string> {
		const { makePack, printPack } = await import('../embed/pack');
		return printPack(
			makePack(
				'My exercises',
				this.#rows.map(({ exercise }) => exercise),
			),
		);
	}
}

async function understand(chosen: ChosenFile[]): Promise<Intake> {
	const [{ readChosen }, { readExercises }, { checkPack }] = await Promise.all([
		import('./chosen'),
		import('../core/intake/read'),
		import('../storage/backup/exercise'),
	]);
	const { files, problems } = await readChosen(chosen);
	if (files.length === 0 && problems.length > 0) return { exercises: [], problems };
	const read = readExercises(files, checkPack);
	return { exercises: read.exercises, problems: [...problems, ...read.problems] };
}
