import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scenarioFileSchema } from '../coach/interview/schema';
import { flawsOf } from '../coach/interview/soundness';
import type { Scenario } from '../core/interview';
import { listContent } from './listing';
import { parseJson, type ContentProblem } from './problem';
import { testIds } from './wrong';

/** Reads and checks `interviews/`: all readable scenarios by role and length, and what is wrong. */
export async function readScenarios(
	directory: string,
): Promise<{ scenarios: Scenario[]; problems: ContentProblem[] }> {
	const scenarios: Scenario[] = [];
	const problems: ContentProblem[] = [];
	const challenges = await readTests(directory);
	for (const name of await listContent(join(directory, 'interviews'))) {
		const file = `interviews/${name}`;
		const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.json$/.exec(name)?.[1];
		if (!slug) {
			problems.push({ file, field: null, message: 'is a stray file' });
			continue;
		}
		const text = await readFile(join(directory, 'interviews', name), 'utf8');
		const read = parseJson(file, text, scenarioFileSchema);
		if (!read.ok) {
			problems.push(...read.error);
			continue;
		}
		const scenario = { slug, ...read.value };
		const flaws = flawsOf(scenario, { challenges });
		problems.push(...flaws.map((message) => ({ file, field: null, message })));
		if (flaws.length === 0) scenarios.push(scenario);
	}
	return { scenarios: scenarios.sort(inOrder), problems };
}

async function readTests(directory: string): Promise<{ slug: string; tests: string[] }[]> {
	const slugs = await listContent(join(directory, 'code'));
	return Promise.all(
		slugs.map(async (slug) => {
			const path = join(directory, 'code', slug, 'tests.py');
			return { slug, tests: testIds(await readFile(path, 'utf8').catch(() => '')) };
		}),
	);
}

function inOrder(one: Scenario, two: Scenario): number {
	return one.role.localeCompare(two.role, 'en') || one.minutes - two.minutes;
}
