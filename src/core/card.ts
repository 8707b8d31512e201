import type { Day } from './day';
import type { Aspect } from './report';

/** What a card asks again. */
export type Ref =
	| { kind: 'drill'; slug: string }
	/** One way in which programs for a challenge have failed. */
	| { kind: 'aspect'; slug: string; aspect: Aspect }
	/** What an operation costs beside another. */
	| { kind: 'cost'; id: string };

/** Something to be revised. When it is due follows from its reviews, see coach/schedule.ts. */
export type Card = {
	/** Made from the ref, so that every device gives the same card the same id. */
	id: string;
	ref: Ref;
	/** ISO 8601, UTC. */
	at: string;
	/** The day from which it is due. */
	day: Day;
	/** What there was to see when it was made, for example the title of the test that failed. */
	says: string | null;
};

export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

/** One time that a card was asked. None is ever deleted: one that was taken back is `undone`. */
export type Review = {
	/** A UUID; a review that the work made itself is named after its proof. */
	id: string;
	card: string;
	/** ISO 8601, UTC. */
	at: string;
	day: Day;
	rating: Rating;
	/** The attempt or answer that rated it; null when it was rated by hand. */
	proof: string | null;
	seconds: number;
	/** For an operation's cost: the ratio that was guessed, and the one that was measured. */
	guess: { n: number; said: number; measured: number } | null;
	undone: boolean;
};

/** The card's permanent key. */
export function cardId(ref: Ref): string {
	switch (ref.kind) {
		case 'drill':
			return `drill/${ref.slug}`;
		case 'aspect':
			return `aspect/${ref.slug}/${ref.aspect}`;
		case 'cost':
			return `cost/${ref.id}`;
	}
}

/** Whether something was recalled. */
export function recalled(rating: Rating): boolean {
	return rating !== 'again';
}

/** Two copies of one card: asked from the earlier of their days. */
export function mergeCards(ours: Card, theirs: Card): Card {
	return theirs.day < ours.day ? { ...ours, day: theirs.day } : ours;
}

/** Two copies of one review: taken back on one device is taken back on all. */
export function mergeReviews(ours: Review, theirs: Review): Review {
	return theirs.undone ? { ...ours, undone: true } : ours;
}
