/**
 * Offsets in CPython 3.14's objects where a pointer has 32 bits; bytes (Include/cpython/dictobject.h,
 * Include/internal/pycore_dict.h, Include/cpython/funcobject.h).
 */
const DICT = { used: 8, watcher: 16, keys: 24, end: 32 };
const KEYS = { log2OfIndexBytes: 5, kind: 6, usable: 12, entryCount: 16, indices: 20 };
const GENERAL_KIND = 0;
const FUNCTION = { code: 24, end: 40 };

/**
 * A module whose `hash(first, last)` hashes all spans in a table, eight bytes at a time (FNV-1a with a
 * rotation). In WebAssembly, as a fresh worker would still be interpreting a loop of ours when it is
 * over. The table, from byte `first` up to `last`, holds pairs of addresses: a span's first byte, and
 * the one after it.
 */
// prettier-ignore
const HASHER = Uint8Array.of(
	0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
	1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7e, // type 0: (i32, i32) → i64
	2, 15, 1, 3, 0x65, 0x6e, 0x76, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0, 0, // env.memory
	3, 2, 1, 0, // function 0 of type 0
	7, 8, 1, 4, 0x68, 0x61, 0x73, 0x68, 0, 0, // exported as "hash"
	10, 87, 1, 85, 2, 2, 0x7f, 1, 0x7e, // locals: 2 at, 3 end, 4 the hash
	0x42, 0xa5, 0xc6, 0x88, 0xa1, 0xc8, 0x9c, 0xa7, 0xf9, 0x4b, 0x21, 4, // hash = offset basis
	0x03, 0x40, // loop over spans
	0x20, 0, 0x28, 2, 0, 0x21, 2, // at = memory[first]
	0x20, 0, 0x28, 2, 4, 0x21, 3, // end = memory[first + 4]
	0x03, 0x40, // loop over words
	0x20, 4, 0x20, 2, 0x29, 2, 0, 0x85, 0x42, 29, 0x89, // (hash ^ memory[at]) rotated
	0x42, 0xb3, 0x83, 0x80, 0x80, 0x80, 0x20, 0x7e, 0x21, 4, // hash = that × prime
	0x20, 2, 0x41, 8, 0x6a, 0x22, 2, 0x20, 3, 0x49, 0x0d, 0, // at += 8; again while at < end
	0x0b,
	0x20, 0, 0x41, 8, 0x6a, 0x22, 0, 0x20, 1, 0x49, 0x0d, 0, // first += 8; again while first < last
	0x0b,
	0x20, 4, 0x0b,
);

/** Addresses in Python's memory: where their table is, and how many there are. */
export type Table = { address: number; length: number };

/** Python's memory, and its allocator (sizes in bytes). */
export type Heap = { memory: WebAssembly.Memory; allocate(size: number): number };

/**
 * Remembers what dicts and functions, given by their addresses (`id`), refer to, straight from the interpreter's memory, and tells
 * whether all of it is still so. A dict's names and values and a function's code and defaults count.
 * Whoever asks keeps them alive. May say no where only a table was laid out anew, never yes where
 * something was replaced. Takes a ten-thousandth of a second where Python would need a hundredth.
 */
export function watch(
	{ memory, allocate }: Heap,
	{ dicts, functions }: { dicts: Table; functions: Table },
): () => boolean {
	const all = ({ address, length }: Table) => new Uint32Array(memory.buffer, address, length);
	const view = new DataView(memory.buffer);
	const word = (address: number): number => view.getUint32(address, true);
	const spans: number[] = [];
	for (const dict of all(dicts)) {
		const keys = word(dict + DICT.keys);
		const entries = keys + KEYS.indices + 2 ** view.getUint8(keys + KEYS.log2OfIndexBytes);
		const entrySize = view.getUint8(keys + KEYS.kind) === GENERAL_KIND ? 12 : 8;
		const size = word(keys + KEYS.entryCount) * entrySize;
		spans.push(dict + DICT.used, dict + DICT.watcher, dict + DICT.keys, dict + DICT.end);
		spans.push(keys + KEYS.usable, keys + KEYS.indices);
		// An odd four bytes are made up by the end of the index before them.
		if (size > 0) spans.push(entries - (size % 8), entries + size);
	}
	for (const each of all(functions)) spans.push(each + FUNCTION.code, each + FUNCTION.end);
	if (spans.length === 0) return () => true;
	const first = allocate(spans.length * 4);
	const last = first + spans.length * 4;
	new Uint32Array(memory.buffer, first, spans.length).set(spans);
	const { hash } = new WebAssembly.Instance(new WebAssembly.Module(HASHER), { env: { memory } })
		.exports as { hash(first: number, last: number): bigint };
	const before = hash(first, last);
	return () => hash(first, last) === before;
}
