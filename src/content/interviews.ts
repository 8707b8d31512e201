import { load } from 'virtual:challenges/interviews';
import type { ContentError, Result } from '../core/errors';
import type { Scenario } from '../core/interview';
import { fetchItem } from './item';

export { scenarios } from 'virtual:challenges/interviews';

/** Fetches a whole scenario; offline it comes from what was kept when the app was installed. */
export function loadScenario(slug: string): Promise<Result<Scenario, ContentError>> {
	return fetchItem(slug, load, 'interview');
}
