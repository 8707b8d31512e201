import type { Source } from '../assets';
import type { FromFrame, JobEvent, ToFrame } from '../protocol';
import { Seat } from './seat';

/**
 * The runner frame: an opaque origin that can reach nothing. It owns the workers, keeps one warm,
 * ends those that do not end, and hands on what they say.
 */
function listen(port: MessagePort): void {
	const say = (message: FromFrame): void => port.postMessage(message);
	let opened: (makeWorker: () => Seat) => void;
	const worker = new Promise<() => Seat>((resolve) => (opened = resolve));
	let makeSeat: (() => Seat) | null = null;
	let keepStandby = false;
	let zip: ArrayBuffer | null = null;
	let bring: (library: ArrayBuffer) => void;
	const library = new Promise<ArrayBuffer>((resolve) => (bring = resolve));
	/** A worker that waits for the parts. */
	let early: Seat | null = null;
	let standby: Seat | null = null;
	let active: Seat | null = null;
	/** Those that the next check is probably of. */
	let tests: string | null = null;

	const refill = (): void => {
		if (standby || !makeSeat || (active && !keepStandby)) return;
		standby = makeSeat();
		if (tests !== null) standby.expect(tests);
	};
	const announce = (): void => {
		refill();
		standby?.booted.then(
			() => say({ type: 'ready' }),
			(error) => say({ type: 'broken', text: String(error) }),
		);
	};
	const open = (message: ToFrame & { type: 'open' }): void => {
		keepStandby = message.standby;
		tests = message.tests;
		const script = URL.createObjectURL(new Blob([message.worker], { type: 'text/javascript' }));
		const { interactive, hasImage } = message;
		const makeWorker = (): Seat => new Seat(script, { interactive, hasImage });
		early = makeWorker();
		opened(makeWorker);
	};
	const boot = async ({ wasm, image, sources }: ToFrame & { type: 'boot' }): Promise<void> => {
		const [makeWorker, module, memory] = await Promise.all([
			worker,
			compile(wasm),
			image && compile(image),
			// Without an image Python starts from the library.
			image === null ? library : null,
		]);
		makeSeat = () => {
			const seat = early ?? makeWorker();
			early = null;
			return seat.boot({ module, image: memory, sources, library: zip });
		};
		announce();
	};
	/** An interpreter that has read other tests makes way for one that reads these. */
	const expect = (wanted: string): void => {
		tests = wanted;
		if (standby?.suits(wanted)) standby.expect(wanted);
		else if (standby) {
			standby.end();
			standby = null;
			announce();
		}
	};
	const start = async (message: ToFrame & { type: 'start' }): Promise<void> => {
		const { run, nonce, seconds } = message;
		const emit = (event: JobEvent): void => say({ type: 'event', run, nonce, event });
		active?.end();
		if (message.job.kind === 'check') {
			tests = message.job.tests;
			if (standby && !standby.suits(tests)) {
				standby.end();
				standby = null;
			}
		}
		for (;;) {
			const seat = (active = standby ?? makeSeat!());
			standby = null;
			const timer = setTimeout(refill, STANDBY_DELAY);
			const outcome = await seat.work(message, seconds, emit);
			clearTimeout(timer);
			if (active === seat && outcome.type === 'unfinished') {
				await library;
				emit({ type: 'restart' });
				continue;
			}
			if (active === seat) {
				active = null;
				if (outcome.type !== 'unfinished') say({ type: 'ending', run, nonce, ending: outcome });
				setTimeout(announce, ANSWER_FIRST);
			}
			return;
		}
	};
	port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
		switch (data.type) {
			case 'open':
				open(data);
				return;
			case 'boot':
				boot(data).catch((error) => say({ type: 'broken', text: String(error) }));
				return;
			case 'expect':
				expect(data.tests);
				return;
			case 'library':
				zip = data.library;
				standby?.bring(zip);
				active?.bring(zip);
				bring(zip);
				return;
			case 'start':
				void start(data);
				return;
			case 'line':
				active?.answer(data.line);
				return;
			case 'stop':
				active?.end();
				active = null;
				announce();
				return;
		}
	};
}

/**
 * How long a program runs before the next interpreter is made ready beside it: later than most end,
 * sooner than a person gives up on one. Milliseconds.
 */
const STANDBY_DELAY = 600;

/** The next interpreter starts this much later than the page has its answer to draw. Milliseconds. */
const ANSWER_FIRST = 100;

async function compile(source: Source): Promise<WebAssembly.Module> {
	if (source instanceof Blob) return await WebAssembly.compile(await source.arrayBuffer());
	const type = { headers: { 'content-type': 'application/wasm' } };
	return await WebAssembly.compileStreaming(new Response(source as BodyInit, type));
}

addEventListener('message', (event) => {
	if (event.source === parent && event.ports[0]) listen(event.ports[0]);
});
