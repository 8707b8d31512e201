import { byTime, makeAttempt, type Attempt } from '../core/attempt';
import type { Context } from './context';

/** Every check ever made. */
export class Attempts {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** Dates and stores a check. */
	async add(facts: Omit<Attempt, 'id' | 'at' | 'tabId'>): Promise<Attempt> {
		const { engine, tabs, tab, newId, now } = this.#context;
		const attempt = makeAttempt({ ...facts, id: newId(), tabId: tab }, now());
		await engine.write(['attempts'], (writer) => writer.put('attempts', attempt));
		tabs.tell({ kind: 'attempt', slug: attempt.slug });
		return attempt;
	}

	/** Oldest first. */
	async forSlug(slug: string): Promise<Attempt[]> {
		const rows = await this.#context.engine.read(['attempts'], (reader) =>
			reader.find('attempts', 'by-result', [slug]),
		);
		return rows.sort(byTime);
	}

	/** Oldest first. */
	async all(): Promise<Attempt[]> {
		const rows = await this.#context.engine.read(['attempts'], (reader) => reader.all('attempts'));
		return rows.sort(byTime);
	}
}
