import { BinaryReader } from 'wasmparser';
import type { IOperatorInformation } from 'wasmparser';
import { COST_EXPORT } from '../protocol';
import { concat, leb, readSections, SECTION, unsigned, type Section } from '../wasm';

const MEMORY_UNIT_BITS = 6;
const I32 = 0x7f;
const I64 = 0x7e;
const FUNCTION_TYPE = 0x60;
const EXTERNAL_GLOBAL = 3;
/** Codes of the instructions that are read or written here (WebAssembly core specification, 5.4). */
const OP = {
	loop: 0x03,
	end: 0x0b,
	local_get: 0x20,
	local_tee: 0x22,
	global_get: 0x23,
	global_set: 0x24,
	i64_const: 0x42,
	i64_add: 0x7c,
	i64_shr_u: 0x88,
	i64_extend_i32_u: 0xad,
	memory_copy: 0xfc0a,
	memory_fill: 0xfc0b,
};
/** wasmparser's `BinaryReaderState`, a const enum that isolated modules cannot read. */
const STATE = { ERROR: -1, BEGIN_FUNCTION_BODY: 28, CODE_OPERATOR: 30 };

/** Byte offsets in the source: where the operators of a function start, its loops and its bulk moves. */
type Body = { operators: number; loops: number[]; moves: number[] };

/**
 * Returns a copy of a WebAssembly module that counts its own work.
 *
 * One step is added at every function entry and at every turn of a loop, and `n >> 6` steps at every
 * `memory.copy` and `memory.fill` of n bytes. The count depends on the program alone, so it is the
 * same on every device and in every engine. Throws on a module whose layout it does not know.
 */
export function meter(source: Uint8Array): Uint8Array {
	const sections = readSections(source);
	const find = (id: number): Section => {
		const section = sections.find((s) => s.id === id);
		if (!section) throw new Error(`The module has no section ${id}.`);
		return section;
	};
	const imports = countImports(source, find(SECTION.import));
	const [defined, globalsAt] = unsigned(source, find(SECTION.global).start);
	const cost = imports.globals + defined;
	const parameters = readParameterCounts(source, find(SECTION.type));
	const types = readFunctionTypes(source, find(SECTION.function));
	const [exported, exportsAt] = unsigned(source, find(SECTION.export).start);
	const name = new TextEncoder().encode(COST_EXPORT);

	const parts: Uint8Array[] = [source.subarray(0, 8)];
	for (const section of sections) {
		const payload = source.subarray(section.start, section.end);
		if (section.id === SECTION.global) {
			const rest = source.subarray(globalsAt, section.end);
			const zero = bytes(I64, 1, OP.i64_const, 0, OP.end);
			push(parts, section.id, [leb(defined + 1), rest, zero]);
		} else if (section.id === SECTION.export) {
			const rest = source.subarray(exportsAt, section.end);
			const entry = [leb(name.length), name, bytes(EXTERNAL_GLOBAL), leb(cost)];
			push(parts, section.id, [leb(exported + 1), rest, ...entry]);
		} else if (section.id === SECTION.code) {
			push(
				parts,
				section.id,
				meterCode(source, section, cost, (i) => parameters[types[i]!]!),
			);
		} else {
			push(parts, section.id, [payload]);
		}
	}
	return concat(parts);
}

function meterCode(
	source: Uint8Array,
	section: Section,
	cost: number,
	parametersOf: (index: number) => number,
): Uint8Array[] {
	const step = concat([
		bytes(OP.global_get),
		leb(cost),
		bytes(OP.i64_const, 1, OP.i64_add, OP.global_set),
		leb(cost),
	]);
	const bodies = readBodies(source);
	const [count, first] = unsigned(source, section.start);
	if (count !== bodies.length) throw new Error('The module lists functions without a body.');
	const out: Uint8Array[] = [leb(count)];
	let at = first;
	for (const [index, body] of bodies.entries()) {
		const [size, start] = unsigned(source, at);
		const end = start + size;
		const locals = readLocals(source, start, parametersOf(index));
		if (locals.end !== body.operators) throw new Error(`Function ${index} has odd locals.`);
		const chunks: Uint8Array[] = [];
		if (body.moves.length > 0) {
			const declared = source.subarray(locals.start, locals.end);
			chunks.push(leb(locals.groups + 1), declared, bytes(1, I32));
		} else {
			chunks.push(source.subarray(start, locals.end));
		}
		chunks.push(step);
		const insertions = [
			...body.loops.map((position) => ({ position, code: step })),
			...body.moves.map((position) => ({ position, code: countMove(locals.total, cost) })),
		].sort((a, b) => a.position - b.position);
		let from = locals.end;
		for (const { position, code } of insertions) {
			chunks.push(source.subarray(from, position), code);
			from = position;
		}
		chunks.push(source.subarray(from, end));
		const whole = concat(chunks);
		out.push(leb(whole.length), whole);
		at = end;
	}
	return out;
}

/** Before a bulk move: keep its length (top of stack) in a new local and add `length >> 6` steps. */
function countMove(local: number, cost: number): Uint8Array {
	return concat([
		bytes(OP.local_tee),
		leb(local),
		bytes(OP.local_get),
		leb(local),
		bytes(OP.i64_extend_i32_u, OP.i64_const, MEMORY_UNIT_BITS),
		bytes(OP.i64_shr_u, OP.global_get),
		leb(cost),
		bytes(OP.i64_add, OP.global_set),
		leb(cost),
	]);
}

function readBodies(source: Uint8Array): Body[] {
	const reader = new BinaryReader();
	reader.setData(source.buffer as ArrayBuffer, source.byteOffset, source.length);
	const bodies: Body[] = [];
	let body: Body | undefined;
	let before = 0;
	while (reader.read()) {
		if (reader.state === STATE.ERROR) throw reader.error;
		if (reader.state === STATE.BEGIN_FUNCTION_BODY) {
			body = { operators: reader.position, loops: [], moves: [] };
			bodies.push(body);
			before = reader.position;
		} else if (reader.state === STATE.CODE_OPERATOR && body) {
			const { code } = reader.result as IOperatorInformation;
			if (code === OP.loop) body.loops.push(reader.position);
			else if (code === OP.memory_copy || code === OP.memory_fill) body.moves.push(before);
			before = reader.position;
		}
	}
	return bodies;
}

function countImports(source: Uint8Array, section: Section): { globals: number } {
	let globals = 0;
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
		if (kind === 0) skip();
		else if (kind === 1) {
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
	return { globals };
}

/** Number of parameters of each function type. */
function readParameterCounts(source: Uint8Array, section: Section): number[] {
	const counts: number[] = [];
	let [count, at] = unsigned(source, section.start);
	for (; count > 0; count--) {
		if (source[at] !== FUNCTION_TYPE) throw new Error(`Unknown type form ${source[at]}.`);
		const [parameters, afterParameters] = unsigned(source, at + 1);
		const [results, afterResults] = unsigned(source, afterParameters + parameters);
		counts.push(parameters);
		at = afterResults + results;
	}
	return counts;
}

function readFunctionTypes(source: Uint8Array, section: Section): number[] {
	const types: number[] = [];
	let [count, at] = unsigned(source, section.start);
	for (; count > 0; count--) {
		const [type, next] = unsigned(source, at);
		types.push(type);
		at = next;
	}
	return types;
}

/** `total` counts parameters too, so it is the index of the next local. */
function readLocals(source: Uint8Array, at: number, parameters: number) {
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

function bytes(...values: number[]): Uint8Array {
	return Uint8Array.from(values);
}

function push(parts: Uint8Array[], id: number, payload: Uint8Array[]): void {
	const whole = concat(payload);
	parts.push(bytes(id), leb(whole.length), whole);
}
