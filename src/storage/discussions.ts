import { mergeDiscussions, type Discussion } from '../core/discussion';
import type { Context } from './context';

/** Design discussions, finished or not. */
export class Discussions {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** A discussion that begins now; stored once something is said. */
	begin(slug: string): Discussion {
		const at = this.#context.now().toISOString();
		return {
			id: this.#context.newId(),
			slug,
			startedAt: at,
			changedAt: at,
			endedAt: null,
			events: [],
			draft: '',
			score: null,
		};
	}

	/** Stores a discussion as it is now. Where another tab has gone on differently, both are kept. */
	async save(discussion: Discussion): Promise<void> {
		const { engine, tabs } = this.#context;
		await engine.write(['discussions'], async (writer) => {
			const present = await writer.get('discussions', discussion.id);
			const { discussion: kept, beside } = present
				? mergeDiscussions(present, discussion)
				: { discussion, beside: null };
			await writer.put('discussions', kept);
			if (beside) await writer.put('discussions', beside);
		});
		tabs.tell({ kind: 'discussion', slug: discussion.slug });
	}

	/** Oldest first. */
	async forSlug(slug: string): Promise<Discussion[]> {
		return (await this.all()).filter((discussion) => discussion.slug === slug);
	}

	/** Oldest first. */
	async all(): Promise<Discussion[]> {
		const rows = await this.#context.engine.read(['discussions'], (reader) =>
			reader.all('discussions'),
		);
		return rows.sort((one, two) => Date.parse(one.startedAt) - Date.parse(two.startedAt));
	}

	now(): Date {
		return this.#context.now();
	}
}
