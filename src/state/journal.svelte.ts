import { harvest } from '../coach/harvest';
import { scheduleAll, type Scheduled } from '../coach/schedule';
import type { Answer } from '../core/answer';
import { byTime, type Attempt } from '../core/attempt';
import { ownTests } from '../core/constraint';
import type { Card, Ref, Review } from '../core/card';
import { localDay, type Day } from '../core/day';
import type { DrillMeta } from '../core/drill';
import type { PracticeEvent } from '../core/event';
import type { Plan } from '../core/plan';
import { codeWork, speakWork, type ReviseWork, type SessionWork, type Work } from '../core/work';
import type { AppStorage } from '../storage/storage';

export type Sources = {
	storage: AppStorage;
	drills: readonly DrillMeta[];
	answers(): Promise<readonly Answer[]>;
	sessions(): Promise<readonly SessionWork[]>;
	now?: () => Date;
};

/** What this person has done, day by day, and the cards that follow from it. */
export class Journal {
	#day = $state.raw<Day>('');
	#works = $state.raw<readonly Work[]>([]);
	#cards = $state.raw<readonly Card[]>([]);
	#reviews = $state.raw<readonly Review[]>([]);
	#attempts = $state.raw<readonly Attempt[]>([]);
	#plan = $state.raw<Plan | null>(null);
	#refreshing: Promise<void> | null = null;
	#stale = false;
	readonly #scheduled = $derived(scheduleAll(this.#cards, this.#reviews));
	readonly #sources: Sources;
	readonly #now: () => Date;

	constructor(sources: Sources) {
		this.#sources = sources;
		this.#now = sources.now ?? (() => new Date());
		this.#day = localDay(this.#now());
		const follow = [
			'attempt',
			'event',
			'answer',
			'session',
			'discussion',
			'revision',
			'plan',
			'everything',
		];
		sources.storage.subscribe((change) => {
			if (follow.includes(change.kind)) void this.refresh();
		});
	}

	/** Today, where the person is. */
	get day(): Day {
		return this.#day;
	}
	/** Everything done, in no order. */
	get works(): readonly Work[] {
		return this.#works;
	}
	get reviews(): readonly Review[] {
		return this.#reviews;
	}
	get scheduled(): readonly Scheduled[] {
		return this.#scheduled;
	}
	/** Drills that are to be revised today. */
	get dueDrills(): ReadonlySet<string> {
		return new Set(
			this.#scheduled.flatMap(({ card: { ref }, due }) =>
				ref.kind === 'drill' && due <= this.#day ? [ref.slug] : [],
			),
		);
	}
	/** The plan in force. */
	get plan(): Plan | null {
		return this.#plan;
	}
	get storage(): AppStorage {
		return this.#sources.storage;
	}
	get drills(): readonly DrillMeta[] {
		return this.#sources.drills;
	}

	now(): Date {
		return this.#now();
	}

	/** What the judge said when programs last failed in this way; null when they did not. */
	lastFailure(
		ref: Extract<Ref, { kind: 'aspect' }>,
	): { title: string; message: string | null } | null {
		const attempts = this.#attempts.filter(({ slug }) => slug === ref.slug).sort(byTime);
		for (const { report } of attempts.toReversed()) {
			const failed = ownTests(report).find(
				({ aspect, status }) => aspect === ref.aspect && status !== 'pass',
			);
			if (failed) return { title: failed.title, message: failed.message };
		}
		return null;
	}

	/** Follows the calendar past midnight; answers whether it is another day. */
	turn(): boolean {
		const day = localDay(this.#now());
		if (day === this.#day) return false;
		this.#day = day;
		void this.refresh();
		return true;
	}

	/** Reads everything again; calls that come meanwhile are answered by one more reading. */
	refresh(): Promise<void> {
		if (this.#refreshing) {
			this.#stale = true;
			return this.#refreshing;
		}
		this.#refreshing = this.#read().finally(() => (this.#refreshing = null));
		return this.#refreshing;
	}

	async #read(): Promise<void> {
		do {
			this.#stale = false;
			await this.#readOnce();
		} while (this.#stale);
	}

	async #readOnce(): Promise<void> {
		const { storage, drills, answers: readAnswers, sessions: readSessions } = this.#sources;
		const [attempts, events, answers, sessions, cards, reviews, plan] = await Promise.all([
			storage.attempts.all(),
			storage.events.all(),
			readAnswers(),
			readSessions(),
			storage.cards.all(),
			storage.reviews.all(),
			storage.plans.newest(),
		]);
		const dayOf = (iso: string) => localDay(new Date(iso));
		const topics = new Map(drills.map(({ slug, topic }) => [slug, topic]));
		const spoken = answers.map((answer) =>
			speakWork(answer, dayOf(answer.at), topics.get(answer.slug) ?? null),
		);
		const crop = harvest({ attempts, answers: spoken, events, cards, reviews, dayOf });
		if (crop.cards.length > 0) await storage.cards.add(crop.cards);
		if (crop.reviews.length > 0) await storage.reviews.add(crop.reviews);
		const openings = firstOpenings(events, dayOf);
		this.#day = localDay(this.#now());
		this.#attempts = attempts;
		this.#cards = [...cards, ...crop.cards];
		this.#reviews = [...reviews, ...crop.reviews];
		this.#plan = plan;
		this.#works = [
			...attempts.map((attempt) => {
				const day = dayOf(attempt.at);
				const opened = openings.get(`${attempt.slug} ${day}`);
				return codeWork(attempt, day, opened && opened <= attempt.at ? opened : null);
			}),
			...spoken,
			...sessions,
			...this.#reviews.flatMap(revision),
		];
	}
}

/** A review that counts, as work; what other work rated is told by that work. */
function revision(review: Review): ReviseWork[] {
	const { id, at, day, card, seconds, rating, undone } = review;
	if (undone || (review.proof !== null && seconds === 0)) return [];
	const recalled = rating !== 'again';
	return [{ kind: 'revise', id, at, day, card, minutes: seconds / 60, recalled }];
}

/** When each challenge was opened first on each day. */
function firstOpenings(
	events: readonly PracticeEvent[],
	dayOf: (iso: string) => Day,
): Map<string, string> {
	const first = new Map<string, string>();
	for (const { kind, slug, at } of [...events].sort(byTime)) {
		const key = `${slug} ${dayOf(at)}`;
		if (kind === 'opened' && !first.has(key)) first.set(key, at);
	}
	return first;
}
