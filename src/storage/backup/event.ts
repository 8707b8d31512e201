import * as v from 'valibot';
import type { PracticeEvent } from '../../core/event';
import { id, instant, slug } from './parts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const occurrence = { id, slug, version: positive, at: instant };

/** What a learner asked for, as it is found in a file. */
export const eventSchema: v.GenericSchema<PracticeEvent> = v.variant('kind', [
	v.object({ ...occurrence, kind: v.literal('hint-shown'), hint: positive }),
	v.object({ ...occurrence, kind: v.literal('debrief-shown') }),
	v.object({ ...occurrence, kind: v.literal('solution-shown') }),
	v.object({ ...occurrence, kind: v.literal('opened') }),
]);
