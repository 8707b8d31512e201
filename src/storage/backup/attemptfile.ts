import * as v from 'valibot';
import { attemptFormat, attemptVersion, type AttemptFile } from '../../core/attemptfile';
import type { Result } from '../../core/errors';
import type { FileError } from '../../core/textfile';
import { eventSchema } from './event';
import { readJsonFile } from './jsonfile';
import { instant, sha256, slug } from './parts';
import { reportSchema } from './report';

const schema: v.GenericSchema<AttemptFile> = v.object({
	format: v.literal(attemptFormat),
	version: v.literal(attemptVersion),
	exercise: v.object({ slug, version: v.pipe(v.number(), v.integer()), hash: sha256 }),
	learner: v.nullable(v.string()),
	at: instant,
	code: v.string(),
	events: v.array(eventSchema),
	report: reportSchema,
	codeHash: sha256,
});

/** Reads the text of a file that claims to be an attempt. Whether its hashes are true is not asked. */
export function readAttemptFile(text: string): Result<AttemptFile, FileError> {
	return readJsonFile(text, {
		format: attemptFormat,
		version: attemptVersion,
		name: 'an attempt file',
		schema,
	});
}
