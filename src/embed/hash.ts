import { hashedText, type LocalExercise } from '../core/pack';

/** SHA-256 of a text, hexadecimal. Browsers have it in secure contexts alone. */
export async function sha256(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What tells whether two copies of an exercise judge alike. */
export function hashOf(
	exercise: Pick<LocalExercise, 'tests' | 'solution' | 'limits'>,
): Promise<string> {
	return sha256(hashedText(exercise));
}
