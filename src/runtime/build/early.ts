import type { Plugin } from 'vite';

/**
 * Has `index.html` evaluate a module as soon as it is there, while the page's own script and all that
 * it imports are still on their way. `id` ends the module's path; it must be an entry of its own.
 */
export function early(id: string): Plugin {
	return {
		name: 'dry-run:early',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			handler(_html, { bundle = {}, filename }) {
				if (!filename.endsWith('index.html')) return [];
				const chunk = Object.values(bundle).find(
					(each) => each.type === 'chunk' && each.facadeModuleId?.endsWith(id),
				);
				if (!chunk) throw new Error(`There is no entry for ${id}.`);
				const src = `./${chunk.fileName}`;
				const attrs = { type: 'module', async: true, crossorigin: true, src };
				return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
			},
		},
	};
}
