import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const meta = {
	version: 1,
	title: 'Count down',
	summary: 'From a number to one',
	kind: 'generators',
	difficulty: 'easy',
	minutes: 10,
	topics: ['iterators'],
	roles: ['backend'],
	skills: ['lazy evaluation'],
	limits: { seconds: 10, cost: 1_000_000_000 },
};

const tests = `import unittest

import judge
from solution import countdown


class Examples(unittest.TestCase):
    def test_three(self):
        """Counts from three"""
        self.assertEqual(list(countdown(3)), [3, 2, 1])


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_is_lazy(self):
        """Makes nothing early"""
        judge.assert_iterator(countdown(10**12))
`;

const wrong = (name: string) =>
	`# caught by: Lazy.test_is_lazy\n# People like lists (${name}).\ndef countdown(n): return []\n`;

/** A challenge that is in order. */
export const files: Readonly<Record<string, string>> = {
	'challenge.json': JSON.stringify(meta),
	'prompt.md': 'Count *down*.\n\n```python\n>>> list(countdown(3))\n[3, 2, 1]\n```\n',
	'starter.py': 'def countdown(n):\n    raise NotImplementedError\n',
	'solution.py': 'def countdown(n):\n    yield from range(n, 0, -1)\n',
	'tests.py': tests,
	'hints.md': '## One\n\nFirst.\n\n## Two\n\nSecond.\n\n## Three\n\nThird.\n',
	'debrief.md': '## Why\n\nBecause.\n',
	...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`wrong/${name}.py`, wrong(name)])),
};

export const info = (ids: string[]) =>
	ids.map((id) => ({ id, title: id.toUpperCase(), summary: `About ${id}` }));

/** `tracks.json` that is in order for the given challenges. */
export function tracks(order: string[]): string {
	return JSON.stringify({
		order,
		tracks: info(['backend', 'automation', 'data']),
		kinds: info(['generators', 'async', 'data-structures', 'testing', 'threads']),
	});
}

/** `challenge.json` with other values; undefined takes a field away. */
export function metaWith(change: Record<string, unknown>): string {
	return JSON.stringify({ ...meta, ...change });
}

/** Writes files under a folder; null leaves one out. */
export async function write(folder: string, all: Record<string, string | null>): Promise<void> {
	for (const [name, text] of Object.entries(all)) {
		if (text === null) continue;
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
}

/** An empty folder; removed after the test. */
export async function makeFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'challenges-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	return folder;
}

/** A `challenges/` folder with some challenges, all in order. */
export async function makeChallenges(slugs: string[]): Promise<string> {
	const folder = await makeFolder();
	for (const slug of slugs) await write(join(folder, 'code', slug), { ...files });
	await write(folder, { 'tracks.json': tracks(slugs) });
	return folder;
}

/** One challenge's folder with some files changed, added, or (null) left out. */
export async function makeChallenge(change: Record<string, string | null> = {}): Promise<string> {
	const folder = join(await makeFolder(), 'countdown');
	await write(folder, { ...files, ...change });
	return folder;
}
