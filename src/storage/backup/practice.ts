import * as v from 'valibot';
import { ratings, type Card, type Ref, type Review } from '../../core/card';
import { isDay, weekdays } from '../../core/day';
import { levels } from '../../core/drill';
import type { Block, Plan, PlanDay, PlanEdit, PlanSettings } from '../../core/plan';
import { aspect, id, instant, slug } from './parts';

const day = v.pipe(v.string(), v.check(isDay, 'is not a day'));
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1));
const amount = v.pipe(v.number(), v.finite());

const ref: v.GenericSchema<Ref> = v.variant('kind', [
	v.object({ kind: v.literal('drill'), slug }),
	v.object({ kind: v.literal('aspect'), slug, aspect }),
	v.object({ kind: v.literal('cost'), id: slug }),
]);

/** Something to be revised, as it is found in a file. */
export const cardSchema: v.GenericSchema<Card> = v.object({
	id,
	ref,
	at: instant,
	day,
	says: v.nullable(v.string()),
});

/** One time that a card was asked, as it is found in a file. */
export const reviewSchema: v.GenericSchema<Review> = v.object({
	id,
	card: id,
	at: instant,
	day,
	rating: v.picklist(ratings),
	proof: v.nullable(v.string()),
	seconds: v.pipe(amount, v.minValue(0)),
	guess: v.nullable(v.object({ n: amount, said: amount, measured: amount })),
	undone: v.boolean(),
});

const settings: v.GenericSchema<PlanSettings> = v.object({
	role: v.picklist(['backend', 'automation', 'data']),
	level: v.picklist(levels),
	interview: v.nullable(day),
	minutes,
	weekdays: v.pipe(v.array(v.picklist(weekdays)), v.nonEmpty()),
	time: v.nullable(v.pipe(v.string(), v.regex(/^\d\d:\d\d$/, 'is not a time of the day'))),
});

const block: v.GenericSchema<Block> = v.object({
	id,
	kind: v.picklist(['revise', 'code', 'speak', 'interview', 'design']),
	slug: v.nullable(slug),
	title: v.string(),
	minutes,
	since: day,
	part: minutes,
	parts: minutes,
});

const planDay: v.GenericSchema<PlanDay> = v.object({
	day,
	rest: v.nullable(v.picklist(['off', 'skipped'])),
	blocks: v.array(block),
});

const edit: v.GenericSchema<PlanEdit> = v.variant('kind', [
	v.object({ kind: v.literal('skip'), on: day, day }),
	v.object({ kind: v.literal('move'), on: day, from: day, to: day }),
	v.object({ kind: v.literal('add'), on: day, block }),
	v.object({ kind: v.literal('drop'), on: day, block: id }),
]);

/** A plan, as it is found in a file. */
export const planSchema: v.GenericSchema<Plan> = v.object({
	id,
	at: instant,
	settings,
	from: day,
	days: v.pipe(v.array(planDay), v.maxLength(100, 'has too many days')),
	edits: v.array(edit),
});
