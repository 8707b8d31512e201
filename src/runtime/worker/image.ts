import { concat, leb, SECTION, signed } from '../wasm';

/**
 * A memory image is a WebAssembly module without code: its data segments are the interpreter's
 * memory after start-up, so instantiating it over a fresh interpreter's memory restores it. Engines
 * share a compiled module between workers, hosts know and compress the file type, and blocks that
 * a fresh interpreter has anyway cost nothing.
 */
const BLOCK = 64;
const SECTION_NAME = 'dry-run';
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const I32_CONST = 0x41;
const END = 0x0b;
const MEMORY_KIND = 2;
const PAGE = 65536;

/** How much memory a fresh module needs before the image fits, and what Pyodide wants to know. */
export type Frozen = { bytes: number; configuration: unknown };

/**
 * Packs `memory` for restoring over a fresh module, whose data segments give it `initial` memory and
 * whose own start-up leaves `base`; blocks that are the same in all three are left out.
 * `configuration` is what Pyodide needs beside the memory, any JSON.
 */
export function packImage(
	memory: Uint8Array,
	base: Uint8Array,
	initial: Uint8Array,
	configuration: unknown,
): Uint8Array<ArrayBuffer> {
	const text = new TextEncoder();
	const name = (value: string): Uint8Array[] => {
		const bytes = text.encode(value);
		return [leb(bytes.length), bytes];
	};
	const section = (id: number, parts: Uint8Array[]): Uint8Array[] => {
		const payload = concat(parts);
		return [Uint8Array.of(id), leb(payload.length), payload];
	};
	const runs = findRuns(memory, [base, initial]);
	const kind = [Uint8Array.of(MEMORY_KIND, 0), leb(memory.length / PAGE)];
	const frozen: Frozen = { bytes: memory.length, configuration };
	const segments = runs.flatMap(([start, end]) => [
		Uint8Array.of(0, I32_CONST),
		signed(start),
		Uint8Array.of(END),
		leb(end - start),
		memory.subarray(start, end),
	]);
	return concat([
		Uint8Array.from(HEADER),
		...section(SECTION.custom, [...name(SECTION_NAME), text.encode(JSON.stringify(frozen))]),
		...section(SECTION.import, [leb(1), ...name('env'), ...name('memory'), ...kind]),
		...section(SECTION.data, [leb(runs.length), ...segments]),
	]);
}

/** What an image holds beside the memory. Throws on a module that is no image. */
export function readFrozen(image: WebAssembly.Module): Frozen {
	const [section] = WebAssembly.Module.customSections(image, SECTION_NAME);
	if (!section) throw new Error('This module is not a memory image.');
	return JSON.parse(new TextDecoder().decode(section)) as Frozen;
}

/** Throws a `LinkError` when the image does not fit the memory; nothing is written then. */
export function restoreImage(image: WebAssembly.Module, memory: WebAssembly.Memory): void {
	new WebAssembly.Instance(image, { env: { memory } });
}

function findRuns(memory: Uint8Array, fresh: Uint8Array[]): [start: number, end: number][] {
	const runs: [number, number][] = [];
	const zeros = Buffer.alloc(BLOCK);
	const block = (source: Uint8Array, at: number): Buffer =>
		at < source.length ? Buffer.from(source.buffer, source.byteOffset + at, BLOCK) : zeros;
	for (let at = 0; at < memory.length; at += BLOCK) {
		const present = block(memory, at);
		if (fresh.every((source) => block(source, at).equals(present))) continue;
		const last = runs.at(-1);
		if (last && last[1] === at) last[1] = at + BLOCK;
		else runs.push([at, at + BLOCK]);
	}
	return runs;
}
