import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { PyCallable } from 'pyodide/ffi';
import { isEnding, type Ending, type Job, type JobEvent, type Parts } from '../protocol';
import { boot, makeImage, type Interpreter } from './interpreter';
import { bridge, lastLine, perform } from './job';

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
export type JobOrder = { id: number; job: Job | Script; seconds: number };
/** Python code of our own tests; its last expression, a string, is the result. */
export type Script = { kind: 'script'; code: string; suspends: boolean };
export type HostMessage =
	{ id: number; event: JobEvent } | { id: number; ending: Ending } | { ready: true };

type Seat = { parts: Parts; directory: string; suspends: boolean };

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

/** Serves jobs that arrive over the process' channel: each in a thread of its own, one kept warm. */
async function serve(files: Files): Promise<void> {
	const { directory, suspends } = files;
	const seat: Seat = { parts: await load(files), directory, suspends };
	const open = () => {
		const worker = new Worker(fileURLToPath(import.meta.url), { workerData: seat });
		worker.on('error', () => {});
		const booted = new Promise<void>((resolve) => worker.once('message', () => resolve()));
		return { worker, booted };
	};
	let standby = open();
	const say = (message: HostMessage): void => void process.send?.(message);
	process.on('message', (order: JobOrder) => {
		const { worker, booted } = standby;
		standby = open();
		const end = (ending: Ending): void => {
			clearTimeout(timer);
			worker.removeAllListeners('message');
			void worker.terminate();
			say({ id: order.id, ending });
		};
		let timer: NodeJS.Timeout | undefined;
		const startTimer = (): void => {
			clearTimeout(timer);
			timer = setTimeout(() => end({ type: 'overdue' }), order.seconds * 1000);
		};
		void booted.then(startTimer);
		worker.on('message', (message: JobEvent | Ending | { type: 'booted' }) => {
			if (message.type === 'booted') return;
			if (isEnding(message)) end(message);
			else {
				if (message.type === 'test') startTimer();
				say({ id: order.id, event: message });
			}
		});
		worker.on('error', (error) => end({ type: 'crashed', text: String(error), line: null }));
		worker.postMessage(order.job);
	});
	process.on('disconnect', () => process.exit());
	say({ ready: true });
}

/** A thread: boots at once, does the one job that it is sent, and is then thrown away. */
async function sit(seat: Seat): Promise<void> {
	let dump = '';
	const port = parentPort!;
	const order = new Promise<Job | Script>((resolve) => port.once('message', resolve));
	const { directory } = seat;
	const onStderr = (text: string): void => void (dump += text);
	const interpreter = await boot(seat.parts, { directory, onStderr });
	port.postMessage({ type: 'booted' });
	try {
		const emit = (event: JobEvent): void => port.postMessage(event);
		const job = await order;
		const json =
			job.kind === 'script'
				? await runScript(interpreter, job, emit)
				: await perform(interpreter, job, emit, null, seat.suspends);
		port.postMessage({ type: 'result', json } satisfies Ending);
	} catch (error) {
		const text = String(error);
		port.postMessage({ type: 'crashed', text, line: lastLine(dump) } satisfies Ending);
	}
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
	const order = JSON.parse(process.argv[2]!) as ImageOrder | { files: Files };
	await ('to' in order ? make(order) : serve(order.files));
}
