import { BinaryReader } from 'wasmparser';
import type { IOperatorInformation } from 'wasmparser';
import { COST_EXPORT } from '../protocol';
import { concat, leb, readSections, SECTION, signed, unsigned, type Section } from '../wasm';
import { countImports, readExports, readFunctionTypes, readIndices, readLocals } from './layout';
import type { FunctionType } from './layout';

const MEMORY_UNIT_BITS = 6;
const I32 = 0x7f;
const I64 = 0x7e;
const EXTERNAL_FUNCTION = 0;
const EXTERNAL_GLOBAL = 3;
const EMPTY_BLOCK = 0x40;
const STACK_POINTER_EXPORT = '__stack_pointer';
/**
 * Functions through which C code calls itself, and the bytes of the module's own stack that each
 * takes extra. Python bounds recursion by that stack, which these hardly use, while the engine's
 * stack overflows and kills the interpreter: freeing a linked list of 5 000 nodes is enough.
 */
const PADDED: Record<string, number> = {
	_Py_Dealloc: 256,
	PyObject_Repr: 512,
	PyObject_RichCompare: 512,
};
/** Codes of the instructions that are read or written here (WebAssembly core specification, 5.4). */
const OP = {
	block: 0x02,
	loop: 0x03,
	end: 0x0b,
	return: 0x0f,
	local_get: 0x20,
	local_tee: 0x22,
	global_get: 0x23,
	global_set: 0x24,
	i32_const: 0x41,
	i64_const: 0x42,
	i32_add: 0x6a,
	i32_sub: 0x6b,
	i64_add: 0x7c,
	i64_shr_u: 0x88,
	i64_extend_i32_u: 0xad,
	memory_copy: 0xfc0a,
	memory_fill: 0xfc0b,
};
/** wasmparser's `BinaryReaderState`, a const enum that isolated modules cannot read. */
const STATE = { ERROR: -1, BEGIN_FUNCTION_BODY: 28, CODE_OPERATOR: 30 };

/** Byte offsets in the source: a function's first operator, its loops, bulk moves and returns. */
type Body = { operators: number; loops: number[]; moves: number[]; returns: number[] };
type Plan = {
	/** Index of the global that counts. */
	cost: number;
	/** Index of the global that points to the module's own stack. */
	stackPointer: number;
	/** Type of each function that the module defines. */
	types: FunctionType[];
	/** Extra stack by number of the function among those defined. Bytes. */
	padding: Map<number, number>;
};
type Insertion = { position: number; code: Uint8Array };

/**
 * Returns a copy of a WebAssembly module that counts its own work.
 *
 * One step is added at every function entry and at every turn of a loop, and `n >> 6` steps at every
 * `memory.copy` and `memory.fill` of n bytes. The count depends on the program alone, so it is the
 * same on every device and in every engine. Functions that recurse in C also take more of the
 * module's stack, see `PADDED`. Of the thousands of exported functions, each of which Pyodide's loader
 * wraps and files at every start, only those stay that are used. Throws on a module whose layout it
 * does not know.
 */
export function meter(source: Uint8Array, isUsed: (name: string) => boolean): Uint8Array {
	const sections = readSections(source);
	const find = (id: number): Section => {
		const section = sections.find((s) => s.id === id);
		if (!section) throw new Error(`The module has no section ${id}.`);
		return section;
	};
	const imports = countImports(source, find(SECTION.import));
	const [defined, globalsAt] = unsigned(source, find(SECTION.global).start);
	const cost = imports.globals + defined;
	const functionTypes = readFunctionTypes(source, find(SECTION.type));
	const types = readIndices(source, find(SECTION.function)).map((type) => functionTypes[type]!);
	const exports = readExports(source, find(SECTION.export));
	const required = (kind: number, name: string): number => {
		const found = exports.find((each) => each.kind === kind && each.name === name);
		if (!found) throw new Error(`The module does not export ${name}.`);
		return found.index;
	};
	const plan: Plan = {
		cost,
		stackPointer: required(EXTERNAL_GLOBAL, STACK_POINTER_EXPORT),
		types,
		padding: new Map(
			Object.entries(PADDED).map(([name, size]) => [
				required(EXTERNAL_FUNCTION, name) - imports.functions,
				size,
			]),
		),
	};
	const kept = exports.filter(({ kind, name }) => kind !== EXTERNAL_FUNCTION || isUsed(name));
	const name = new TextEncoder().encode(COST_EXPORT);

	const parts: Uint8Array[] = [source.subarray(0, 8)];
	for (const section of sections) {
		const payload = source.subarray(section.start, section.end);
		if (section.id === SECTION.global) {
			const rest = source.subarray(globalsAt, section.end);
			const zero = bytes(I64, 1, OP.i64_const, 0, OP.end);
			push(parts, section.id, [leb(defined + 1), rest, zero]);
		} else if (section.id === SECTION.export) {
			const entries = kept.map(({ entry }) => entry);
			const counter = [leb(name.length), name, bytes(EXTERNAL_GLOBAL), leb(cost)];
			push(parts, section.id, [leb(kept.length + 1), ...entries, ...counter]);
		} else if (section.id === SECTION.code) {
			push(parts, section.id, meterCode(source, section, plan));
		} else {
			push(parts, section.id, [payload]);
		}
	}
	return concat(parts);
}

function meterCode(source: Uint8Array, section: Section, plan: Plan): Uint8Array[] {
	const step = addTo(plan.cost, OP.i64_const, OP.i64_add, 1);
	const bodies = readBodies(source);
	const [count, first] = unsigned(source, section.start);
	if (count !== bodies.length) throw new Error('The module lists functions without a body.');
	const out: Uint8Array[] = [leb(count)];
	let at = first;
	for (const [index, body] of bodies.entries()) {
		const [size, start] = unsigned(source, at);
		const end = start + size;
		const type = plan.types[index]!;
		const locals = readLocals(source, start, type.parameters);
		if (locals.end !== body.operators) throw new Error(`Function ${index} has odd locals.`);
		const insertions: Insertion[] = [
			...body.loops.map((position) => ({ position, code: step })),
			...body.moves.map((position) => ({ position, code: countMove(locals.total, plan.cost) })),
		];
		const chunks: Uint8Array[] = [];
		if (body.moves.length > 0) {
			const declared = source.subarray(locals.start, locals.end);
			chunks.push(leb(locals.groups + 1), declared, bytes(1, I32));
		} else {
			chunks.push(source.subarray(start, locals.end));
		}
		chunks.push(step);
		const padding = plan.padding.get(index);
		const release = padding && addTo(plan.stackPointer, OP.i32_const, OP.i32_add, padding);
		if (release) {
			chunks.push(addTo(plan.stackPointer, OP.i32_const, OP.i32_sub, padding));
			chunks.push(bytes(OP.block, type.results[0] ?? EMPTY_BLOCK));
			insertions.push(...body.returns.map((position) => ({ position, code: release })));
		}
		let from = locals.end;
		for (const { position, code } of insertions.sort((a, b) => a.position - b.position)) {
			chunks.push(source.subarray(from, position), code);
			from = position;
		}
		chunks.push(source.subarray(from, end));
		if (release) chunks.push(release, bytes(OP.end));
		const whole = concat(chunks);
		out.push(leb(whole.length), whole);
		at = end;
	}
	return out;
}

/** `global += amount`, or minus, by the operators given; leaves the operand stack as it was. */
function addTo(global: number, constant: number, operator: number, amount: number): Uint8Array {
	const get = [bytes(OP.global_get), leb(global)];
	const change = [bytes(constant), signed(amount), bytes(operator)];
	return concat([...get, ...change, bytes(OP.global_set), leb(global)]);
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
			body = { operators: reader.position, loops: [], moves: [], returns: [] };
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

function bytes(...values: number[]): Uint8Array {
	return Uint8Array.from(values);
}

function push(parts: Uint8Array[], id: number, payload: Uint8Array[]): void {
	const whole = concat(payload);
	parts.push(bytes(id), leb(whole.length), whole);
}
