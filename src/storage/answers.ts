import type { Answer } from '../core/answer';
import { byTime } from '../core/attempt';
import type { Context } from './context';

/** What may change after an answer was handed in. */
type Amendment = Partial<Pick<Answer, 'corrections' | 'followUps' | 'score'>>;

/** Every answer ever given to a drill. */
export class Answers {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** Dates and stores an answer; the sitting it comes of ends with the same stroke. */
	async handIn(facts: Omit<Answer, 'at' | 'revision'>): Promise<Answer> {
		const { engine, tabs, now } = this.#context;
		const answer: Answer = { ...facts, at: now().toISOString(), revision: 1 };
		await engine.write(['answers', 'sittings'], async (writer) => {
			await writer.put('answers', answer);
			await writer.delete('sittings', answer.id);
		});
		tabs.tell({ kind: 'answer', slug: answer.slug });
		return answer;
	}

	/** Changes what may change; undefined when the answer is gone. */
	async amend(id: string, amendment: Amendment): Promise<Answer | undefined> {
		const { engine, tabs } = this.#context;
		const answer = await engine.write(['answers'], async (writer) => {
			const present = await writer.get('answers', id);
			if (!present) return undefined;
			const next = { ...present, ...amendment, revision: present.revision + 1 };
			await writer.put('answers', next);
			return next;
		});
		if (answer) tabs.tell({ kind: 'answer', slug: answer.slug });
		return answer;
	}

	/** Oldest first. */
	async forSlug(slug: string): Promise<Answer[]> {
		const rows = await this.#context.engine.read(['answers'], (reader) =>
			reader.find('answers', 'by-slug', [slug]),
		);
		return rows.sort(byTime);
	}

	/** Oldest first. */
	async all(): Promise<Answer[]> {
		const rows = await this.#context.engine.read(['answers'], (reader) => reader.all('answers'));
		return rows.sort(byTime);
	}
}
