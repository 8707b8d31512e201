import { unsigned, type Section } from '../wasm';

const FUNCTION_TYPE = 0x60;

/** Number of parameters, and the value types of the results. */
export type FunctionType = { parameters: number; results: number[] };

/** How many functions and globals come from outside; their indices are the first. */
export function countImports(source: Uint8Array, section: Section) {
	let globals = 0;
	let functions = 0;
	let [count, at] = unsigned(source, section.start);
	const skip = (): void => void ([, at] = unsigned(source, at));
	const skipLimits = (): void => {
		const flags = source[at++]!;
		skip();
		if (flags & 1) skip();
	};
	for (; count > 0; count--) {
		for (let names = 0; names < 2; names++) {
			const [length, start] = unsigned(source, at);
			at = start + length;
		}
		const kind = source[at++];
		if (kind === 0) {
			functions++;
			skip();
		} else if (kind === 1) {
			at++;
			skipLimits();
		} else if (kind === 2) skipLimits();
		else if (kind === 3) {
			globals++;
			at += 2;
		} else if (kind === 4) {
			at++;
			skip();
		} else throw new Error(`Unknown kind of import: ${kind}.`);
	}
	return { globals, functions };
}

/** Every function type, in order of index. */
export function readFunctionTypes(source: Uint8Array, section: Section): FunctionType[] {
	const types: FunctionType[] = [];
	let [count, at] = unsigned(source, section.start);
	for (; count > 0; count--) {
		if (source[at] !== FUNCTION_TYPE) throw new Error(`Unknown type form ${source[at]}.`);
		const [parameters, afterParameters] = unsigned(source, at + 1);
		const [results, start] = unsigned(source, afterParameters + parameters);
		at = start + results;
		types.push({ parameters, results: [...source.subarray(start, at)] });
	}
	return types;
}

/** A vector of plain indices, such as the types of the functions that are defined. */
export function readIndices(source: Uint8Array, section: Section): number[] {
	const indices: number[] = [];
	let [count, at] = unsigned(source, section.start);
	for (; count > 0; count--) {
		const [index, next] = unsigned(source, at);
		indices.push(index);
		at = next;
	}
	return indices;
}

/** `entry` is the export as it stands in the section. */
export type Export = { kind: number; name: string; index: number; entry: Uint8Array };

export function readExports(source: Uint8Array, section: Section): Export[] {
	const exports: Export[] = [];
	let [count, at] = unsigned(source, section.start);
	for (; count > 0; count--) {
		const [length, start] = unsigned(source, at);
		const name = new TextDecoder().decode(source.subarray(start, start + length));
		const kind = source[start + length]!;
		const [index, next] = unsigned(source, start + length + 1);
		exports.push({ kind, name, index, entry: source.subarray(at, next) });
		at = next;
	}
	return exports;
}

/** `total` counts parameters too, so it is the index of the next local. */
export function readLocals(source: Uint8Array, at: number, parameters: number) {
	const [groups, start] = unsigned(source, at);
	let end = start;
	let total = parameters;
	for (let i = 0; i < groups; i++) {
		const [count, type] = unsigned(source, end);
		total += count;
		end = type + 1;
	}
	return { groups, start, end, total };
}
