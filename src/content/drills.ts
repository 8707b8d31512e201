import { load } from 'virtual:challenges/answers';
import type { Drill } from '../core/drill';
import type { ContentError, Result } from '../core/errors';
import { fetchItem } from './item';

export { drills } from 'virtual:challenges/answers';

/** Fetches a whole drill; offline it comes from what was kept when the app was installed. */
export function loadDrill(slug: string): Promise<Result<Drill, ContentError>> {
	return fetchItem(slug, load, 'drill');
}
