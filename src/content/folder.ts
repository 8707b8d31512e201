import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { BuiltIn } from '../core/challenge';
import { failure, success, type Result } from '../core/errors';
import { listContent } from './listing';
import { hasTitle, linksIn, renderMarkdown, splitSections } from './markdown';
import { parseJson, type ContentProblem } from './problem';
import { challengeSchema, equivalentSchema, slugSchema, type EquivalentMutant } from './schema';
import { readWrong, testIds, type WrongSolution } from './wrong';

/** Everything that a challenge's folder holds. */
export type ChallengeFolder = {
	challenge: BuiltIn;
	wrong: WrongSolution[];
	equivalent: EquivalentMutant[];
};

const required = [
	'challenge.json',
	'prompt.md',
	'starter.py',
	'solution.py',
	'tests.py',
	'hints.md',
	'debrief.md',
] as const;
type Required = (typeof required)[number];

const optional = ['equivalent.json', 'wrong'];

/** Reads and checks one folder. Errors name file and field; all are found in one go. */
export async function readFolder(
	directory: string,
): Promise<Result<ChallengeFolder, ContentProblem[]>> {
	const slug = basename(directory);
	const problems: ContentProblem[] = [];
	const complain = (file: string, message: string, field: string | null = null) =>
		problems.push({ file: `code/${slug}/${file}`, field, message });

	if (!v.is(slugSchema, slug)) complain('', 'the name is not a slug (small letters, hyphens)');
	const names = await listContent(directory);
	for (const name of names) {
		if (!required.includes(name as Required) && !optional.includes(name)) {
			complain(name, 'is a stray file');
		}
	}
	const texts = new Map<Required, string>();
	for (const name of required) {
		const text = names.includes(name) ? await readFile(join(directory, name), 'utf8') : null;
		if (text === null) complain(name, 'is missing');
		else if (text.trim() === '') complain(name, 'is empty');
		else if (text.includes('\r') || text.startsWith('\uFEFF')) complain(name, 'has CR or a BOM');
		texts.set(name, text ?? '');
	}
	const text = (name: Required) => texts.get(name) ?? '';

	for (const name of ['prompt.md', 'hints.md', 'debrief.md'] as const) {
		if (hasTitle(text(name))) complain(name, 'has a title (#), but the page shows the title');
		for (const link of linksIn(text(name))) {
			if (!link.startsWith('https://')) complain(name, `links to ${link}, which is not https`);
		}
	}
	const hints = splitSections(text('hints.md'));
	if (text('hints.md') && hints.sections.length < 3)
		complain('hints.md', 'has fewer than three hints');
	if (hints.before) complain('hints.md', 'has text above its first ## heading');
	for (const hint of hints.sections) {
		if (!hint.body) complain('hints.md', 'has no text', hint.title);
	}
	const tests = testIds(text('tests.py'));
	if (!tests.some((id) => id.startsWith('Examples.'))) {
		complain('tests.py', 'has no tests in a class called Examples');
	}
	if (text('starter.py') && text('starter.py') === text('solution.py')) {
		complain('starter.py', 'is the solution');
	}
	const wrong = await readWrong(directory, slug, tests);
	if (!wrong.ok) problems.push(...wrong.error);

	const meta = parseJson(
		`code/${slug}/challenge.json`,
		text('challenge.json') || '{}',
		challengeSchema,
	);
	if (!meta.ok && text('challenge.json')) problems.push(...meta.error);
	const equivalent = names.includes('equivalent.json')
		? parseJson(
				`code/${slug}/equivalent.json`,
				await readFile(join(directory, 'equivalent.json'), 'utf8'),
				equivalentSchema,
			)
		: success([]);
	if (!equivalent.ok) problems.push(...equivalent.error);
	if (!meta.ok || !equivalent.ok || !wrong.ok || problems.length > 0) return failure(problems);

	const challenge: BuiltIn = {
		slug,
		...meta.value,
		prompt: renderMarkdown(text('prompt.md')),
		starter: text('starter.py'),
		solution: text('solution.py'),
		tests: text('tests.py'),
		hints: hints.sections.map(({ title, body }) => ({ title, html: renderMarkdown(body) })),
		debrief: renderMarkdown(text('debrief.md')),
	};
	return success({ challenge, wrong: wrong.value, equivalent: equivalent.value });
}
