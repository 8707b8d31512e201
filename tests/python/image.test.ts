import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeArtifacts } from '../../src/runtime/build/artifacts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('a memory image is the same whenever and wherever it is made', async () => {
	const { files, image, host, node } = await makeArtifacts();
	const modern = await image('modern');
	const name = modern ? 'modern' : 'plain';
	const kept = readFileSync(modern ?? (await image('plain'))!);
	const to = join(mkdtempSync(join(tmpdir(), 'image-')), 'again.wasm');
	const order = { files: { ...files, image: null }, image: name, to };
	const { status } = spawnSync(node, [host, JSON.stringify(order)], { cwd: tmpdir() });
	expect(status).toBe(0);
	expect(readFileSync(to).equals(kept)).toBe(true);
	expect(kept.includes(root)).toBe(false);
});
