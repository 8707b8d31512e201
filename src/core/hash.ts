import type { LocalExercise } from './pack';
import { sha256 } from './sha256';

/** SHA-256, hexadecimal, of what decides a verdict: whether two copies of an exercise judge alike. */
export function hashOf(
	exercise: Pick<LocalExercise, 'tests' | 'solution' | 'limits' | 'files'>,
): string {
	const { tests, solution, limits, files } = exercise;
	const side = files?.map(({ path, text }) => [path, text]);
	return sha256(
		JSON.stringify([tests, solution, limits.seconds, limits.cost, ...(side ? [side] : [])]),
	);
}
