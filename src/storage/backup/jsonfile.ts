import * as v from 'valibot';
import { failure, success, type Result } from '../../core/errors';
import type { FileError } from '../../core/textfile';

/** A kind of JSON file of ours: its mark, its newest version and its shape. */
export type Format<T> = {
	format: string;
	version: number;
	/** What it is called, with an article: "an attempt file". */
	name: string;
	schema: v.GenericSchema<unknown, T>;
};

/** Reads the text of a file that claims to be of a format. */
export function readJsonFile<T>(text: string, wanted: Format<T>): Result<T, FileError> {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch (problem) {
		const detail = problem instanceof Error ? problem.message : String(problem);
		return failure({ kind: 'not-json', detail });
	}
	return checkJson(content, wanted);
}

/** The same for what the JSON holds. */
export function checkJson<T>(content: unknown, wanted: Format<T>): Result<T, FileError> {
	const head = v.safeParse(
		v.object({ format: v.literal(wanted.format), version: v.number() }),
		content,
	);
	if (!head.success) return failure({ kind: 'other-format', wanted: wanted.name });
	const { version } = head.output;
	if (version > wanted.version) {
		return failure({ kind: 'newer', found: version, known: wanted.version });
	}
	const whole = v.safeParse(wanted.schema, content);
	if (whole.success) return success(whole.output);
	const [issue] = whole.issues;
	const where = v.getDotPath(issue) ?? 'the top';
	return failure({ kind: 'damaged', where, detail: issue.message });
}
