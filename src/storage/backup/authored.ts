import * as v from 'valibot';
import type { Authored } from '../../core/authored';
import { looseExerciseSchema } from './exercise';
import { id, instant } from './parts';

/** What an author works on, as it is found in a file. */
export const authoredSchema: v.GenericSchema<Authored> = v.object({
	id,
	exercise: looseExerciseSchema,
	savedAt: instant,
	deletedAt: v.nullable(instant),
	proven: v.nullable(v.string()),
	shared: v.nullable(v.number()),
});
