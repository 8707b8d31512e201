import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChallengeMeta } from '../core/challenge';
import { failure } from '../core/errors';
import type { KindInfo, Topic, Track } from '../core/track';
import { readFolder, type ChallengeFolder } from './folder';
import { listContent } from './listing';
import { parseJson, type ContentProblem } from './problem';
import { tracksSchema, type TracksFile } from './schema';

/** All that was readable of `challenges/`, in order, and what was wrong with the rest. */
export type Collection = {
	folders: ChallengeFolder[];
	kinds: KindInfo[];
	tracks: Track[];
	/** Those of the challenges, by name. */
	topics: Topic[];
	problems: ContentProblem[];
};

const nothing: TracksFile = { order: [], tracks: [], kinds: [] };

/** Reads and checks `challenges/`. A challenge missing from the order comes last. */
export async function readCollection(directory: string): Promise<Collection> {
	const problems: ContentProblem[] = [];
	const folders: ChallengeFolder[] = [];
	const slugs = await listContent(join(directory, 'code'));
	for (const slug of slugs) {
		const folder = await readFolder(join(directory, 'code', slug));
		if (folder.ok) folders.push(folder.value);
		else problems.push(...folder.error);
	}
	const text = await readFile(join(directory, 'tracks.json'), 'utf8').catch(() => null);
	const parsed =
		text === null
			? failure([{ file: 'tracks.json', field: null, message: 'is missing' }])
			: parseJson('tracks.json', text, tracksSchema);
	if (parsed.ok) problems.push(...compare(parsed.value.order, slugs));
	else problems.push(...parsed.error);
	const { order, kinds, tracks } = parsed.ok ? parsed.value : nothing;

	const place = ({ challenge: { slug } }: ChallengeFolder) =>
		order.includes(slug) ? order.indexOf(slug) : order.length;
	folders.sort((one, two) => place(one) - place(two));
	const metas = folders.map(({ challenge }) => challenge);
	const slugsOf = (belongs: (meta: ChallengeMeta) => boolean) =>
		metas.filter(belongs).map(({ slug }) => slug);
	return {
		folders,
		kinds: kinds.map((kind) => ({ ...kind, challenges: slugsOf((meta) => meta.kind === kind.id) })),
		tracks: tracks.map((track) => ({
			...track,
			challenges: slugsOf((meta) => meta.roles.includes(track.id)),
		})),
		topics: topicsOf(metas),
		problems,
	};
}

function compare(order: string[], slugs: string[]): ContentProblem[] {
	const messages = [
		...slugs.filter((slug) => !order.includes(slug)).map((slug) => `${slug} is not listed`),
		...order.filter((slug) => !slugs.includes(slug)).map((slug) => `there is no challenge ${slug}`),
	];
	return messages.map((message) => ({ file: 'tracks.json', field: 'order', message }));
}

function topicsOf(metas: ChallengeMeta[]): Topic[] {
	const ids = new Set(metas.flatMap((meta) => meta.topics));
	return [...ids]
		.sort((one, two) => one.localeCompare(two, 'en'))
		.map((id) => ({ id, title: id.charAt(0).toUpperCase() + id.slice(1) }));
}
