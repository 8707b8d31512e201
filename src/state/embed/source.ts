import type { Challenge } from '../../core/challenge';
import { explain, failure, success, type Result } from '../../core/errors';
import { hashOf } from '../../core/hash';
import type { LocalExercise } from '../../core/pack';
import type { ExerciseSource } from '../../embed/choices';
import { glance } from '../../embed/glance';

/** Why there is no exercise to show: a heading, and what to do. */
export type Obstacle = { title: string; text: string; kind: 'unknown' | 'unreachable' };

/** The exercise of a frame. */
export type Loaded = {
	challenge: Challenge;
	/** SHA-256, hexadecimal, of what decides a verdict. */
	hash: string;
	/** Renders in full what is Markdown at a glance; null where it is rendered already. */
	render: (() => Promise<Challenge>) | null;
};

/** Fetches and checks the exercise that an address names. */
export async function loadExercise(source: ExerciseSource): Promise<Result<Loaded, Obstacle>> {
	switch (source.kind) {
		case 'built-in':
			return await builtIn(source.slug);
		case 'inline': {
			const link = await fetchPart(() => import('../../embed/link/read'));
			if (!link) return failure(unfetched);
			const read = await link.unpackExercise(source.data);
			if (read.ok) return success(local(read.value));
			const title = 'This link holds no exercise';
			return failure({ kind: 'unknown', title, text: link.explainLink(read.error) });
		}
		case 'pack':
			return await fromPack(source.url, source.slug);
	}
}

async function builtIn(slug: string): Promise<Result<Loaded, Obstacle>> {
	const content = await fetchPart(() => import('../../content/one'));
	if (!content) return failure(unfetched);
	const loaded = await content.loadOne(slug);
	if (loaded.ok) {
		const challenge = loaded.value;
		return success({ challenge, hash: hashOf(challenge), render: null });
	}
	const { kind } = loaded.error;
	if (kind === 'unreachable') return failure(unfetched);
	const text = `${explain(loaded.error)} Compare “ex=” in this frame’s address with the list of exercises on the site.`;
	return failure({ kind, title: 'No such exercise', text });
}

async function fromPack(url: string, slug: string | null): Promise<Result<Loaded, Obstacle>> {
	const title = 'The pack could not be opened';
	const packs = await fetchPart(() => import('../../embed/pack'));
	if (!packs) return failure(unfetched);
	let file: Blob;
	try {
		const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
		if (!response.ok) {
			const text = `${url} answered ${response.status}. Check the address after “src=”.`;
			return failure({ kind: 'unreachable', title, text });
		}
		file = await response.blob();
	} catch {
		const text = `${url} could not be fetched. Either there is no network, or its host does not let other sites read it: it has to send “Access-Control-Allow-Origin: *”.`;
		return failure({ kind: 'unreachable', title, text });
	}
	const pack = await packs.readPack(file);
	if (!pack.ok) return failure({ kind: 'unknown', title, text: packs.explainPack(pack.error) });
	const { exercises } = pack.value;
	const chosen = exercises.find((exercise) => slug === null || exercise.slug === slug);
	if (chosen) return success(local(chosen));
	const names = exercises.map((exercise) => exercise.slug).join(', ');
	const text = `This pack has no exercise called “${slug}”. It has: ${names}.`;
	return failure({ kind: 'unknown', title: 'No such exercise', text });
}

function local(exercise: LocalExercise): Loaded {
	const { prompt, hints, debrief } = exercise;
	return {
		challenge: {
			...exercise,
			prompt: glance(prompt),
			hints: hints.map(({ title, text }) => ({ title, html: glance(text) })),
			debrief: glance(debrief),
		},
		hash: hashOf(exercise),
		render: async () => (await import('../../content/local')).renderLocal(exercise),
	};
}

const unfetched: Obstacle = {
	kind: 'unreachable',
	title: 'The exercise could not be fetched',
	text: 'The network did not bring it. Reload this frame when you are connected.',
};

async function fetchPart<T>(load: () => Promise<T>): Promise<T | null> {
	try {
		return await load();
	} catch {
		return null;
	}
}
