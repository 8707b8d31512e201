import * as v from 'valibot';

/** A permanent key. */
export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug'));
export const id = v.pipe(v.string(), v.nonEmpty());
/** ISO 8601. */
export const instant = v.pipe(
	v.string(),
	v.check((text) => !Number.isNaN(Date.parse(text)), 'is not a date and time'),
);
/** SHA-256, hexadecimal. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256'));
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
