import type { Challenge } from '../core/challenge';
import { failure, success, type ContentError, type Result } from '../core/errors';
import type { AppStorage } from '../storage/storage';

/** An exercise from elsewhere, ready to be shown; what renders its Markdown is fetched only now. */
export async function loadLocal(
	storage: AppStorage,
	slug: string,
): Promise<Result<Challenge, ContentError>> {
	const row = await storage.exercises.get(slug);
	if (!row) return failure({ kind: 'unknown', slug });
	try {
		const { renderLocal } = await import('../content/local');
		return success({ ...renderLocal(row.exercise), slug });
	} catch (problem) {
		return failure({ kind: 'unreachable', slug, detail: String(problem) });
	}
}
