import { cardId, type Card, type Ref } from '../core/card';
import { localDay } from '../core/day';
import type { Context } from './context';

/** What is to be revised. */
export class Cards {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	all(): Promise<Card[]> {
		return this.#context.engine.read(['cards'], (reader) => reader.all('cards'));
	}

	/** The card of something; one that is due now is made if there is none. */
	async want(ref: Ref, says: string | null = null): Promise<Card> {
		const now = this.#context.now();
		const id = cardId(ref);
		const card: Card = { id, ref, at: now.toISOString(), day: localDay(now), says };
		const [kept] = await this.add([card]);
		return kept ?? card;
	}

	/** Adds cards; those that are there stay as they are. Answers what is stored of each. */
	async add(cards: readonly Card[]): Promise<Card[]> {
		const { engine, tabs } = this.#context;
		const kept = await engine.write(['cards'], async (writer) => {
			const stored: Card[] = [];
			for (const card of cards) {
				const here = await writer.get('cards', card.id);
				if (!here) await writer.put('cards', card);
				stored.push(here ?? card);
			}
			return stored;
		});
		tabs.tell({ kind: 'revision' });
		return kept;
	}
}
