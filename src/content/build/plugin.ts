import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { Challenge, ChallengeMeta } from '../../core/challenge';
import { readCollection, type Collection } from '../collection';
import { describe } from '../problem';

const entry = 'virtual:challenges';
const prefix = 'virtual:challenge/';

/**
 * Serves `virtual:challenges`: the catalogue at once, each challenge as a chunk of its own, Markdown
 * rendered here. A build stops at the first bad file; the dev server leaves it out with a warning.
 */
export function challenges(options: { root?: string } = {}): Plugin {
	let directory = '';
	let strict = true;
	let reading: Promise<Collection> | null = null;
	return {
		name: 'challenges',
		configResolved(config) {
			directory = resolve(config.root, options.root ?? 'challenges');
			strict = config.command === 'build';
		},
		buildStart() {
			reading = null;
		},
		resolveId(id) {
			return id === entry || id.startsWith(prefix) ? `\0${id}` : undefined;
		},
		async load(id) {
			if (!id.startsWith('\0virtual:challenge')) return undefined;
			reading ??= readCollection(directory);
			const collection = await reading;
			if (id === `\0${entry}`) {
				const problems = collection.problems.map(describe);
				if (problems.length > 0) {
					const message = `challenges:\n  ${problems.join('\n  ')}`;
					if (strict) this.error(message);
					this.warn(message);
				}
				return entryModule(collection);
			}
			const slug = id.slice(prefix.length + 1);
			const folder = collection.folders.find(({ challenge }) => challenge.slug === slug);
			if (!folder) this.error(`there is no challenge ${slug}`);
			return `export default ${JSON.stringify(folder.challenge)};`;
		},
		hotUpdate({ file }) {
			if (!resolve(file).startsWith(directory + sep)) return undefined;
			reading = null;
			return [...this.environment.moduleGraph.idToModuleMap.values()].filter((module) =>
				module.id?.startsWith('\0virtual:challenge'),
			);
		},
	};
}

function entryModule({ folders, kinds, tracks, topics }: Collection): string {
	const metas = folders.map(({ challenge }) => metaOf(challenge));
	const loaders = metas.map(
		({ slug }) => `[${JSON.stringify(slug)}, () => import(${JSON.stringify(prefix + slug)})]`,
	);
	return [
		`export const catalogue = ${JSON.stringify(metas)};`,
		`export const kinds = ${JSON.stringify(kinds)};`,
		`export const tracks = ${JSON.stringify(tracks)};`,
		`export const topics = ${JSON.stringify(topics)};`,
		`const loaders = new Map([${loaders.join(', ')}]);`,
		'export async function load(slug) {',
		'	const chunk = await loaders.get(slug)?.();',
		'	return chunk ? chunk.default : null;',
		'}',
	].join('\n');
}

function metaOf(challenge: Challenge): ChallengeMeta {
	const {
		slug,
		version,
		title,
		summary,
		kind,
		difficulty,
		minutes,
		topics,
		roles,
		skills,
		limits,
	} = challenge;
	return {
		slug,
		version,
		title,
		summary,
		kind,
		difficulty,
		minutes,
		topics,
		roles,
		skills,
		limits,
	};
}
