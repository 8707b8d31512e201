/** A section's payload: byte offsets in the module. */
export type Section = { id: number; start: number; end: number };

/** Section ids (WebAssembly core specification, 5.5.2). */
export const SECTION = {
	custom: 0,
	type: 1,
	import: 2,
	function: 3,
	global: 6,
	export: 7,
	code: 10,
	data: 11,
};

export function readSections(source: Uint8Array): Section[] {
	const sections: Section[] = [];
	let at = 8;
	while (at < source.length) {
		const id = source[at]!;
		const [size, start] = unsigned(source, at + 1);
		sections.push({ id, start, end: start + size });
		at = start + size;
	}
	return sections;
}

/** Reads an unsigned LEB128 number. */
export function unsigned(source: Uint8Array, at: number): [value: number, next: number] {
	let value = 0;
	for (let scale = 1; ; scale *= 128) {
		const byte = source[at++]!;
		value += (byte & 0x7f) * scale;
		if (byte < 128) return [value, at];
	}
}

/** Writes an unsigned LEB128 number. */
export function leb(value: number): Uint8Array {
	const out: number[] = [];
	do {
		const low = value % 128;
		value = Math.floor(value / 128);
		out.push(value > 0 ? low | 0x80 : low);
	} while (value > 0);
	return Uint8Array.from(out);
}

export function concat(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		out.set(chunk, at);
		at += chunk.length;
	}
	return out;
}

/** Writes a signed LEB128 number of at most 32 bits. */
export function signed(value: number): Uint8Array {
	const out: number[] = [];
	for (;;) {
		const low = value & 0x7f;
		value >>= 7;
		const done = (value === 0 && !(low & 0x40)) || (value === -1 && (low & 0x40) !== 0);
		out.push(done ? low : low | 0x80);
		if (done) return Uint8Array.from(out);
	}
}
