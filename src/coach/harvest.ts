import { byTime, type Attempt } from '../core/attempt';
import { ownTests } from '../core/constraint';
import { cardId, type Card, type Rating, type Ref, type Review } from '../core/card';
import { addDays, type Day } from '../core/day';
import type { PracticeEvent } from '../core/event';
import type { Aspect } from '../core/report';
import type { SpeakWork } from '../core/work';
import { rateScore } from './again';
import { schedule } from './schedule';

/** What happened, and what is known of it already. */
export type Field = {
	attempts: readonly Attempt[];
	answers: readonly SpeakWork[];
	events: readonly PracticeEvent[];
	cards: readonly Card[];
	reviews: readonly Review[];
	/** The local calendar day of a moment. */
	dayOf: (iso: string) => Day;
};

/** At most so many cards come from one challenge. */
export const mostAspects = 3;
/** A first try that ends sooner is a look around; seconds. */
export const hasty = 60;

/**
 * Cards and reviews that follow from checks and answers and are not stored yet: a failed aspect is
 * asked from the next day on, an answered drill is rated by its score. The first try of a day counts:
 * it alone shows what was remembered.
 */
export function harvest(field: Field): { cards: Card[]; reviews: Review[] } {
	const crop = new Crop(field);
	for (const attempts of bySlug(field.attempts)) {
		for (const [index, attempt] of attempts.entries()) {
			crop.check(attempt, index === 0);
		}
	}
	for (const answers of bySlug(field.answers)) for (const answer of answers) crop.answer(answer);
	return { cards: crop.newCards, reviews: crop.newReviews };
}

class Crop {
	readonly newCards: Card[] = [];
	readonly newReviews: Review[] = [];
	readonly #field: Field;
	readonly #cards: Map<string, Card>;
	readonly #reviews: Map<string, Review>;
	readonly #judged = new Set<string>();

	constructor(field: Field) {
		this.#field = field;
		this.#cards = new Map(field.cards.map((card) => [card.id, card]));
		this.#reviews = new Map(field.reviews.map((review) => [review.id, review]));
	}

	check(attempt: Attempt, first: boolean): void {
		const { slug, at, report, hintsShown, debriefSeen } = attempt;
		if (report.tests.length === 0) return;
		const day = this.#field.dayOf(at);
		for (const card of this.#aspectsOf(slug)) {
			if (day < card.day || card.ref.kind !== 'aspect') continue;
			const { aspect } = card.ref;
			const tests = ownTests(report).filter((test) => test.aspect === aspect);
			if (tests.length === 0) continue;
			const held = tests.every((test) => test.status === 'pass');
			const rating = !held ? 'again' : hintsShown > 0 || debriefSeen ? 'hard' : 'good';
			this.#judge(card, { id: attempt.id, at, day, rating, seconds: 240 });
		}
		if (report.status === 'fail' && !(first && this.#hasty(attempt))) this.#remember(attempt);
	}

	answer({ id, at, day, slug, score, seconds }: SpeakWork): void {
		const ref: Ref = { kind: 'drill', slug };
		const first = !this.#cards.has(cardId(ref));
		const card = this.#want(ref, at, day, null);
		this.#judge(card, {
			id,
			at,
			day,
			rating: rateScore(score),
			seconds: first ? 0 : (seconds ?? 0),
		});
	}

	/** Rates a card by work; once a day, and what was taken back stays so. */
	#judge(
		card: Card,
		work: { id: string; at: string; day: Day; rating: Rating; seconds: number },
	): void {
		const once = `${card.id} ${work.day}`;
		if (this.#judged.has(once)) return;
		this.#judged.add(once);
		const id = `${work.id}/${card.id}`;
		if (this.#reviews.has(id)) return;
		const { day, at, rating } = work;
		const { due } = schedule(card, [...this.#reviews.values()]);
		// Only what was due belongs to the day's revision; the rest was the day's other work.
		const seconds = due <= day ? work.seconds : 0;
		const proof = work.id;
		const facts = { id, card: card.id, at, day, rating, proof, guess: null, undone: false };
		const review: Review = { ...facts, seconds };
		this.#reviews.set(id, review);
		this.newReviews.push(review);
	}

	/** A failure in which nothing held shows nothing in particular. */
	#remember({ slug, at, report }: Attempt): void {
		const tests = ownTests(report);
		if (!tests.some((test) => test.status === 'pass')) return;
		const tomorrow = addDays(this.#field.dayOf(at), 1);
		const failed = new Map<Aspect, string>();
		for (const { status, aspect, title } of tests) {
			if (status !== 'pass' && !failed.has(aspect)) failed.set(aspect, title);
		}
		// What is particular about a challenge comes before plain wrong results.
		const order = [...failed].sort(
			([one], [two]) => Number(one === 'correctness') - Number(two === 'correctness'),
		);
		for (const [aspect, title] of order) {
			const known = this.#aspectsOf(slug);
			if (known.length >= mostAspects) return;
			this.#want({ kind: 'aspect', slug, aspect }, at, tomorrow, title);
		}
	}

	#want(ref: Ref, at: string, day: Day, says: string | null): Card {
		const id = cardId(ref);
		const known = this.#cards.get(id);
		if (known) return known;
		const card: Card = { id, ref, at, day, says };
		this.#cards.set(id, card);
		this.newCards.push(card);
		return card;
	}

	#aspectsOf(slug: string): Card[] {
		return [...this.#cards.values()].filter(
			({ ref }) => ref.kind === 'aspect' && ref.slug === slug,
		);
	}

	#hasty({ slug, at }: Attempt): boolean {
		const opened = this.#field.events
			.filter((event) => event.kind === 'opened' && event.slug === slug && event.at <= at)
			.map((event) => Date.parse(event.at));
		return opened.length > 0 && Date.parse(at) - Math.max(...opened) < hasty * 1000;
	}
}

/** In order of time, apart for each slug. */
function bySlug<T extends { slug: string; at: string; id: string }>(rows: readonly T[]): T[][] {
	const groups = new Map<string, T[]>();
	for (const row of [...rows].sort(byTime)) {
		groups.set(row.slug, [...(groups.get(row.slug) ?? []), row]);
	}
	return [...groups.values()];
}
