import type { Terms } from '../core/terms';
import type { Context } from './context';

/** Under which constraints each challenge is taken. */
export class TermsStore {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	get(slug: string): Promise<Terms | undefined> {
		return this.#context.engine.read(['terms'], (reader) => reader.get('terms', slug));
	}

	all(): Promise<Terms[]> {
		return this.#context.engine.read(['terms'], (reader) => reader.all('terms'));
	}

	/** Stores what was agreed; other tabs are told. */
	async save(terms: Terms): Promise<void> {
		const { engine, tabs } = this.#context;
		await engine.write(['terms'], (writer) => writer.put('terms', terms));
		tabs.tell({ kind: 'terms', slug: terms.slug });
	}
}
