import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { describe, type ContentProblem } from '../problem';

/** What was read of one collection. All of it must be plain data. */
export type Reading = {
	/** Exports of the entry, by name: what lists show. */
	lists: Readonly<Record<string, unknown>>;
	/** Whole items by slug; each becomes a chunk of its own. */
	items: ReadonlyMap<string, unknown>;
	problems: ContentProblem[];
};

/** A collection under `challenges/`, and the name of the module that serves it. */
export type Shelf = {
	/** `virtual:challenges` or `virtual:challenges/…`. */
	entry: string;
	/** Reads all of it; `directory` is the path of `challenges/`. */
	read: (directory: string) => Promise<Reading>;
};

/**
 * Serves a shelf: its lists at once, and `load(slug)` for one item's chunk, null for a slug that is
 * not there. A build stops at the first bad file; the dev server leaves it out with a warning.
 */
export function serveShelf({ entry, read }: Shelf, options: { root?: string } = {}): Plugin {
	const prefix = `${entry}:`;
	let directory = '';
	let strict = true;
	let reading: Promise<Reading> | null = null;
	const ours = new RegExp(`^${entry}(:|$)`);
	const oursResolved = new RegExp(`^\0${entry}(:|$)`);
	return {
		name: entry.replace('virtual:', ''),
		configResolved(config) {
			directory = resolve(config.root, options.root ?? 'challenges');
			strict = config.command === 'build';
		},
		buildStart() {
			reading = null;
		},
		resolveId: { filter: { id: ours }, handler: (id) => `\0${id}` },
		load: {
			filter: { id: oursResolved },
			async handler(id) {
				reading ??= read(directory);
				const { lists, items, problems } = await reading;
				if (id === `\0${loader(entry)}`) return loaderModule([...items.keys()], prefix);
				if (id === `\0${entry}`) {
					if (problems.length > 0) {
						const message = `challenges:\n  ${problems.map(describe).join('\n  ')}`;
						if (strict) this.error(message);
						this.warn(message);
					}
					return entryModule(lists, loader(entry));
				}
				const slug = id.slice(id.lastIndexOf('/') + 1);
				if (!items.has(slug)) this.error(`there is no ${slug} in ${entry}`);
				return `export default ${JSON.stringify(items.get(slug))};`;
			},
		},
		hotUpdate({ file }) {
			if (!resolve(file).startsWith(directory + sep)) return undefined;
			reading = null;
			return [...this.environment.moduleGraph.idToModuleMap.values()].filter(
				({ id }) => id !== null && oursResolved.test(id),
			);
		},
	};
}

/** The module of `load` alone, for those who want one item and no list. */
function loader(entry: string): string {
	return `${entry}:load`;
}

function entryModule(lists: Reading['lists'], loader: string): string {
	return [
		...Object.entries(lists).map(
			([name, list]) => `export const ${name} = ${JSON.stringify(list)};`,
		),
		`export { load } from ${JSON.stringify(loader)};`,
	].join('\n');
}

function loaderModule(slugs: string[], prefix: string): string {
	const loaders = slugs.map(
		(slug) => `[${JSON.stringify(slug)}, () => import(${JSON.stringify(`${prefix}/${slug}`)})]`,
	);
	return [
		`const loaders = new Map([${loaders.join(', ')}]);`,
		'export async function load(slug) {',
		'	const chunk = await loaders.get(slug)?.();',
		'	return chunk ? chunk.default : null;',
		'}',
	].join('\n');
}
