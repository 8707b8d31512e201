import type { Sitting } from '../core/answer';
import type { Context } from './context';

/** Answers that are still being given. */
export class Sittings {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** An id for a new one. */
	newId(): string {
		return this.#context.newId();
	}

	/** Those of one drill, newest first. */
	async forSlug(slug: string): Promise<Sitting[]> {
		const rows = await this.#context.engine.read(['sittings'], (reader) => reader.all('sittings'));
		return rows
			.filter((sitting) => sitting.slug === slug)
			.sort((one, two) => Date.parse(two.savedAt) - Date.parse(one.savedAt));
	}

	all(): Promise<Sitting[]> {
		return this.#context.engine.read(['sittings'], (reader) => reader.all('sittings'));
	}

	/**
	 * Saves what was said so far; `base` is the revision that it grew from, 0 for a new one. Where
	 * another tab has gone on with the same sitting, this one becomes a sitting of its own.
	 */
	async save(
		sitting: Omit<Sitting, 'savedAt' | 'revision' | 'tab'> & { base: number },
	): Promise<Sitting> {
		const { engine, tab, now, newId } = this.#context;
		const { base, ...facts } = sitting;
		return engine.write(['sittings'], async (writer) => {
			const present = await writer.get('sittings', facts.id);
			const parted = present !== undefined && present.tab !== tab && present.revision !== base;
			const next: Sitting = {
				...facts,
				id: parted ? newId() : facts.id,
				savedAt: now().toISOString(),
				revision: (parted ? 0 : (present?.revision ?? base)) + 1,
				tab,
			};
			await writer.put('sittings', next);
			return next;
		});
	}

	/** Drops one for good. */
	discard(id: string): Promise<void> {
		return this.#context.engine.write(['sittings'], (writer) => writer.delete('sittings', id));
	}
}
