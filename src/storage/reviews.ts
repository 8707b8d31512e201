import type { Review } from '../core/card';
import { localDay } from '../core/day';
import type { Context } from './context';

/** What was asked when, and how it went. */
export class Reviews {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	all(): Promise<Review[]> {
		return this.#context.engine.read(['reviews'], (reader) => reader.all('reviews'));
	}

	/** Dates and stores a rating given by hand. */
	async rate(facts: Pick<Review, 'card' | 'rating' | 'seconds' | 'guess'>): Promise<Review> {
		const { now, newId } = this.#context;
		const moment = now();
		const dated = { id: newId(), at: moment.toISOString(), day: localDay(moment) };
		const review: Review = { ...dated, ...facts, proof: null, undone: false };
		await this.add([review]);
		return review;
	}

	/** Adds reviews; those that are there stay as they are. */
	async add(reviews: readonly Review[]): Promise<void> {
		const { engine, tabs } = this.#context;
		await engine.write(['reviews'], async (writer) => {
			for (const review of reviews) {
				if (!(await writer.get('reviews', review.id))) await writer.put('reviews', review);
			}
		});
		tabs.tell({ kind: 'revision' });
	}

	/** Takes a rating back; it stays as a row that does not count. */
	async undo(id: string): Promise<void> {
		const { engine, tabs } = this.#context;
		await engine.write(['reviews'], async (writer) => {
			const review = await writer.get('reviews', id);
			if (review) await writer.put('reviews', { ...review, undone: true });
		});
		tabs.tell({ kind: 'revision' });
	}
}
