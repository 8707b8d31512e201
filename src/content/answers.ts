import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drillTopics, levels, type Drill } from '../core/drill';
import { readDrill } from './drill';
import { listContent } from './listing';
import type { ContentProblem } from './problem';

/** Reads and checks `answers/`: all readable drills by topic, level and title, and what is wrong. */
export async function readAnswers(
	directory: string,
): Promise<{ drills: Drill[]; problems: ContentProblem[] }> {
	const folder = join(directory, 'answers');
	const drills: Drill[] = [];
	const problems: ContentProblem[] = [];
	for (const name of await listContent(folder)) {
		if (!name.endsWith('.md')) {
			problems.push({ file: `answers/${name}`, field: null, message: 'is a stray file' });
			continue;
		}
		const read = readDrill(name.slice(0, -3), await readFile(join(folder, name), 'utf8'));
		if (read.ok) drills.push(read.value);
		else problems.push(...read.error);
	}
	return { drills: drills.sort(inOrder), problems };
}

function inOrder(one: Drill, two: Drill): number {
	return (
		drillTopics.indexOf(one.topic) - drillTopics.indexOf(two.topic) ||
		levels.indexOf(one.level) - levels.indexOf(two.level) ||
		one.title.localeCompare(two.title, 'en')
	);
}
