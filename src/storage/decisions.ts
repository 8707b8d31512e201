import { mergeRuns, type Run } from '../core/scenario';
import type { Context } from './context';

/** Ways through scenarios, finished or not. */
export class Decisions {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** A run that begins now; stored with its first decision. */
	begin(slug: string): Run {
		const at = this.#context.now().toISOString();
		return {
			id: this.#context.newId(),
			slug,
			startedAt: at,
			changedAt: at,
			endedAt: null,
			choices: [],
		};
	}

	/** Stores a run as it is now. What another tab has decided differently is kept beside it. */
	async save(run: Run): Promise<void> {
		const { engine, tabs } = this.#context;
		await engine.write(['decisions'], async (writer) => {
			const present = await writer.get('decisions', run.id);
			const { run: kept, beside } = present ? mergeRuns(present, run) : { run, beside: null };
			await writer.put('decisions', kept);
			if (beside) await writer.put('decisions', beside);
		});
		tabs.tell({ kind: 'decision', slug: run.slug });
	}

	/** Oldest first. */
	async forSlug(slug: string): Promise<Run[]> {
		return (await this.all()).filter((run) => run.slug === slug);
	}

	/** Oldest first. */
	async all(): Promise<Run[]> {
		const rows = await this.#context.engine.read(['decisions'], (reader) =>
			reader.all('decisions'),
		);
		return rows.sort((one, two) => Date.parse(one.startedAt) - Date.parse(two.startedAt));
	}

	now(): Date {
		return this.#context.now();
	}
}
