import { join } from 'node:path';
import { build, createServer, type Rollup } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { challenges } from '../../src/content/build/plugin';
import type { Challenge, ChallengeMeta } from '../../src/core/challenge';
import { makeChallenges, metaWith, write } from './fixture';

const main =
	"import { catalogue, load } from 'virtual:challenges';\nconsole.log(catalogue, load);\n";

async function buildApp(root: string) {
	await write(root, { 'main.js': main });
	const output = await build({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [challenges({ root: '.' })],
		build: { write: false, rolldownOptions: { input: join(root, 'main.js') } },
	});
	return (output as Rollup.RollupOutput).output.filter((file) => file.type === 'chunk');
}

async function serve(root: string) {
	const server = await createServer({
		root,
		configFile: false,
		logLevel: 'silent',
		server: { middlewareMode: true, ws: false },
		optimizeDeps: { noDiscovery: true },
		plugins: [challenges({ root: '.' })],
	});
	onTestFinished(() => server.close());
	type Entry = {
		catalogue: ChallengeMeta[];
		load: (slug: string) => Promise<Challenge | null>;
	};
	const entry = () => server.ssrLoadModule('virtual:challenges') as Promise<Entry>;
	return { server, entry };
}

describe('a build', () => {
	test('puts the catalogue first and each challenge into a file of its own', async () => {
		const chunks = await buildApp(await makeChallenges(['one', 'two']));
		const entry = chunks.filter((chunk) => chunk.isEntry);
		const rest = chunks.filter((chunk) => chunk.isDynamicEntry);
		expect(entry).toHaveLength(1);
		expect(entry[0]?.code).toContain('Count down');
		expect(entry[0]?.code).not.toContain('NotImplementedError');
		expect(rest.map((chunk) => chunk.name).sort()).toEqual(['one', 'two']);
		for (const chunk of rest) expect(chunk.code).toContain('NotImplementedError');
	});

	test('carries no Markdown library', async () => {
		const chunks = await buildApp(await makeChallenges(['one']));
		const modules = chunks.flatMap((chunk) => chunk.moduleIds);
		expect(modules.filter((id) => id.includes('node_modules'))).toEqual([]);
	});

	test('stops at a bad file and names it', async () => {
		const root = await makeChallenges(['one']);
		await write(join(root, 'code', 'one'), { 'challenge.json': metaWith({ minutes: 'ten' }) });
		await expect(buildApp(root)).rejects.toThrow(/code\/one\/challenge.json: minutes: /);
	});
});

describe('the dev server', () => {
	test('leaves a bad challenge out', async () => {
		const root = await makeChallenges(['one', 'two']);
		await write(join(root, 'code', 'one'), { 'stray.txt': 'x' });
		const { entry } = await serve(root);
		const { catalogue, load } = await entry();
		expect(catalogue.map((meta) => meta.slug)).toEqual(['two']);
		expect((await load('two'))?.title).toBe('Count down');
		expect(await load('one')).toBeNull();
	});

	test('shows what has changed on disk', async () => {
		const root = await makeChallenges(['one']);
		const { server, entry } = await serve(root);
		expect((await entry()).catalogue[0]?.title).toBe('Count down');
		const challenge = join(root, 'code', 'one');
		await write(challenge, { 'challenge.json': metaWith({ title: 'Changed' }) });
		server.watcher.emit('change', join(challenge, 'challenge.json'));
		await expect
			.poll(async () => (await entry()).catalogue[0]?.title, { timeout: 5000 })
			.toBe('Changed');
		expect((await (await entry()).load('one'))?.title).toBe('Changed');
	});
});
