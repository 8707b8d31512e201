import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CostQuestion } from '../core/cost';
import { failure, success, type Result } from '../core/errors';
import { listContent } from './listing';
import type { ContentProblem } from './problem';

const fields = ['title', 'this', 'that', 'sizes', 'question', 'why'] as const;

/** Reads and checks `costs/`: all readable questions by title, and what is wrong. */
export async function readCosts(
	directory: string,
): Promise<{ questions: CostQuestion[]; problems: ContentProblem[] }> {
	const folder = join(directory, 'costs');
	const questions: CostQuestion[] = [];
	const problems: ContentProblem[] = [];
	for (const name of await listContent(folder)) {
		const [, id] = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.py$/.exec(name) ?? [];
		if (id === undefined) {
			problems.push({ file: `costs/${name}`, field: null, message: 'is a stray file' });
			continue;
		}
		const read = readCost(id, await readFile(join(folder, name), 'utf8'));
		if (read.ok) questions.push(read.value);
		else problems.push(...read.error);
	}
	questions.sort((one, two) => one.title.localeCompare(two.title, 'en'));
	return { questions, problems };
}

/** Reads one file: `# field: value` lines, then Python. */
export function readCost(id: string, text: string): Result<CostQuestion, ContentProblem[]> {
	const lines = text.split('\n');
	const end = lines.findIndex((line) => !line.startsWith('#'));
	const head = lines.slice(0, end === -1 ? lines.length : end);
	const found = new Map(
		head.flatMap((line) => {
			const [, field, value] = /^# (\w+): (.+)$/.exec(line) ?? [];
			return field !== undefined && value !== undefined ? [[field, value.trim()] as const] : [];
		}),
	);
	const code = `${lines.slice(head.length).join('\n').trim()}\n`;
	const sizes = (found.get('sizes') ?? '').split(',').map(Number);
	const problems: ContentProblem[] = [];
	const complain = (field: string | null, message: string) =>
		problems.push({ file: `costs/${id}.py`, field, message });
	for (const field of fields) if (!found.has(field)) complain(field, 'is missing');
	if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
		complain('sizes', 'are not whole numbers with commas between');
	}
	if (!/^def setup\(n\):$/m.test(code)) complain(null, 'has no setup(n)');
	if (problems.length > 0) return failure(problems);
	const get = (field: (typeof fields)[number]) => found.get(field) ?? '';
	return success({
		id,
		title: get('title'),
		question: get('question'),
		this: get('this'),
		that: get('that'),
		sizes,
		why: get('why'),
		code,
	});
}
