/** A JavaScript function with its signature as Emscripten writes it: what it returns, then its parameters. */
export type Signed = { (...values: never[]): unknown; sig: string };

const VALUE_TYPES: Record<string, number> = {
	i: 0x7f,
	p: 0x7f,
	j: 0x7e,
	f: 0x7d,
	d: 0x7c,
	e: 0x6f,
};
const FUNCTION_TYPE = 0x60;
const SECTIONS = { types: 1, imports: 2, exports: 7 };

/**
 * The same functions as WebAssembly has them, ready for its tables. All come from one module, which
 * imports each and exports it again: Emscripten would compile a module for each of them.
 */
export function asWasm(functions: Record<string, Signed>): WebAssembly.Exports {
	const names = Object.keys(functions);
	const signatures = [...new Set(Object.values(functions).map(({ sig }) => sig))];
	const module = Uint8Array.from([
		...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
		...section(
			SECTIONS.types,
			signatures.map((sig) => [
				FUNCTION_TYPE,
				...types(sig.slice(1)),
				...types(sig[0] === 'v' ? '' : sig[0]!),
			]),
		),
		...section(
			SECTIONS.imports,
			names.map((name) => [
				...text('e'),
				...text(name),
				0,
				...unsigned(signatures.indexOf(functions[name]!.sig)),
			]),
		),
		...section(
			SECTIONS.exports,
			names.map((name, index) => [...text(name), 0, ...unsigned(index)]),
		),
	]);
	return new WebAssembly.Instance(new WebAssembly.Module(module), { e: functions }).exports;
}

function section(id: number, items: number[][]): number[] {
	const content = [...unsigned(items.length), ...items.flat()];
	return [id, ...unsigned(content.length), ...content];
}

function types(letters: string): number[] {
	return [letters.length, ...Array.from(letters, (letter) => VALUE_TYPES[letter]!)];
}

function text(value: string): number[] {
	const bytes = new TextEncoder().encode(value);
	return [...unsigned(bytes.length), ...bytes];
}

/** LEB128. */
function unsigned(value: number): number[] {
	const bytes = [];
	for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
	return [...bytes, value];
}
