import { build } from 'vite';
import type { Plugin, Rolldown } from 'vite';
import { fileURLToPath } from 'node:url';
import { trimGlue } from './glue';

const worker = (name: string): string =>
	fileURLToPath(new URL(`../worker/${name}`, import.meta.url));

/**
 * One self-contained classic script for the browser's worker, or one for the runner frame. `isUsed`
 * tells which of the interpreter's exported functions there are.
 */
export async function bundleBrowser(
	entry: string,
	minify: boolean,
	isUsed: (name: string) => boolean,
): Promise<string> {
	const trim: Plugin = {
		name: 'dry-run:glue',
		transform: (code, id) => (id.endsWith('pyodide.asm.mjs') ? trimGlue(code, isUsed) : null),
	};
	return await bundle(entry, { format: 'iife', minify, external: () => false, plugins: [trim] });
}

/** The same worker as an ES module for Node; Pyodide stays outside, it knows Node by itself. */
export async function bundleNode(): Promise<string> {
	return await bundle(worker('host.ts'), {
		format: 'es',
		minify: false,
		external: (id) => id.startsWith('node:') || id.startsWith('pyodide'),
	});
}

async function bundle(
	entry: string,
	options: {
		format: 'iife' | 'es';
		minify: boolean;
		external: (id: string) => boolean;
		plugins?: Plugin[];
	},
): Promise<string> {
	const result = (await build({
		configFile: false,
		plugins: options.plugins ?? [],
		// Pyodide's use of `eval` and of Node's modules is known; browsers reach neither.
		logLevel: 'error',
		define: options.format === 'iife' ? { 'import.meta.url': '"https://dry-run.invalid/"' } : {},
		build: {
			write: false,
			target: 'es2022',
			minify: options.minify,
			modulePreload: false,
			rolldownOptions: {
				input: entry,
				external: options.external,
				output: { format: options.format, codeSplitting: false },
			},
		},
	})) as Rolldown.RolldownOutput;
	const chunks = result.output.filter((part) => part.type === 'chunk');
	if (chunks.length !== 1) throw new Error(`${entry} was split into ${chunks.length} chunks.`);
	return chunks[0]!.code;
}
