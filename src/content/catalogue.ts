import { load } from 'virtual:challenges';
import type { Challenge } from '../core/challenge';
import { failure, success, type ContentError, type Result } from '../core/errors';

export { catalogue, kinds, topics, tracks } from 'virtual:challenges';

/** Fetches a whole challenge; offline it comes from what was kept when the app was installed. */
export async function loadChallenge(slug: string): Promise<Result<Challenge, ContentError>> {
	try {
		const challenge = await load(slug);
		return challenge ? success(challenge) : failure({ kind: 'unknown', slug });
	} catch (problem) {
		return failure({ kind: 'unreachable', slug, detail: String(problem) });
	}
}
