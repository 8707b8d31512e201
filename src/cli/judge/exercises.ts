import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readExercises } from '../../core/intake/read';
import { split } from '../../core/intake/found';
import type { LocalExercise } from '../../core/pack';
import { checkPack } from '../../storage/backup/exercise';
import { readTexts, Unreadable } from './disk';

export type Found = { exercises: LocalExercise[]; problems: string[] };

/** A built-in challenge by its slug; null where there is none. `challenges` is their folder. */
export async function readBuiltIn(challenges: string, slug: string): Promise<LocalExercise | null> {
	const folder = join(challenges, 'code', slug);
	if (!/^[a-z\d-]+$/.test(slug) || !existsSync(join(folder, 'challenge.json'))) return null;
	const { exercises } = readExercises(await readTexts(folder), checkPack);
	return exercises[0] ? { ...exercises[0], slug } : null;
}

/** The exercises of a built-in challenge's slug, a file or a folder. */
export async function findExercises(challenges: string, name: string): Promise<Found> {
	const builtIn = await readBuiltIn(challenges, name);
	if (builtIn) return { exercises: [builtIn], problems: [] };
	if (!existsSync(name)) {
		throw new Unreadable(
			`There is no challenge, file or folder "${name}". Built-in challenges are the folders of challenges/code.`,
		);
	}
	const files = await readTexts(name);
	const alone = files.length === 1 && /\.py$/.test(name) ? await withSiblings(name) : files;
	return readExercises(alone, checkPack);
}

/** A file of tests belongs to what lies in its folder. */
async function withSiblings(path: string) {
	const { folder } = split(resolve(path).replaceAll('\\', '/'));
	const name = basename(path);
	if (!/(_test|^test_.*|^tests)\.py$/.test(name)) return await readTexts(path);
	return await readTexts(folder);
}
