import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { bundleSdk } from './sdk';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * What the embeds need of the site besides `embed.html`: the same page at `embed/`, the address that
 * is handed out, the script `embed.js` with its types, and `embed-classic.js` for pages that cannot
 * import a module from another site.
 */
export function embeds(): Plugin {
	return {
		name: 'dry-run:embeds',
		configureServer(server) {
			server.middlewares.use(async (request, response, next) => {
				const url = new URL(request.url ?? '/', 'http://dev.invalid');
				if (url.pathname === '/embed/') request.url = `/embed.html${url.search}`;
				if (url.pathname !== '/embed.js') return next();
				response.setHeader('content-type', 'text/javascript');
				response.end(await bundleSdk(path('sdk/sdk.ts'), 'es', false));
			});
		},
		generateBundle: {
			// After the pages are made.
			order: 'post',
			async handler(_options, bundle) {
				for (const [fileName, format] of [
					['embed.js', 'es'],
					['embed-classic.js', 'iife'],
				] as const) {
					const source = await bundleSdk(path('sdk/sdk.ts'), format, true);
					this.emitFile({ type: 'asset', fileName, source });
				}
				const types = declarations();
				this.emitFile({ type: 'asset', fileName: 'embed.d.ts', source: types });
				const page = bundle['embed.html'];
				if (page?.type !== 'asset') return;
				// The page's own addresses are relative; everything else is asked for by scripts.
				const below = String(page.source)
					.replaceAll(/(src|href)="\.\//g, '$1="../')
					.replace(' data-cold', ' data-cold data-below');
				this.emitFile({ type: 'asset', fileName: 'embed/index.html', source: below });
			},
		},
	};
}

/** The SDK's types in one file: two sources, neither of which imports anything but the other. */
export function declarations(): string {
	const sources = ['messages.ts', 'sdk/types.ts'].map((name) => readFileSync(path(name), 'utf8'));
	const text = sources.map((source) => source.replace(/^import[^;]*;\n+/gm, '')).join('\n');
	return text.replace(/^\/\/ .*\n+/, '');
}
