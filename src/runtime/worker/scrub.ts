import type { PyodideAPI } from 'pyodide';

/** The allocator's entry points among Emscripten's exports. Addresses and sizes in bytes. */
export type Allocator = {
	HEAPU8: Uint8Array;
	_malloc(size: number): number;
	_free(address: number): void;
	_emscripten_get_sbrk_ptr(): number;
};

const LARGEST = 1 << 16;
const SMALLEST = 64;

/** Fills the interpreter's own free blocks, by the table that it prints of them, with zeros. */
const FILL_SMALL_BLOCKS = `
def fill(table):
    for size, available in table:
        blocks = [bytes(size - 17) for _ in range(available)] if size > 17 else []
        del blocks
`;

/**
 * Overwrites freed memory with zeros, so that an image does not carry the garbage of start-up.
 * `takeStderr` answers what was written to standard error since it was last asked.
 */
export function scrub(py: PyodideAPI, heap: Allocator, takeStderr: () => string): void {
	takeStderr();
	py.runPython('import gc, sys; gc.collect(); sys._debugmallocstats()');
	const table = [...takeStderr().matchAll(/^\s*\d+\s+(\d+)\s+\d+\s+\d+\s+(\d+)$/gm)].map(
		([, size, available]) => [Number(size), Number(available)],
	);
	py.runPython(`${FILL_SMALL_BLOCKS}\nfill(${JSON.stringify(table)})\ndel fill`);
	scrubHeap(heap);
}

function scrubHeap(heap: Allocator): void {
	const top = (): number =>
		new DataView(heap.HEAPU8.buffer).getUint32(heap._emscripten_get_sbrk_ptr(), true);
	const taken: number[] = [];
	for (let size = LARGEST; size >= SMALLEST; size /= 2) {
		for (;;) {
			const before = top();
			const address = heap._malloc(size);
			taken.push(address);
			if (address === 0 || top() > before) break;
			heap.HEAPU8.fill(0, address, address + size);
		}
	}
	for (const address of taken) heap._free(address);
}
