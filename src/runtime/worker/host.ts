import { constants, readFileSync, writeFileSync } from 'node:fs';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { PyCallable } from 'pyodide/ffi';
import type { Ending, Job, JobEvent, Parts } from '../protocol';
import { boot, makeImage, type Interpreter } from './interpreter';
import { bridge, lastLine, perform } from './job';
import { Pool, type FromThread } from './pool';
import { Rewind } from './rewind';

/** Where the pieces are on disk. `image` is null for a start from sources. */
export type Files = {
	wasm: string;
	library: string;
	sources: string;
	image: string | null;
	/** Pyodide's package. */
	directory: string;
	/** Whether that image and this Node can suspend Python. */
	suspends: boolean;
};

/** What the host process is asked, by argument (an image) or by message (jobs). */
export type ImageOrder = { files: Omit<Files, 'suspends'>; image: 'modern' | 'plain'; to: string };
/** `threads`: how many jobs go on at once; `reuse`: whether an interpreter does more than one. */
export type ServeOrder = { files: Files; threads: number; reuse: boolean };
export type JobOrder = { id: number; job: Job | Script; seconds: number };
/** Python code of our own tests; its last expression, a string, is the result. */
export type Script = { kind: 'script'; code: string; suspends: boolean };
export type HostMessage =
	{ id: number; event: JobEvent } | { id: number; ending: Ending } | { ready: true };

/** What a thread starts from. */
export type Seat = { parts: Parts; directory: string; suspends: boolean; reuse: boolean };

async function load(files: Omit<Files, 'suspends'>): Promise<Parts> {
	const compile = (path: string): Promise<WebAssembly.Module> =>
		WebAssembly.compile(readFileSync(path));
	return {
		module: await compile(files.wasm),
		image: files.image === null ? null : await compile(files.image),
		library: new Uint8Array(readFileSync(files.library)).buffer,
		sources: JSON.parse(readFileSync(files.sources, 'utf8')) as Record<string, string>,
	};
}

/** Hides what the `plain` image must do without: stack switching and the wasm-GC trampoline. */
function pretendPlain(): void {
	const assembly = WebAssembly as unknown as Record<string, unknown>;
	delete assembly.Suspending;
	delete assembly.promising;
	const navigator = { userAgent: 'iPhone', platform: 'iPhone' };
	Object.defineProperty(globalThis, 'navigator', { value: navigator });
}

/** Hides what would make an image differ from machine to machine: where and when it was made. */
function hideMachine(): void {
	process.argv[1] = 'python';
	Date.now = () => 0;
}

async function make(order: ImageOrder): Promise<void> {
	hideMachine();
	if (order.image === 'plain') pretendPlain();
	const { directory } = order.files;
	writeFileSync(order.to, await makeImage(await load(order.files), { directory }));
}

/** Serves jobs that arrive over the process' channel; see `Pool`. */
async function serve({ files, threads, reuse }: ServeOrder): Promise<void> {
	const { directory, suspends } = files;
	const seat: Seat = { parts: await load(files), directory, suspends, reuse };
	const say = (message: HostMessage): void => void process.send?.(message);
	const pool = new Pool(seat, threads, say);
	process.on('message', (order: JobOrder) => pool.add(order));
	process.on('disconnect', () => process.exit());
	say({ ready: true });
}

/**
 * A thread: boots at once and does the jobs that it is sent, one after another, going back to the
 * start after each. Where that cannot be it says that it is spent.
 */
async function sit(seat: Seat): Promise<void> {
	let dump = '';
	const port = parentPort!;
	const say = (message: FromThread): void => port.postMessage(message);
	const { directory } = seat;
	const onStderr = (text: string): void => void (dump += text);
	// Emscripten asks for these on a way that permissions close.
	Object.assign(process, { binding: () => ({ fs: constants }) });
	const rewind = new Rewind();
	const { onImports } = rewind;
	const { parts } = seat;
	const options = { directory, onStderr, onImports };
	const interpreter = await boot(Promise.resolve(parts), parts.image !== null, options);
	rewind.remember(interpreter);
	port.on('message', (job: Job | Script) => {
		const done =
			job.kind === 'script'
				? runScript(interpreter, job, say)
				: perform(interpreter, job, say, null, seat.suspends);
		done.then(
			(json) => {
				say({ type: 'result', json });
				const usable = seat.reuse && job.kind === 'check' && rewind.rewind();
				say({ type: usable ? 'ready' : 'spent' });
			},
			(error) => say({ type: 'crashed', text: String(error), line: lastLine(dump) }),
		);
	});
	say({ type: 'ready' });
}

async function runScript(
	interpreter: Interpreter,
	{ code, suspends }: Script,
	emit: (event: JobEvent) => void,
): Promise<string> {
	const { py } = interpreter;
	const { death } = bridge(interpreter, emit, { readLine: null, suspends });
	if (!suspends) return String(py.runPython(code));
	const { eval_code } = py.pyimport('pyodide.code') as { eval_code: PyCallable };
	return String(await Promise.race([eval_code.callPromising(code, py.globals), death]));
}

if (!isMainThread) void sit(workerData as Seat);
else {
	const order = JSON.parse(process.argv[2]!) as ImageOrder | ServeOrder;
	await ('to' in order ? make(order) : serve(order));
}
