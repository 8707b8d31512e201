import { Rating as Grade, createEmptyCard, fsrs, type Card as Memory } from 'ts-fsrs';
import type { Card, Rating, Review } from '../core/card';
import { daysBetween, noon, type Day } from '../core/day';

/** Where a card stands. */
export type Scheduled = {
	card: Card;
	/** The day on which it is to be asked next. */
	due: Day;
	/** Those that count, oldest first. */
	reviews: readonly Review[];
	/** How often it was forgotten after it had been known. */
	lapses: number;
};

const grades = {
	again: Grade.Again,
	hard: Grade.Hard,
	good: Grade.Good,
	easy: Grade.Easy,
} as const;

// Whole days and no chance in it: the same reviews lead to the same day on every device.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 120 });

/** Replays a card's reviews; those of other cards and those that were taken back do not count. */
export function schedule(card: Card, reviews: readonly Review[]): Scheduled {
	const counted = reviews
		.filter((review) => review.card === card.id && !review.undone)
		.sort(inOrder);
	const memory = remember(card, counted);
	const due = counted.length > 0 ? dayOf(memory.due) : card.day;
	return { card, due, reviews: counted, lapses: memory.lapses };
}

/** All cards, each where it stands. */
export function scheduleAll(cards: readonly Card[], reviews: readonly Review[]): Scheduled[] {
	const byCard = new Map<string, Review[]>();
	for (const review of reviews) {
		byCard.set(review.card, [...(byCard.get(review.card) ?? []), review]);
	}
	return cards.map((card) => schedule(card, byCard.get(card.id) ?? []));
}

/** In how many days the card would come back after each rating, if it were given on this day. */
export function intervals({ card, reviews }: Scheduled, day: Day): Record<Rating, number> {
	const memory = remember(card, reviews);
	const after = (rating: Rating) =>
		daysBetween(day, dayOf(scheduler.next(memory, noon(day), grades[rating]).card.due));
	return { again: after('again'), hard: after('hard'), good: after('good'), easy: after('easy') };
}

function remember(card: Card, reviews: readonly Review[]): Memory {
	return reviews.reduce<Memory>(
		(memory, { day, rating }) => scheduler.next(memory, noon(day), grades[rating]).card,
		createEmptyCard(noon(card.day)),
	);
}

function inOrder(one: Review, two: Review): number {
	if (one.day !== two.day) return one.day < two.day ? -1 : 1;
	return Date.parse(one.at) - Date.parse(two.at) || (one.id < two.id ? -1 : 1);
}

function dayOf(moment: Date): Day {
	return moment.toISOString().slice(0, 10);
}
