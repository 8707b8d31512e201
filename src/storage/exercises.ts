import type { LocalExercise, OwnExercise } from '../core/pack';
import type { Context } from './context';

/** Exercises from elsewhere, by slug. */
export class Exercises {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	get(slug: string): Promise<OwnExercise | undefined> {
		return this.#context.engine.read(['exercises'], (reader) => reader.get('exercises', slug));
	}

	/** In the order in which they were added, then by slug. */
	async all(): Promise<OwnExercise[]> {
		const rows = await this.#context.engine.read(['exercises'], (reader) =>
			reader.all('exercises'),
		);
		return rows.sort((one, two) => Date.parse(one.addedAt) - Date.parse(two.addedAt));
	}

	/**
	 * Keeps exercises and answers those that are new. One that is here already stays as it is; another
	 * of the same slug gets a number.
	 */
	async add(exercises: LocalExercise[]): Promise<OwnExercise[]> {
		const { engine, tabs, now } = this.#context;
		const addedAt = now().toISOString();
		const added = await engine.write(['exercises'], async (writer) => {
			const rows: OwnExercise[] = [];
			for (const exercise of exercises) {
				for (let number = 1; ; number++) {
					const slug = number === 1 ? exercise.slug : `${exercise.slug}-${number}`;
					const here = await writer.get('exercises', slug);
					const numbered = { ...exercise, slug };
					if (here && JSON.stringify(here.exercise) !== JSON.stringify(numbered)) continue;
					if (!here) {
						const row = { slug, addedAt, exercise: numbered };
						await writer.put('exercises', row);
						rows.push(row);
					}
					break;
				}
			}
			return rows;
		});
		if (added.length > 0) tabs.tell({ kind: 'exercises' });
		return added;
	}

	/** Puts rows back that were removed. */
	async restore(rows: OwnExercise[]): Promise<void> {
		const { engine, tabs } = this.#context;
		await engine.write(['exercises'], async (writer) => {
			for (const row of rows) await writer.put('exercises', row);
		});
		tabs.tell({ kind: 'exercises' });
	}

	/** Takes them away; what was done with them stays. */
	async remove(slugs: string[]): Promise<void> {
		const { engine, tabs } = this.#context;
		await engine.write(['exercises'], async (writer) => {
			for (const slug of slugs) await writer.delete('exercises', slug);
		});
		tabs.tell({ kind: 'exercises' });
	}
}
