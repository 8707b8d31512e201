import { deflateSync, Inflate } from 'fflate';
import { failure, success, type Result } from '../core/errors';
import type { LocalExercise } from '../core/pack';
import { readExercise, type Flaw } from './exercise';

/** Characters of the compressed exercise that are accepted at all. */
export const longestData = 64_000;
/** Bytes of JSON that may come out of it. */
const largest = 1_000_000;
/** Bytes that are inflated in one go; one step makes at most 1032 times as much. */
const step = 512;

/** Why a link's exercise could not be read. */
export type LinkError =
	| { kind: 'cut-off' }
	| { kind: 'too-long'; length: number }
	| { kind: 'too-large' }
	| ({ kind: 'invalid' } & Flaw);

/** One exercise as text for a link: base64url of raw deflate of its JSON. */
export function packExercise(exercise: LocalExercise): string {
	const bytes = new TextEncoder().encode(JSON.stringify(exercise));
	let binary = '';
	for (const byte of deflateSync(bytes, { level: 9 })) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads what `packExercise` made; anything else is an error, never an exception. */
export function unpackExercise(data: string): Result<LocalExercise, LinkError> {
	if (data.length > longestData) return failure({ kind: 'too-long', length: data.length });
	const packed = fromBase64(data);
	if (!packed) return failure({ kind: 'cut-off' });
	const bytes = inflate(packed);
	if (bytes === 'too-large') return failure({ kind: 'too-large' });
	if (!bytes) return failure({ kind: 'cut-off' });
	let content: unknown;
	try {
		content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return failure({ kind: 'cut-off' });
	}
	const exercise = readExercise(content);
	return exercise.ok ? success(exercise.value) : failure({ kind: 'invalid', ...exercise.error });
}

/** One or two plain sentences for the person who opened the link. */
export function explainLink(error: LinkError): string {
	switch (error.kind) {
		case 'cut-off':
			return 'This link does not hold a whole exercise; it was probably cut off on its way. Ask for it again, or for a file.';
		case 'too-long':
			return `This link holds ${error.length} characters; at most ${longestData} are read. Ask for the exercise as a file.`;
		case 'too-large':
			return 'This link unpacks to more than 1 MB and was not opened. Ask for the exercise as a file.';
		case 'invalid':
			return `The exercise in this link is not complete: ${error.where} ${error.detail}. Ask its author for a new link.`;
	}
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

function fromBase64(text: string): Uint8Array | null {
	if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
	try {
		const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
		return Uint8Array.from(binary, (character) => character.charCodeAt(0));
	} catch {
		return null;
	}
}

function inflate(packed: Uint8Array): Uint8Array | 'too-large' | null {
	const parts: Uint8Array[] = [];
	let size = 0;
	let whole = false;
	const stream = new Inflate((part, last) => {
		size += part.length;
		if (size <= largest) parts.push(part);
		whole ||= last;
	});
	try {
		for (let at = 0; at < packed.length && size <= largest; at += step) {
			stream.push(packed.subarray(at, at + step), at + step >= packed.length);
		}
	} catch {
		return null;
	}
	if (size > largest) return 'too-large';
	if (!whole) return null;
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
