import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesOf, queue, spentOn } from '../../src/coach/queue';
import { intervals, schedule, scheduleAll } from '../../src/coach/schedule';
import {
	cardId,
	mergeReviews,
	ratings,
	type Card,
	type Rating,
	type Ref,
	type Review,
} from '../../src/core/card';
import { addDays, daysBetween, type Day } from '../../src/core/day';
import { monday, on } from './works';

function card(ref: Ref, day = monday): Card {
	return { id: cardId(ref), ref, at: `${day}T08:00:00Z`, day, says: null };
}
let count = 0;
function review(of: Card, day: Day, rating: Rating, more: Partial<Review> = {}): Review {
	const facts = {
		id: `r${++count}`,
		at: `${day}T09:00:00Z`,
		proof: null,
		guess: null,
		undone: false,
	};
	return { ...facts, card: of.id, day, rating, seconds: 60, ...more };
}

const drill = card({ kind: 'drill', slug: 'oop' });
const aspect = card({ kind: 'aspect', slug: 'merge', aspect: 'laziness' });
const cost = card({ kind: 'cost', id: 'pop' });
const dayIsOut = { reviews: [], fresh: [] };

describe('a card', () => {
	test('is due on its day when it is new, and comes back later the better it was known', () => {
		expect(schedule(drill, []).due).toBe(monday);
		const dues = ratings.map((rating) => schedule(drill, [review(drill, monday, rating)]).due);
		expect(dues[0]).toBe(on(1));
		expect([...dues].sort()).toEqual(dues);
		expect(new Set(dues).size).toBe(4);
	});

	test('comes back on the day that was foretold for each rating', () => {
		const once = schedule(drill, [review(drill, monday, 'good')]);
		const foretold = intervals(once, once.due);
		for (const rating of ratings) {
			const { due } = schedule(drill, [...once.reviews, review(drill, once.due, rating)]);
			expect(daysBetween(once.due, due)).toBe(foretold[rating]);
		}
	});

	test('is where it was once a rating is taken back', () => {
		const first = review(drill, monday, 'good');
		const before = schedule(drill, [first]);
		const after = schedule(drill, [first, review(drill, on(3), 'again', { undone: true })]);
		expect(after).toEqual(before);
	});

	test('is the same from the same reviews in any order', () => {
		const reviews = [0, 2, 5, 11].map((day) => review(drill, on(day), 'good'));
		expect(schedule(drill, reviews.toReversed())).toEqual(schedule(drill, reviews));
	});

	test('taken back on one device is taken back on all', () => {
		const here = review(drill, monday, 'good');
		expect(mergeReviews(here, { ...here, undone: true }).undone).toBe(true);
		expect(mergeReviews({ ...here, undone: true }, here).undone).toBe(true);
	});

	test('has an id that its ref gives', () => {
		expect([drill, aspect, cost].map(({ id }) => id)).toEqual([
			'drill/oop',
			'aspect/merge/laziness',
			'cost/pop',
		]);
	});
});

describe('the day’s queue', () => {
	const refs = Array.from({ length: 12 }, (_, index): Ref => ({ kind: 'cost', id: `c${index}` }));

	test('asks what has been due longest first', () => {
		const cards = [card(aspect.ref, on(2)), card(drill.ref, on(1)), card(cost.ref, on(3))];
		const { asked } = queue(scheduleAll(cards, []), { day: on(2), minutes: 20, ...dayIsOut });
		expect(asked.map(({ ref }) => ref.kind)).toEqual(['drill', 'aspect']);
	});

	test('brings two new things a day, and none while due ones wait', () => {
		const facts = { day: monday, minutes: 20, reviews: [], fresh: refs };
		expect(queue([], facts).asked).toHaveLength(2);
		const begun = card(refs[0]!);
		const reviews = [review(begun, monday, 'good')];
		const later = queue(scheduleAll([begun], reviews), { ...facts, reviews });
		expect(later.asked.map(({ ref }) => cardId(ref))).toEqual(['cost/c1']);
		const full = queue(scheduleAll([drill, aspect], []), { ...facts, minutes: 5 });
		expect(full.asked.map(({ ref }) => ref.kind)).toEqual(['aspect']);
		expect(full.waiting).toBe(1);
	});

	test('ends when the day’s minutes are used up', () => {
		const reviews = [review(drill, monday, 'again', { seconds: 8 * 60 })];
		const { asked, spent } = queue(scheduleAll([aspect, cost], []), {
			day: monday,
			minutes: 9,
			reviews,
			fresh: [],
		});
		expect(spent).toBe(8);
		expect(asked.map(({ ref }) => ref.kind)).toEqual(['cost']);
	});

	test('says when the next card comes back', () => {
		const reviews = [review(drill, monday, 'good')];
		const { asked, next } = queue(scheduleAll([drill], reviews), {
			day: monday,
			minutes: 9,
			reviews,
			fresh: [],
		});
		expect(asked).toEqual([]);
		expect(next).toBe(on(3));
	});

	test('does not count what was taken back', () => {
		expect(spentOn([review(drill, monday, 'good', { undone: true })], monday)).toBe(0);
		expect(spentOn([review(drill, monday, 'good', { seconds: 70 })], monday)).toBe(1.5);
	});

	test('never asks for more than the day’s minutes', () => {
		const many = fc.array(
			fc.record({
				kind: fc.constantFrom('drill' as const, 'cost' as const, 'aspect' as const),
				day: fc.integer({ min: -20, max: 5 }),
			}),
			{ maxLength: 40 },
		);
		fc.assert(
			fc.property(many, fc.integer({ min: 0, max: 30 }), (rows, minutes) => {
				const cards = rows.map(({ kind, day }, index) => {
					const ref: Ref =
						kind === 'drill'
							? { kind, slug: `s${index}` }
							: kind === 'cost'
								? { kind, id: `c${index}` }
								: { kind, slug: `s${index}`, aspect: 'growth' };
					return card(ref, on(day));
				});
				const made = queue(scheduleAll(cards, []), {
					day: monday,
					minutes,
					reviews: [],
					fresh: refs,
				});
				const asked = made.asked.reduce((sum, each) => sum + each.minutes, 0);
				expect(asked).toBeLessThanOrEqual(minutes);
				const due = cards.filter(({ day }) => day <= monday).length;
				const askedDue = made.asked.filter(({ scheduled }) => scheduled !== null).length;
				expect(askedDue + made.waiting).toBe(due);
			}),
			{ seed: 3, numRuns: 200 },
		);
	});
});

describe('a month of revision', () => {
	/** Thirty days with a limit of minutes; a card is known unless its turn is a multiple of `trouble`. */
	function month(minutes: number, trouble: number) {
		const cards = Array.from({ length: 20 }, (_, index) =>
			card({ kind: 'drill', slug: `d${String(index).padStart(2, '0')}` }, on(index % 10)),
		);
		const reviews: Review[] = [];
		const days: { day: Day; minutes: number; waiting: number }[] = [];
		let turn = 0;
		for (let day = monday; day < on(30); day = addDays(day, 1)) {
			for (;;) {
				const due = queue(scheduleAll(cards, reviews), { day, minutes, reviews, fresh: [] });
				const next = due.asked[0];
				if (!next) {
					days.push({ day, minutes: due.spent, waiting: due.waiting });
					break;
				}
				const rating = ++turn % trouble === 0 ? 'again' : 'good';
				const seconds = minutesOf(next.ref) * 60;
				const at = new Date(Date.parse(`${day}T18:00:00Z`) + turn * 1000).toISOString();
				reviews.push(review(next.scheduled!.card, day, rating, { seconds, at }));
			}
		}
		return { cards, reviews, days };
	}

	test('asks every card, often at first and then seldom, within each day’s minutes', () => {
		const { cards, reviews, days } = month(10, 7);
		expect(Math.max(...days.map(({ minutes }) => minutes))).toBeLessThanOrEqual(10);
		for (const { id } of cards) {
			expect(reviews.filter((each) => each.card === id).length).toBeGreaterThanOrEqual(2);
		}
		const known = scheduleAll(cards, reviews).filter(({ lapses }) => lapses === 0);
		const longest = known.map(({ due, reviews: own }) => daysBetween(own.at(-1)!.day, due));
		expect(Math.min(...longest)).toBeGreaterThanOrEqual(2);
		expect(Math.max(...longest)).toBeGreaterThan(10);
	});

	test('is the same month each time', () => {
		const dues = () => {
			const { cards, reviews } = month(10, 5);
			return scheduleAll(cards, reviews).map(({ due }) => due);
		};
		expect(dues()).toEqual(dues());
	});

	test('lets due cards wait when there are few minutes, and forgets none of them', () => {
		const { days, cards, reviews } = month(3, 4);
		expect(Math.max(...days.map(({ waiting }) => waiting))).toBeGreaterThan(3);
		expect(new Set(reviews.map((each) => each.card)).size).toBeGreaterThan(5);
		expect(scheduleAll(cards, reviews)).toHaveLength(20);
	});
});
