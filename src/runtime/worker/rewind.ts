import { COST_EXPORT } from '../protocol';
import type { Interpreter } from './interpreter';
import { Tree, type FileSystem } from './tree';

const STACK_POINTER = '__stack_pointer';
/** What only a program calls that leaves the path of a check: it reaches for the engine around it. */
const REACHING = [
	'JsProxy_SetAttr_js',
	'JsProxy_DelAttr_js',
	'JsProxy_subscript_js',
	'JsvFunction_Construct',
	'ffi_closure_alloc_js',
	'ffi_prep_closure_loc_js',
	'_dlopen_js',
	'_emscripten_dlopen_js',
];
const GET_ATTRIBUTE = 'JsProxy_GetAttr_js';
const NEW_DEDUPLICATION = '__hiwire_deduplicate_new';
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'] as const;

type Callable = (...values: unknown[]) => unknown;
type Call = Callable | { (...values: unknown[]): unknown; sig: string };

/**
 * Puts an interpreter back to how it was when it had started, so that a thread of Node can judge one
 * program after another: memory, counters, clock and chance. All that a program can change without
 * reaching out of its interpreter lies there. One that reaches out, leaves something behind in the
 * file system or makes the memory grow spoils the interpreter, and `rewind` says no.
 */
export class Rewind {
	#spoilt = false;
	#bridge: () => object | null = () => null;
	#start: (() => boolean) | null = null;
	readonly #seen: Map<unknown, unknown>[] = [];

	/** Before the interpreter starts: what it gets of the engine around it reports to us. */
	constructor() {
		// A proxy that the engine collects later would count down a reference of the next program.
		globalThis.FinalizationRegistry = class {
			register(): void {}
			unregister(): boolean {
				return false;
			}
		} as unknown as FinalizationRegistryConstructor;
		const scope = globalThis as unknown as Record<string, Callable>;
		for (const name of TIMERS) scope[name] = this.#spoiling(scope[name]!);
	}

	/** For `BootOptions`. */
	readonly onImports = (environment: Record<string, unknown>): void => {
		for (const name of REACHING) {
			const original = environment[name] as Call | undefined;
			if (original) environment[name] = this.#spoiling(original);
		}
		const get = environment[GET_ATTRIBUTE] as Callable;
		environment[GET_ATTRIBUTE] = (target: unknown, key: unknown) => {
			if (target !== this.#bridge()) this.#spoilt = true;
			return get(target, key);
		};
		const make = environment[NEW_DEDUPLICATION] as () => Map<unknown, unknown>;
		environment[NEW_DEDUPLICATION] = () => {
			const map = make();
			this.#seen.push(map);
			return map;
		};
	};

	/** Remembers a freshly started interpreter. */
	remember(interpreter: Interpreter): void {
		const { instance, heap, clock, entropy, py, library } = interpreter;
		this.#bridge = () => interpreter.bridge;
		const global = (name: string) => instance.exports[name] as WebAssembly.Global<'i32' | 'i64'>;
		const globals = [STACK_POINTER, COST_EXPORT].map(global);
		const values = globals.map(({ value }) => value);
		const image = new Uint8Array(heap.memory.buffer).slice();
		const tables = Object.values(instance.exports).filter(
			(each) => each instanceof WebAssembly.Table,
		);
		const lengths = tables.map(({ length }) => length);
		const seen = this.#seen.map((map) => [...map]);
		const tree = new Tree(py.FS as unknown as FileSystem);
		const [time, chance] = [clock.get(), entropy.get()];
		this.#spoilt = false;
		this.#start = () => {
			const same =
				heap.memory.buffer.byteLength === image.length &&
				tables.every(({ length }, at) => length === lengths[at]) &&
				!library.missed &&
				!interpreter.suspended &&
				tree.isSame();
			if (!same) return false;
			new Uint8Array(heap.memory.buffer).set(image);
			globals.forEach((each, at) => (each.value = values[at]!));
			this.#seen.forEach((map, at) => {
				map.clear();
				for (const [key, value] of seen[at]!) map.set(key, value);
			});
			interpreter.expected = null;
			clock.set(time);
			entropy.set(chance);
			return true;
		};
	}

	/** Back to the start. False when that cannot be; the interpreter is of no use then. */
	rewind(): boolean {
		return !this.#spoilt && this.#start !== null && this.#start();
	}

	#spoiling(original: Call): Call {
		const spoiling: Callable = (...values) => {
			this.#spoilt = true;
			return original(...values);
		};
		return 'sig' in original ? Object.assign(spoiling, { sig: original.sig }) : spoiling;
	}
}
