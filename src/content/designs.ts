import { load } from 'virtual:challenges/designs';
import type { Design } from '../core/design';
import type { ContentError, Result } from '../core/errors';
import { fetchItem } from './item';

export { designs } from 'virtual:challenges/designs';

/** Fetches a whole design discussion. */
export function loadDesign(slug: string): Promise<Result<Design, ContentError>> {
	return fetchItem(slug, load, 'design discussion');
}
