import { failure, success, type Result } from '../../core/errors';
import type { LocalExercise } from '../../core/pack';
import { readExercise, type Flaw } from '../exercise';

/** Characters of the compressed exercise that are accepted at all. */
export const longestData = 64_000;
/** Bytes of JSON that may come out of it. */
const largest = 1_000_000;

/** Why a link's exercise could not be read. */
export type LinkError =
	| { kind: 'cut-off' }
	| { kind: 'too-long'; length: number }
	| { kind: 'too-large' }
	| ({ kind: 'invalid' } & Flaw);

/** Reads what `packExercise` made; anything else is an error, never an exception. */
export async function unpackExercise(data: string): Promise<Result<LocalExercise, LinkError>> {
	if (data.length > longestData) return failure({ kind: 'too-long', length: data.length });
	const packed = fromBase64(data);
	if (!packed) return failure({ kind: 'cut-off' });
	const bytes = await inflate(packed);
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

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
	if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
	try {
		const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
		return Uint8Array.from(binary, (character) => character.charCodeAt(0));
	} catch {
		return null;
	}
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | 'too-large' | null> {
	const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	const reader = stream.getReader();
	const bytes = new Uint8Array(largest);
	let size = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return bytes.subarray(0, size);
			if (size + value.length > largest) {
				void reader.cancel();
				return 'too-large';
			}
			bytes.set(value, size);
			size += value.length;
		}
	} catch {
		return null;
	}
}
