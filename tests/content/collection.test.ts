import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../src/content/collection';
import { describe as tell } from '../../src/content/problem';
import { files, info, makeChallenges, metaWith, tracks, write } from './fixture';

describe('the collection', () => {
	test('of this product has no problems', async () => {
		const { problems, folders } = await readCollection('challenges');
		expect(problems.map(tell)).toEqual([]);
		expect(folders.length).toBeGreaterThan(0);
	});

	test('follows the order, within kinds and tracks too', async () => {
		const folder = await makeChallenges(['c', 'a', 'b']);
		await write(join(folder, 'code', 'a'), {
			'challenge.json': metaWith({ roles: ['data', 'backend'], topics: ['zips', 'binary search'] }),
		});
		const { folders, kinds, tracks, topics, problems } = await readCollection(folder);
		expect(problems).toEqual([]);
		expect(folders.map(({ challenge }) => challenge.slug)).toEqual(['c', 'a', 'b']);
		expect(kinds[0]).toEqual({
			...info(['generators'])[0],
			challenges: ['c', 'a', 'b'],
		});
		expect(tracks.map((track) => track.challenges)).toEqual([['c', 'a', 'b'], [], ['a']]);
		expect(topics).toEqual([
			{ id: 'binary search', title: 'Binary search' },
			{ id: 'iterators', title: 'Iterators' },
			{ id: 'zips', title: 'Zips' },
		]);
	});

	test('puts a challenge that the order forgets last, and says so', async () => {
		const folder = await makeChallenges(['b', 'a']);
		await write(folder, { 'tracks.json': tracks(['b']) });
		const { folders, problems } = await readCollection(folder);
		expect(folders.map(({ challenge }) => challenge.slug)).toEqual(['b', 'a']);
		expect(problems.map(tell)).toEqual(['tracks.json: order: a is not listed']);
	});

	test.each([
		['an unknown challenge', tracks(['a', 'z']), 'tracks.json: order: there is no challenge z'],
		['a challenge twice', tracks(['a', 'a']), 'tracks.json: order: nothing twice'],
		['a broken tracks.json', '{', 'tracks.json: is not JSON'],
		[
			'a missing role',
			tracks(['a']).replace('"automation"', '"data"'),
			'tracks.json: tracks: exactly',
		],
	])('names %s', async (_what, text, expected) => {
		const folder = await makeChallenges(['a']);
		await write(folder, { 'tracks.json': text });
		const { problems } = await readCollection(folder);
		expect(problems.map(tell)).toEqual([expect.stringContaining(expected)]);
	});

	test('says so when tracks.json is missing, and still shows the challenges', async () => {
		const folder = await makeChallenges(['a']);
		await rm(join(folder, 'tracks.json'));
		const { folders, problems } = await readCollection(folder);
		expect(folders).toHaveLength(1);
		expect(problems.map(tell)).toEqual(['tracks.json: is missing']);
	});

	test('refuses a folder whose name is not a slug', async () => {
		const { folders, problems } = await readCollection(await makeChallenges(['Two_Sum']));
		expect(folders).toEqual([]);
		expect(problems.map(tell)).toContainEqual(
			'code/Two_Sum/: the name is not a slug (small letters, hyphens)',
		);
	});

	test('leaves a bad challenge out and keeps the good ones', async () => {
		const folder = await makeChallenges(['a', 'b']);
		await write(join(folder, 'code', 'a'), { 'stray.txt': files['prompt.md']! });
		const { folders, problems } = await readCollection(folder);
		expect(folders.map(({ challenge }) => challenge.slug)).toEqual(['b']);
		expect(problems.map(tell)).toEqual(['code/a/stray.txt: is a stray file']);
	});
});
