import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../core/errors';
import { listContent } from './listing';
import type { ContentProblem } from './problem';

/** Reads every file of a folder of `challenges/` that ends like this; others are stray. */
export async function readTexts<T>(
	directory: string,
	folder: string,
	ending: string,
	read: (slug: string, text: string) => Result<T, ContentProblem[]>,
): Promise<{ items: T[]; problems: ContentProblem[] }> {
	const items: T[] = [];
	const problems: ContentProblem[] = [];
	for (const name of await listContent(join(directory, folder))) {
		if (!name.endsWith(ending)) {
			problems.push({ file: `${folder}/${name}`, field: null, message: 'is a stray file' });
			continue;
		}
		const text = await readFile(join(directory, folder, name), 'utf8');
		const one = read(name.slice(0, -ending.length), text);
		if (one.ok) items.push(one.value);
		else problems.push(...one.error);
	}
	return { items, problems };
}
