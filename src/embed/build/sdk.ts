import { build } from 'vite';
import type { Rolldown } from 'vite';

/** The SDK as one ES module without imports, or as a classic script that sets `dryRun`. */
export async function bundleSdk(
	entry: string,
	format: 'es' | 'iife',
	minify: boolean,
): Promise<string> {
	const result = (await build({
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		define: format === 'iife' ? { 'import.meta.url': 'document.currentScript.src' } : {},
		build: {
			write: false,
			target: 'es2022',
			minify,
			modulePreload: false,
			rolldownOptions: {
				input: entry,
				preserveEntrySignatures: 'strict',
				output: { format, name: 'dryRun', codeSplitting: false },
			},
		},
	})) as Rolldown.RolldownOutput;
	const chunks = result.output.filter((part) => part.type === 'chunk');
	if (chunks.length !== 1) throw new Error(`${entry} was split into ${chunks.length} chunks.`);
	return chunks[0]!.code;
}
