import { fileURLToPath } from 'node:url';
import { readFolder, type ChallengeFolder } from '../../src/content/folder';

/** One exercise of each kind. */
export const generator = await read('sliding-window');
export const asynchronous = await read('bounded-gather');
export const structure = await read('lru-cache');
export const threads = await read('shared-counters');
export const testing = await read('boundary-tests');

async function read(slug: string): Promise<ChallengeFolder> {
	const folder = fileURLToPath(new URL(`../../challenges/code/${slug}`, import.meta.url));
	const result = await readFolder(folder);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
