import './classic';
import { loadPyodide } from 'pyodide';
import type { PyodideAPI } from 'pyodide';
import createModule from 'pyodide/pyodide.asm.mjs';
import { COST_EXPORT, type Parts } from '../protocol';
import { asWasm, type Signed } from './callable';
import { Clock, Entropy } from './clock';
import { Library, type Files } from './library';
import { packImage, readFrozen, restoreImage } from './image';
import { scrub, type Allocator } from './scrub';
import type { Heap } from './watch';

/** Stack kept free for the interpreter itself; below it deep recursion is a `RecursionError`. Bytes. */
export const STACK_RESERVE = 160 * 1024;
/** What a program may hold; beyond it Python raises `MemoryError`. Bytes. */
const MEMORY_LIMIT = 512 * 1024 * 1024;
const NOWHERE = 'https://dry-run.invalid/';
const SOURCES = '/lib/dry-run';
const LOCK = {
	info: {
		version: '314.0.7',
		python: '3.14.2',
		arch: 'wasm32',
		platform: 'emscripten_5_0_3',
		abi_version: '2026_0',
	},
	packages: {},
};

/** What we use of Emscripten's module. */
type Module = {
	HEAPU8: Uint8Array<ArrayBuffer>;
	API: { restoreSnapshot(image: unknown): unknown };
	_PyThreadState_Get(): number;
	_emscripten_stack_get_base(): number;
	_PyUnstable_ThreadState_SetStackProtection(state: number, start: number, size: number): number;
};
/** Called while an interpreter starts whose memory is to be kept. */
type Stages = {
	onInstantiated(memory: ArrayBuffer): void;
	onRuntimeInitialized(module: Module): void;
};
type Imports = { env: Record<string, unknown> };

export type Interpreter = {
	py: PyodideAPI;
	clock: Clock;
	entropy: Entropy;
	/** Metered steps since the module was made. */
	cost(): number;
	heap: Heap;
	/** Where the module's own stack, in its memory, ends at present. Bytes. */
	stackPointer: WebAssembly.Global<'i32'>;
	/** The standard library, where it has come late. */
	library: Library;
	/** The tests that were read ahead. */
	expected: string | null;
	instance: WebAssembly.Instance;
	/** The one object of ours that Python may ask for its attributes. */
	bridge: object | null;
	/** Whether a job ran on stacks that are switched. */
	suspended: boolean;
};

export type BootOptions = {
	/** Where Pyodide's own files are; only Node reads them, browsers are handed every byte. */
	directory?: string;
	/** Raw text that the interpreter itself writes, a dying one's last words among them. */
	onStderr?: (text: string) => void;
	/** Called with what the module imports, before it is made. */
	onImports?: (environment: Record<string, unknown>) => void;
};

/**
 * Starts Python from its memory image; throws when that does not fit. Without one, from sources. With an
 * image, what does not need the parts is done while they are on their way.
 */
export async function boot(
	parts: Promise<Parts>,
	hasImage: boolean,
	options: BootOptions = {},
): Promise<Interpreter> {
	if (!hasImage) await parts;
	return protectStack(await start(parts, hasImage, options));
}

/** Starts Python from sources and packs its memory for `boot`. Node only. */
export async function makeImage(parts: Parts, options: BootOptions): Promise<Uint8Array> {
	let base!: Uint8Array;
	let initial!: Uint8Array;
	let stderr = '';
	const onStderr = (text: string): void => void (stderr += text);
	const { py } = await start(
		Promise.resolve({ ...parts, image: null }),
		false,
		{ ...options, onStderr },
		{
			onInstantiated: (memory) => (initial = new Uint8Array(memory).slice()),
			onRuntimeInitialized: (module) => (base = module.HEAPU8.slice()),
		},
	);
	const { _module, makeMemorySnapshot } = py as unknown as {
		_module: Allocator;
		makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
	};
	scrub(py, _module, () => {
		const text = stderr;
		stderr = '';
		return text;
	});
	const snapshot = makeMemorySnapshot();
	const [, memoryStart, textLength] = new Uint32Array(snapshot.buffer, 0, 3);
	const text = new TextDecoder().decode(snapshot.subarray(48, 48 + textLength!));
	return packImage(snapshot.slice(memoryStart), base, initial, JSON.parse(text));
}

async function start(
	coming: Promise<Parts>,
	hasImage: boolean,
	options: BootOptions,
	stages?: Stages,
): Promise<Interpreter> {
	const clock = new Clock();
	const entropy = new Entropy();
	let instance!: WebAssembly.Instance;
	const memory = (): ArrayBuffer =>
		(instance.exports.memory as WebAssembly.Memory).buffer as ArrayBuffer;

	let grow!: (bytes: number) => number;
	const library = coming.then((parts) => parts.library ?? new ArrayBuffer(0));
	const unhook = hookLoaders(library, async (imports) => {
		grow = imports.env.emscripten_resize_heap as typeof grow;
		Object.assign(imports.env, {
			emscripten_date_now: () => clock.date(),
			emscripten_get_now: () => clock.now(),
			clock_time_get: (id: number, _precision: bigint, at: number) => {
				const milliseconds = id === 0 ? clock.date() : clock.now();
				const nanoseconds = BigInt(Math.round(milliseconds * 1e6));
				new DataView(memory()).setBigInt64(at >>> 0, nanoseconds, true);
				return 0;
			},
			emscripten_resize_heap: (bytes: number) => (bytes >>> 0 > MEMORY_LIMIT ? 0 : grow(bytes)),
			random_get: (at: number, size: number) => {
				entropy.fill(new Uint8Array(memory(), at >>> 0, size >>> 0));
				return 0;
			},
		});
		options.onImports?.(imports.env);
		const { module } = await coming;
		instance = await instantiate(module, imports as unknown as WebAssembly.Imports);
		stages?.onInstantiated(memory());
		Object.assign(imports.env, asWasm(tabled(module, imports.env)));
		return { instance, module };
	});
	const dateNow = Date.now;
	Date.now = () => clock.date();
	let py: PyodideAPI;
	try {
		py = await loadPyodide({
			indexURL: options.directory ?? NOWHERE,
			lockFileContents: JSON.stringify(LOCK),
			packageBaseUrl: NOWHERE,
			env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide', TZ: 'UTC', LANG: 'C.UTF-8' },
			stdout: () => {},
			stderr: (line) => options.onStderr?.(line + '\n'),
			_makeSnapshot: stages !== undefined,
			...(hasImage ? { _loadSnapshot: new Uint8Array(1) } : {}),
			createPyodideModule: async (settings) => {
				const hooks = {
					onRuntimeInitialized: () => stages?.onRuntimeInitialized(settings as never),
				};
				const module: Module = await createModule(Object.assign(settings, hooks));
				const { image } = await coming;
				if (image) {
					const frozen = readFrozen(image);
					module.API.restoreSnapshot = () => {
						if (memory().byteLength < frozen.bytes) grow(frozen.bytes);
						restoreImage(image, instance.exports.memory as WebAssembly.Memory);
						return frozen.configuration;
					};
				}
				return module as never;
			},
		});
	} finally {
		unhook();
		Date.now = dateNow;
	}
	const parts = await coming;
	if (!hasImage) importSources(py, parts.sources);
	const counter = instance.exports[COST_EXPORT] as WebAssembly.Global<'i64'>;
	const cost = (): number => Number(counter.value);
	const heap: Heap = {
		memory: instance.exports.memory as WebAssembly.Memory,
		allocate: (py as unknown as { _module: Allocator })._module._malloc,
	};
	const stackPointer = instance.exports.__stack_pointer as WebAssembly.Global<'i32'>;
	const rest = { stackPointer, expected: null, instance, bridge: null, suspended: false };
	return {
		...{ py, clock, entropy, cost, heap, ...rest },
		library: new Library(py.FS as unknown as Files, parts.library !== null),
	};
}

const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (
	module: WebAssembly.Module,
	imports: WebAssembly.Imports,
) => Promise<WebAssembly.Instance>;

/**
 * Pyodide fetches its module and its standard library by address. While it starts, both are answered
 * from the bytes at hand. Returns the way back.
 */
function hookLoaders(
	library: Promise<ArrayBuffer>,
	make: (imports: Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>,
): () => void {
	const { instantiateStreaming, instantiate } = WebAssembly;
	const { fetch } = globalThis;
	const load = async (source: unknown, imports?: Imports): Promise<unknown> => {
		if (imports && 'Jsv_GetError_import' in imports.env) {
			return await make(imports);
		}
		return await instantiate(source as BufferSource, imports as never);
	};
	Object.assign(WebAssembly, { instantiateStreaming: load, instantiate: load });
	globalThis.fetch = (address) =>
		String(address).endsWith('.zip')
			? library.then((zip) => new Response(zip))
			: new Promise<Response>(() => {});
	return () => {
		Object.assign(WebAssembly, { instantiateStreaming, instantiate });
		globalThis.fetch = fetch;
	};
}

/** What of its environment a module wants to have in its table. */
function tabled(
	module: WebAssembly.Module,
	environment: Record<string, unknown>,
): Record<string, Signed> {
	const wanted = WebAssembly.Module.imports(module)
		.filter((each) => each.module === 'GOT.func')
		.map(({ name }) => [name, environment[name]] as const);
	return Object.fromEntries(
		wanted.filter(
			(each): each is [string, Signed] =>
				typeof each[1] === 'function' && typeof (each[1] as Partial<Signed>).sig === 'string',
		),
	);
}

/** Writes our Python packages into the file system, imports every module of them and prepares. */
function importSources(py: PyodideAPI, sources: Record<string, string>): void {
	for (const [path, text] of Object.entries(sources)) {
		const file = `${SOURCES}/${path}`;
		py.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
		py.FS.writeFile(file, text);
	}
	const modules = Object.keys(sources)
		.map((path) =>
			path
				.replace(/\.py$/, '')
				.replace(/\/__init__$/, '')
				.replaceAll('/', '.'),
		)
		.sort();
	py.runPython(`
import importlib, sys
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(SOURCES)})
for name in ${JSON.stringify(modules)}:
    importlib.import_module(name)
sys.path.remove(${JSON.stringify(SOURCES)})
del name
sys.modules['harness'].prepare()
`);
}

function protectStack(interpreter: Interpreter): Interpreter {
	const module = (interpreter.py as unknown as { _module: Module })._module;
	module._PyUnstable_ThreadState_SetStackProtection(
		module._PyThreadState_Get(),
		module._emscripten_stack_get_base() - STACK_RESERVE,
		STACK_RESERVE,
	);
	return interpreter;
}
