/**
 * Offsets in CPython 3.14's objects where a pointer has 32 bits, in words (Include/cpython/dictobject.h,
 * Include/internal/pycore_dict.h, Include/cpython/funcobject.h).
 */
const DICT = { used: 2, keys: 6, length: 8 };
const KEYS = { log2OfIndexBytes: 5, kind: 6, entryCount: 4, indices: 5 };
const GENERAL_KIND = 0;
const FUNCTION = { code: 6, closure: 9 };

/** What is watched, by address (`id`): dicts and functions. */
export type Watched = { dicts: number[]; functions: number[] };

/**
 * Remembers what dicts and functions refer to, straight from the interpreter's memory, and tells
 * whether all of it is still so. A dict's names and values and a function's code and defaults count.
 * Whoever asks keeps them alive. May say no where only a table was laid out anew, never yes where
 * something was replaced. Microseconds where Python itself would need a hundredth of a second.
 */
export function watch(memory: () => ArrayBuffer, { dicts, functions }: Watched): () => boolean {
	const words = new Uint32Array(memory());
	const bytes = new Uint8Array(words.buffer);
	const spans: number[] = [];
	for (const address of dicts) {
		const dict = address / 4;
		const keys = words[dict + DICT.keys]! / 4;
		const entries = keys + KEYS.indices + 2 ** bytes[keys * 4 + KEYS.log2OfIndexBytes]! / 4;
		const entryWords = bytes[keys * 4 + KEYS.kind] === GENERAL_KIND ? 3 : 2;
		spans.push(dict + DICT.used, dict + DICT.used + 1);
		spans.push(dict + DICT.keys, dict + DICT.length);
		spans.push(keys + KEYS.entryCount, keys + KEYS.entryCount + 1);
		spans.push(entries, entries + words[keys + KEYS.entryCount]! * entryWords);
	}
	for (const address of functions) {
		spans.push(address / 4 + FUNCTION.code, address / 4 + FUNCTION.closure);
	}
	const before = copy(words, spans);
	return () => isSame(new Uint32Array(memory()), spans, before);
}

function copy(words: Uint32Array, spans: number[]): Uint32Array {
	const out: number[] = [];
	for (let i = 0; i < spans.length; i += 2) out.push(...words.subarray(spans[i], spans[i + 1]));
	return Uint32Array.from(out);
}

function isSame(words: Uint32Array, spans: number[], before: Uint32Array): boolean {
	let at = 0;
	for (let i = 0; i < spans.length; i += 2) {
		const end = spans[i + 1]!;
		for (let word = spans[i]!; word < end; word++) if (words[word] !== before[at++]) return false;
	}
	return true;
}
