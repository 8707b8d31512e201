import type { Authored } from '../core/authored';
import type { Context } from './context';

/** Exercises that somebody writes for others. */
export class AuthoredStore {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** An id for a new one. */
	newId(): string {
		return this.#context.newId();
	}

	/** Those put away too, last saved first. */
	async all(): Promise<Authored[]> {
		const rows = await this.#context.engine.read(['authored'], (reader) => reader.all('authored'));
		return rows.sort((one, two) => Date.parse(two.savedAt) - Date.parse(one.savedAt));
	}

	get(id: string): Promise<Authored | undefined> {
		return this.#context.engine.read(['authored'], (reader) => reader.get('authored', id));
	}

	/** Stores a state, dated now; other tabs are told. */
	async save(facts: Omit<Authored, 'savedAt'>): Promise<Authored> {
		const { engine, tabs, now } = this.#context;
		const authored = { ...facts, savedAt: now().toISOString() };
		await engine.write(['authored'], (writer) => writer.put('authored', authored));
		tabs.tell({ kind: 'authored', slug: authored.id });
		return authored;
	}

	/** Puts one away, or takes it out again. */
	async putAway(id: string, away: boolean): Promise<void> {
		const authored = await this.get(id);
		if (!authored) return;
		const deletedAt = away ? this.#context.now().toISOString() : null;
		await this.save({ ...authored, deletedAt });
	}
}
