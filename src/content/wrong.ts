import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '../core/errors';
import { listContent } from './listing';
import type { ContentProblem } from './problem';

/** A named mistake: a program that must fail the test that is about it. */
export type WrongSolution = {
	/** File name without `.py`. */
	name: string;
	/** Id of the test that must catch it. */
	caughtBy: string;
	/** Why people write it, one sentence. */
	why: string;
	code: string;
};

const fewest = 4;

/** Reads `wrong/*.py`. Each begins with `# caught by: Class.test_method`, then a comment why. */
export async function readWrong(
	directory: string,
	slug: string,
	tests: readonly string[],
): Promise<Result<WrongSolution[], ContentProblem[]>> {
	const folder = join(directory, 'wrong');
	const names = await listContent(folder);
	const problems: ContentProblem[] = [];
	const complain = (file: string, message: string) =>
		problems.push({ file: `code/${slug}/wrong/${file}`, field: null, message });

	if (names.length < fewest)
		complain('', `has ${names.length} wrong solutions, at least ${fewest}`);
	const wrong: WrongSolution[] = [];
	for (const file of names) {
		const name = /^([a-z][a-z0-9_]*)\.py$/.exec(file)?.[1];
		if (!name) {
			complain(file, 'is a stray file');
			continue;
		}
		const code = await readFile(join(folder, file), 'utf8');
		const [first = '', second = ''] = code.split('\n');
		const caughtBy = /^# caught by: ([A-Za-z_]\w*\.test\w*)$/.exec(first)?.[1];
		const why = /^# (.+)$/.exec(second)?.[1];
		if (!caughtBy) complain(file, 'first line is not "# caught by: Class.test_method"');
		else if (!tests.includes(caughtBy)) complain(file, `tests.py has no test ${caughtBy}`);
		if (!why) complain(file, 'second line is not a comment that says why people write this');
		wrong.push({ name, caughtBy: caughtBy ?? '', why: why ?? '', code });
	}
	return problems.length > 0 ? failure(problems) : success(wrong);
}

/** `Class.test_method` of every test, as far as the text shows: classes and methods at the usual depth. */
export function testIds(source: string): string[] {
	let owner: string | null = null;
	const found: string[] = [];
	for (const line of source.split('\n')) {
		const [, name] = /^class (\w+)/.exec(line) ?? [];
		if (name) owner = name;
		else if (/^(async def|def|if) /.test(line)) owner = null;
		const [, method] = /^ {4}(?:async )?def (test\w*)\(/.exec(line) ?? [];
		if (owner && method) found.push(`${owner}.${method}`);
	}
	return found;
}
