import type * as v from 'valibot';
import { parse, YAMLParseError } from 'yaml';
import { failure, success, type Result } from '../core/errors';
import { check, type ContentProblem } from './problem';

/** Parts a file with YAML between `---` lines at its top, and reads that against a schema. */
export function readFront<T>(
	file: string,
	text: string,
	schema: v.GenericSchema<unknown, T>,
): Result<{ front: T; body: string }, ContentProblem[]> {
	const [, yaml, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	if (yaml === undefined || body === undefined) {
		return failure([{ file, field: null, message: 'does not begin with YAML between --- lines' }]);
	}
	let content: unknown;
	try {
		content = parse(yaml, { prettyErrors: true });
	} catch (problem) {
		if (!(problem instanceof YAMLParseError)) throw problem;
		const line = (problem.linePos?.[0].line ?? 0) + 1;
		const message = `is not YAML at line ${line} (${problem.message.split('\n')[0]})`;
		return failure([{ file, field: null, message }]);
	}
	const checked = check(file, content, schema);
	return checked.ok ? success({ front: checked.value, body }) : checked;
}
