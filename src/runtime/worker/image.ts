/**
 * A memory image: the interpreter's memory after start-up, without what a fresh module already has.
 *
 * Layout, little-endian 32-bit words: magic, number of runs, then (address, length) of each run in
 * bytes; then the restore configuration's length and UTF-8 text (padded to 4), then the runs' bytes.
 */
export type Image = { configuration: unknown; restore(memory: Uint8Array): void };

const MAGIC = 0x31525944;
const BLOCK = 256;

/**
 * Packs `memory` for restoring over a module whose own start-up leaves `base`. Blocks that are zero
 * in both are left out.
 */
export function packImage(
	memory: Uint8Array,
	base: Uint8Array,
	configuration: unknown,
): Uint8Array<ArrayBuffer> {
	const runs: [start: number, end: number][] = [];
	for (let at = 0; at < memory.length; at += BLOCK) {
		if (isZero(memory, at) && isZero(base, at)) continue;
		const last = runs.at(-1);
		if (last && last[1] === at) last[1] = at + BLOCK;
		else runs.push([at, at + BLOCK]);
	}
	const text = new TextEncoder().encode(JSON.stringify(configuration));
	const textStart = 8 + runs.length * 8 + 4;
	const dataStart = textStart + Math.ceil(text.length / 4) * 4;
	const size = runs.reduce((sum, [start, end]) => sum + end - start, dataStart);
	const out = new Uint8Array(size);
	const words = new DataView(out.buffer);
	words.setUint32(0, MAGIC, true);
	words.setUint32(4, runs.length, true);
	let data = dataStart;
	for (const [i, [start, end]] of runs.entries()) {
		words.setUint32(8 + i * 8, start, true);
		words.setUint32(12 + i * 8, end - start, true);
		out.set(memory.subarray(start, end), data);
		data += end - start;
	}
	words.setUint32(8 + runs.length * 8, text.length, true);
	out.set(text, textStart);
	return out;
}

/** Reads a packed image. Throws when it is not one, or is cut short. */
export function readImage(bytes: Uint8Array): Image {
	const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 12 || words.getUint32(0, true) !== MAGIC)
		throw new Error('This is not a memory image.');
	const count = words.getUint32(4, true);
	const textLength = words.getUint32(8 + count * 8, true);
	const textStart = 8 + count * 8 + 4;
	const dataStart = textStart + Math.ceil(textLength / 4) * 4;
	const text = new TextDecoder().decode(bytes.subarray(textStart, textStart + textLength));
	let size = dataStart;
	for (let i = 0; i < count; i++) size += words.getUint32(12 + i * 8, true);
	if (size !== bytes.length) throw new Error('The memory image is cut short.');
	return {
		configuration: JSON.parse(text),
		restore(memory) {
			let data = dataStart;
			for (let i = 0; i < count; i++) {
				const start = words.getUint32(8 + i * 8, true);
				const length = words.getUint32(12 + i * 8, true);
				memory.set(bytes.subarray(data, data + length), start);
				data += length;
			}
		},
	};
}

function isZero(memory: Uint8Array, at: number): boolean {
	if (at >= memory.length) return true;
	const words = new Int32Array(memory.buffer, memory.byteOffset + at, BLOCK / 4);
	return words.every((word) => word === 0);
}
