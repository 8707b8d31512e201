import { load } from 'virtual:challenges/guide';
import type { ContentError, Result } from '../core/errors';
import type { GuidePage } from '../core/guide';
import { fetchItem } from './item';

export { pages } from 'virtual:challenges/guide';

/** Fetches a page of the guide. */
export function loadPage(slug: string): Promise<Result<GuidePage, ContentError>> {
	return fetchItem(slug, load, 'page in the guide');
}
