import { cardId, type Ref, type Review } from '../core/card';
import type { Day } from '../core/day';
import type { Scheduled } from './schedule';

/** One card to be asked today. `minutes`: how long it usually takes. */
export type Asked = { ref: Ref; scheduled: Scheduled | null; minutes: number };

export type Queue = {
	/** What to ask now, in order; together never longer than what is left of the day's minutes. */
	asked: Asked[];
	/** How many more are due but do not fit into the day. */
	waiting: number;
	/** Minutes already spent on revision this day. */
	spent: number;
	/** When the next card comes back, once nothing is due; null when there is none. */
	next: Day | null;
};

type Circumstances = {
	day: Day;
	/** The day's limit for revision. */
	minutes: number;
	reviews: readonly Review[];
	/** Things that could be learnt, in order; taken when nothing due is in their way. */
	fresh: readonly Ref[];
	/** Seconds that a drill gives for its answer; unknown drills take the usual time. */
	drillSeconds?: (slug: string) => number | undefined;
};

/** At most so many cards a day that nobody asked for. */
const freshADay = 2;

/** How long a card takes in minutes. */
export function minutesOf(ref: Ref, drillSeconds?: number): number {
	switch (ref.kind) {
		case 'drill':
			return Math.ceil((drillSeconds ?? 90) / 60) + 1;
		case 'aspect':
			return 4;
		case 'cost':
			return 1;
	}
}

/** Due first, longest due before the others; then something new; never more than the day's minutes. */
export function queue(cards: readonly Scheduled[], facts: Circumstances): Queue {
	const { day, minutes, reviews, fresh, drillSeconds } = facts;
	const spent = spentOn(reviews, day);
	const timed = (ref: Ref, scheduled: Scheduled | null): Asked => ({
		ref,
		scheduled,
		minutes: minutesOf(ref, ref.kind === 'drill' ? drillSeconds?.(ref.slug) : undefined),
	});
	const due = cards
		.filter((scheduled) => scheduled.due <= day)
		.sort((one, two) => compare(one.due, two.due) || compare(one.card.id, two.card.id))
		.map((scheduled) => timed(scheduled.card.ref, scheduled));
	const known = new Set(cards.map(({ card }) => card.id));
	const begun = cards.filter(
		({ card, reviews: asked }) => card.ref.kind === 'cost' && asked[0]?.day === day,
	).length;
	const unknown = fresh
		.filter((ref) => !known.has(cardId(ref)))
		.slice(0, Math.max(0, freshADay - begun))
		.map((ref) => timed(ref, null));
	const fitting = fit(due, minutes - spent);
	const waiting = due.length - fitting.asked.length;
	const asked = [...fitting.asked, ...(waiting > 0 ? [] : fit(unknown, fitting.left).asked)];
	const later = cards.map((card) => card.due).filter((when) => when > day);
	return { asked, waiting, spent, next: later.sort(compare)[0] ?? null };
}

/** Minutes of revision on a day, rounded up to half minutes. */
export function spentOn(reviews: readonly Review[], day: Day): number {
	const seconds = reviews
		.filter((review) => review.day === day && !review.undone)
		.reduce((sum, review) => sum + review.seconds, 0);
	return Math.ceil(seconds / 30) / 2;
}

/** As many as fit, in order; one that is too long lets shorter ones pass. */
function fit(candidates: readonly Asked[], minutes: number): { asked: Asked[]; left: number } {
	const asked: Asked[] = [];
	let left = minutes;
	for (const candidate of candidates) {
		if (candidate.minutes > left) continue;
		asked.push(candidate);
		left -= candidate.minutes;
	}
	return { asked, left };
}

function compare(one: string, two: string): number {
	return one < two ? -1 : one > two ? 1 : 0;
}
