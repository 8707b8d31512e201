import { deflateSync } from 'fflate';
import type { LocalExercise } from '../../core/pack';
import { longestData } from './read';

/** One exercise as text for a link: base64url of raw deflate of its JSON. */
export function packExercise(exercise: LocalExercise): string {
	const bytes = new TextEncoder().encode(JSON.stringify(exercise));
	let binary = '';
	for (const byte of deflateSync(bytes, { level: 9 })) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What to expect of a link of that many characters: `cut` by some hosts, `refused` by this app. */
export type Reach = 'everywhere' | 'most' | 'cut' | 'refused';

/** 2 000 characters fit everywhere, 8 000 into most servers' addresses and pages' fields. */
export function reachOf(address: string, data = ''): Reach {
	if (data.length > longestData) return 'refused';
	if (address.length <= 2_000) return 'everywhere';
	return address.length <= 8_000 ? 'most' : 'cut';
}

/** What the author of a link should know about its length; null when there is nothing to know. */
export function explainReach(reach: Reach, length: number): string | null {
	const long = `This link is ${length} characters long. `;
	switch (reach) {
		case 'everywhere':
			return null;
		case 'most':
			return `${long}Most pages and course systems keep it; some chats and short text fields cut it off.`;
		case 'cut':
			return `${long}Many course systems, chats and mail programs cut links of more than 8000 off; share the pack as a file, or host it and link to that.`;
		case 'refused':
			return `${long}That is more than the app reads; share the pack as a file, or host it and link to that.`;
	}
}
