import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChallengeMeta } from '../core/challenge';
import { readFolder, type ChallengeFolder } from './folder';
import { listContent } from './listing';
import { parseJson, type ContentProblem } from './problem';
import { tracksSchema, type TracksFile } from './schema';

/** All that was readable of `challenges/`, in the catalogue's order, and what was wrong. */
export type Collection = {
	folders: ChallengeFolder[];
	tracks: TracksFile;
	problems: ContentProblem[];
};

const noTracks: TracksFile = { kinds: [], tracks: [], topics: [] };

/** Reads and checks `challenges/`. What could not be read is left out and named in `problems`. */
export async function readCollection(directory: string): Promise<Collection> {
	const problems: ContentProblem[] = [];
	const code = join(directory, 'code');
	const slugs = await listContent(code);
	const folders: ChallengeFolder[] = [];
	for (const slug of slugs) {
		const folder = await readFolder(join(code, slug));
		if (folder.ok) folders.push(folder.value);
		else problems.push(...folder.error);
	}
	const text = await readFile(join(directory, 'tracks.json'), 'utf8').catch(() => '');
	const parsed = parseJson('tracks.json', text, tracksSchema);
	if (!parsed.ok) return { folders, tracks: noTracks, problems: [...problems, ...parsed.error] };

	const metas = new Map(folders.map(({ challenge }) => [challenge.slug, challenge]));
	problems.push(...compare(parsed.value, metas, new Set(slugs)));
	const there = (list: string[]) => list.filter((slug) => metas.has(slug));
	const tracks = {
		...parsed.value,
		kinds: parsed.value.kinds.map((kind) => ({ ...kind, challenges: there(kind.challenges) })),
		tracks: parsed.value.tracks.map((track) => ({ ...track, challenges: there(track.challenges) })),
	};
	const order = tracks.kinds.flatMap((kind) => kind.challenges);
	const place = ({ challenge }: ChallengeFolder) => order.indexOf(challenge.slug) + 1 || Infinity;
	folders.sort((one, two) => place(one) - place(two) || 0);
	return { folders, tracks, problems };
}

/** What `tracks.json` and the folders say differently. */
function compare(
	tracks: TracksFile,
	metas: ReadonlyMap<string, ChallengeMeta>,
	slugs: ReadonlySet<string>,
): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const complain = (field: string, message: string) =>
		problems.push({ file: 'tracks.json', field, message });

	for (const slug of slugs) {
		const homes = tracks.kinds.filter((kind) => kind.challenges.includes(slug));
		if (homes.length !== 1) complain('kinds', `${slug} is listed ${homes.length} times, not once`);
	}
	for (const { id, challenges } of tracks.kinds) {
		for (const slug of challenges) {
			if (!slugs.has(slug)) complain(`kinds.${id}`, `there is no challenge ${slug}`);
			const kind = metas.get(slug)?.kind;
			if (kind && kind !== id) complain(`kinds.${id}`, `${slug} is of kind ${kind}`);
		}
	}
	for (const { id, challenges } of tracks.tracks) {
		for (const slug of challenges) {
			if (!slugs.has(slug)) complain(`tracks.${id}`, `there is no challenge ${slug}`);
			const meta = metas.get(slug);
			if (meta && !meta.roles.includes(id)) complain(`tracks.${id}`, `${slug} has not that role`);
		}
	}
	const topics = new Set(tracks.topics.map((topic) => topic.id));
	for (const meta of metas.values()) {
		for (const topic of meta.topics) {
			if (!topics.has(topic)) complain('topics', `“${topic}” of ${meta.slug} is not listed`);
		}
	}
	return problems;
}
