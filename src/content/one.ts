import { load } from 'virtual:challenges:load';
import type { Challenge } from '../core/challenge';
import type { ContentError, Result } from '../core/errors';
import { fetchItem } from './item';

/** Fetches one challenge as `loadChallenge` does, without the catalogue. */
export function loadOne(slug: string): Promise<Result<Challenge, ContentError>> {
	return fetchItem(slug, load);
}
