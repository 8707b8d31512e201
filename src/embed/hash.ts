import { hashedText, type LocalExercise } from '../core/pack';
import { sha256 as withoutCrypto } from '../core/sha256';

/** SHA-256 of a text in UTF-8, hexadecimal; also on plain http, where Web Crypto is missing. */
export async function sha256(text: string): Promise<string> {
	if (!('subtle' in crypto)) return withoutCrypto(text);
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What tells whether two copies of an exercise judge alike. */
export function hashOf(
	exercise: Pick<LocalExercise, 'tests' | 'solution' | 'limits'>,
): Promise<string> {
	return sha256(hashedText(exercise));
}
