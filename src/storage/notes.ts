import { decideNote, type Note } from '../core/note';
import type { Context } from './context';

/** A learner's own words, one note a challenge. */
export class Notes {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	get(slug: string): Promise<Note | undefined> {
		return this.#context.engine.read(['notes'], (reader) => reader.get('notes', slug));
	}

	all(): Promise<Note[]> {
		return this.#context.engine.read(['notes'], (reader) => reader.all('notes'));
	}

	/**
	 * Saves a text that grew from revision `base` (0: from nothing). Texts of two tabs are joined;
	 * the note that is returned is what is stored.
	 */
	async save(request: { slug: string; text: string; base: number }): Promise<Note> {
		const { engine, tabs, now } = this.#context;
		const note = await engine.write(['notes'], async (writer) => {
			const next = decideNote(await writer.get('notes', request.slug), request, now());
			await writer.put('notes', next);
			return next;
		});
		tabs.tell({ kind: 'note', slug: note.slug });
		return note;
	}
}
