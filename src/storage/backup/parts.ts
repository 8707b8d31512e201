import * as v from 'valibot';

/** A permanent key. */
export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug'));
export const id = v.pipe(v.string(), v.nonEmpty());
/** ISO 8601. */
export const instant = v.pipe(
	v.string(),
	v.check((text) => !Number.isNaN(Date.parse(text)), 'is not a date and time'),
);
/** What a test is about. */
export const aspect = v.picklist([
	'correctness',
	'laziness',
	'concurrency',
	'growth',
	'memory',
	'threads',
	'style',
]);
