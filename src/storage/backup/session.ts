import * as v from 'valibot';
import { scenarioSchema } from '../../coach/interview/schema';
import { phaseKinds } from '../../core/interview';
import type { criteria, Moment, Session } from '../../core/session';
import { reportSchema } from './report';

const id = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(
	v.string(),
	v.check((text) => !Number.isNaN(Date.parse(text)), 'is not a date and time'),
);
const mark = v.pipe(v.number(), v.minValue(0), v.maxValue(10));

const marks = v.object({
	'problem-solving': mark,
	correctness: mark,
	'code-quality': mark,
	testing: mark,
	'cost-awareness': mark,
	communication: mark,
	speed: mark,
} satisfies Record<(typeof criteria)[number], typeof mark>);

/** An interview as it is found in a file. */
export const sessionSchema: v.GenericSchema<unknown, Session> = v.object({
	id,
	mode: v.picklist(['study', 'real']),
	scenario: scenarioSchema,
	version: count,
	starter: v.string(),
	startedAt: instant,
	result: v.nullable(
		v.object({ took: v.number(), how: v.picklist(['finished', 'early', 'time']), marks }),
	),
});

const moment = { id, session: id, seq: count, at: v.pipe(v.number(), v.minValue(0)) };

/** What happened in one, as it is found in a file. */
export const momentSchema: v.GenericSchema<unknown, Moment> = v.variant('kind', [
	v.object({
		...moment,
		kind: v.literal('type'),
		box: v.picklist(['code', 'answer', 'aside', 'question', 'note']),
		edit: v.object({ from: count, to: count, insert: v.string() }),
		whole: v.boolean(),
	}),
	v.object({ ...moment, kind: v.literal('answer'), to: id, text: v.string() }),
	v.object({ ...moment, kind: v.picklist(['question', 'note']), text: v.string() }),
	v.object({
		...moment,
		kind: v.literal('run'),
		outcome: v.object({
			status: v.picklist(['ok', 'error', 'stopped', 'timeout', 'crashed']),
			said: v.string(),
			passed: count,
			total: count,
		}),
	}),
	v.object({ ...moment, kind: v.literal('check'), report: reportSchema }),
	v.object({ ...moment, kind: v.literal('hint'), hint: count, title: v.string() }),
	v.object({ ...moment, kind: v.literal('dismiss'), interruption: id }),
	v.object({ ...moment, kind: v.literal('next'), from: v.picklist(phaseKinds) }),
	v.object({ ...moment, kind: v.literal('pause'), away: v.boolean() }),
	v.object({ ...moment, kind: v.picklist(['resume', 'end']) }),
]);
