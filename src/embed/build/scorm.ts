import { build } from 'vite';
import type { Plugin, Rolldown } from 'vite';
import { fileURLToPath } from 'node:url';
import type { SiteFiles } from '../scorm/package';

const entry = fileURLToPath(new URL('../scorm/sco.ts', import.meta.url));

/**
 * `scorm.json`: the script of a SCORM package's launch page, and the list of the files that
 * `embed.html` may come to need, for packages that carry them.
 */
export function scorm(): Plugin {
	return {
		name: 'dry-run:scorm',
		apply: 'build',
		generateBundle: {
			// After the pages are made.
			order: 'post',
			async handler(_options, bundle) {
				const files = filesOf(bundle)
					.map((path) => ({ path, bytes: sizeOf(bundle[path]!) }))
					.sort((one, two) => (one.path < two.path ? -1 : 1));
				const list: SiteFiles = { sco: await bundleSco(), files };
				this.emitFile({ type: 'asset', fileName: 'scorm.json', source: JSON.stringify(list) });
			},
		},
	};
}

/** `embed.html`, the scripts and styles it leads to, and whatever is neither script nor style. */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
	const page = bundle['embed.html'];
	if (page?.type !== 'asset') throw new Error('There is no embed.html to pack.');
	const wanted = new Set<string>(['embed.html']);
	const follow = (name: string): void => {
		const chunk = bundle[name];
		if (wanted.has(name) || chunk?.type !== 'chunk') return;
		wanted.add(name);
		const { imports, dynamicImports, viteMetadata } = chunk;
		for (const next of [...imports, ...dynamicImports]) follow(next);
		for (const style of viteMetadata?.importedCss ?? []) wanted.add(style);
	};
	for (const [, name] of String(page.source).matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)) {
		if (bundle[name!]?.type === 'chunk') follow(name!);
		else wanted.add(name!);
	}
	for (const [name, part] of Object.entries(bundle)) {
		if (part.type !== 'chunk' && name.startsWith('assets/') && !name.endsWith('.css'))
			wanted.add(name);
	}
	return [...wanted].filter((name) => name in bundle);
}

function sizeOf(part: Rolldown.OutputBundle[string]): number {
	const content = part.type === 'chunk' ? part.code : part.source;
	return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}

/** One classic script without imports. */
async function bundleSco(): Promise<string> {
	const result = (await build({
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		build: {
			write: false,
			target: 'es2022',
			minify: true,
			modulePreload: false,
			rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
		},
	})) as Rolldown.RolldownOutput;
	const chunks = result.output.filter((part) => part.type === 'chunk');
	if (chunks.length !== 1) throw new Error(`sco.ts was split into ${chunks.length} chunks.`);
	return chunks[0]!.code;
}
