import * as v from 'valibot';
import { failure, success, type Result } from '../core/errors';

/** What is wrong with a content file. `file` is relative to `challenges/`. */
export type ContentProblem = { file: string; field: string | null; message: string };

/** One line for a terminal or a build log. */
export function describe({ file, field, message }: ContentProblem): string {
	return field === null ? `${file}: ${message}` : `${file}: ${field}: ${message}`;
}

/** Reads JSON against a schema; every issue becomes a problem that names its field. */
export function parseJson<T>(
	file: string,
	text: string,
	schema: v.GenericSchema<unknown, T>,
): Result<T, ContentProblem[]> {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch (problem) {
		const detail = problem instanceof Error ? problem.message : String(problem);
		return failure([{ file, field: null, message: `is not JSON (${detail})` }]);
	}
	return check(file, content, schema);
}

/** Holds data against a schema; every issue becomes a problem that names its field. */
export function check<T>(
	file: string,
	content: unknown,
	schema: v.GenericSchema<unknown, T>,
): Result<T, ContentProblem[]> {
	const parsed = v.safeParse(schema, content);
	if (parsed.success) return success(parsed.output);
	return failure(
		parsed.issues.map((issue) => ({ file, field: v.getDotPath(issue), message: issue.message })),
	);
}
