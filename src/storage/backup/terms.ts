import * as v from 'valibot';
import type { Circumstances, Constraints } from '../../core/constraint';
import type { Terms } from '../../core/terms';
import { instant, slug } from './parts';

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const times = v.pipe(v.number(), v.finite(), v.minValue(1));

const constraints: v.GenericSchema<Constraints> = v.object({
	timeBox: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	memory: v.nullable(v.union([v.object({ times }), v.object({ bytes: amount })])),
	cost: v.nullable(times),
	imports: v.nullable(v.array(v.string())),
	explain: v.boolean(),
});

/** Under what an attempt was made, as it is found in a file. */
export const circumstancesSchema: v.GenericSchema<Circumstances> = v.object({
	constraints,
	seconds: v.nullable(amount),
	explanation: v.nullable(v.string()),
});

/** What was agreed for a challenge, as it is found in a file. */
export const termsSchema: v.GenericSchema<Terms> = v.object({
	slug,
	constraints,
	begun: v.nullable(instant),
	ended: v.nullable(instant),
	explanation: v.string(),
	explained: v.nullable(instant),
	savedAt: instant,
});
