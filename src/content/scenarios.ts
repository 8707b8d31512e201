import { load } from 'virtual:challenges/scenarios';
import type { ContentError, Result } from '../core/errors';
import type { Scenario } from '../core/scenario';
import { fetchItem } from './item';

export { scenarios } from 'virtual:challenges/scenarios';

/** Fetches a whole scenario. */
export function loadScenario(slug: string): Promise<Result<Scenario, ContentError>> {
	return fetchItem(slug, load, 'scenario');
}
