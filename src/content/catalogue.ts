import { load } from 'virtual:challenges';
import type { Challenge } from '../core/challenge';
import type { ContentError, Result } from '../core/errors';
import { fetchItem } from './item';

export { catalogue, kinds, topics, tracks } from 'virtual:challenges';

/** Fetches a whole challenge; offline it comes from what was kept when the app was installed. */
export function loadChallenge(slug: string): Promise<Result<Challenge, ContentError>> {
	return fetchItem(slug, load);
}
