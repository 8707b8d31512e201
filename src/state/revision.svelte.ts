import { queue, type Queue } from '../coach/queue';
import { shares } from '../coach/layout';
import { cardId, type Rating, type Ref, type Review } from '../core/card';
import type { Journal } from './journal.svelte';

/** Minutes a day where there is no plan, and how many more may be asked for at a time. */
const usual = 10;
const more = 10;

/** The day's cards: what to ask, how it went, and the way back. */
export class Revision {
	#extra = $state.raw<{ day: string; minutes: number }>({ day: '', minutes: 0 });
	#last = $state.raw<Review | null>(null);
	/** Put off until the page is opened again. */
	#later = $state.raw<readonly string[]>([]);
	readonly #journal: Journal;
	readonly #fresh: readonly Ref[];
	readonly #queue = $derived.by((): Queue => {
		const { scheduled, reviews, day, drills } = this.#journal;
		const seconds = new Map(drills.map((drill) => [drill.slug, drill.seconds]));
		return queue(scheduled, {
			day,
			minutes: this.limit,
			reviews,
			fresh: this.#fresh,
			drillSeconds: (slug) => seconds.get(slug),
		});
	});

	/** `fresh`: what is brought in, a little each day, when nothing is due. */
	constructor(journal: Journal, fresh: readonly Ref[]) {
		this.#journal = journal;
		this.#fresh = fresh;
	}

	/** Today's minutes. */
	get limit(): number {
		const { plan, day } = this.#journal;
		const planned = plan ? shares(plan.settings.minutes).revise : usual;
		return planned + (this.#extra.day === day ? this.#extra.minutes : 0);
	}
	/** What is to be asked; cards that were put off come last. */
	get queue(): Queue {
		const { asked, ...rest } = this.#queue;
		const put = (ref: Ref) => this.#later.indexOf(cardId(ref));
		return { ...rest, asked: [...asked].sort((one, two) => put(one.ref) - put(two.ref)) };
	}
	/** Whether nothing is left for today. */
	get idle(): boolean {
		return this.#queue.asked.length === 0;
	}
	/** The last rating by hand since the page was opened, which can be taken back. */
	get last(): Review | null {
		return this.#last;
	}
	get journal(): Journal {
		return this.#journal;
	}

	async rate(
		ref: Ref,
		rating: Rating,
		facts: { seconds: number; guess: Review['guess'] },
	): Promise<void> {
		const { storage } = this.#journal;
		const card = await storage.cards.want(ref);
		this.#last = await storage.reviews.rate({ card: card.id, rating, ...facts });
		await this.#journal.refresh();
	}

	/** Takes the last rating back; its card is asked again. */
	async undo(): Promise<void> {
		const last = this.#last;
		if (!last) return;
		this.#last = null;
		await this.#journal.storage.reviews.undo(last.id);
		await this.#journal.refresh();
	}

	putOff(ref: Ref): void {
		this.#later = [...this.#later.filter((id) => id !== cardId(ref)), cardId(ref)];
	}

	/** Goes on beyond today's limit. */
	extend(): void {
		const { day } = this.#journal;
		const before = this.#extra.day === day ? this.#extra.minutes : 0;
		this.#extra = { day, minutes: before + more };
	}

	/** Forgets what can be taken back; called when the page is left. */
	leave(): void {
		this.#last = null;
		this.#later = [];
	}
}
