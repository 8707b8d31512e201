import { failure, success, type ContentError, type Result } from '../core/errors';

/** Fetches one item of a shelf; `what` it is, is said when it is not there. */
export async function fetchItem<T>(
	slug: string,
	load: (slug: string) => Promise<T | null>,
	what?: string,
): Promise<Result<T, ContentError>> {
	const named = what === undefined ? { slug } : { slug, what };
	try {
		const item = await load(slug);
		return item === null ? failure({ kind: 'unknown', ...named }) : success(item);
	} catch (problem) {
		return failure({ kind: 'unreachable', ...named, detail: String(problem) });
	}
}
