import type { ErrorCode, InData, InType, OutData, ReadyData, ResultData } from '../messages';
import { longestCode, readNews } from '../protocol';
import { frameAddress } from './address';
import type { CallError, Embed, Options, RunEnd } from './types';

/** Milliseconds that a call is waited for. */
const PATIENCE = 10_000;
const highest = 20_000;

type Pending = { settle(data: object): void; fail(error: CallError): void };

/** Puts an exercise into an element; `home` is where this script came from. */
export function mountAt(element: Element, options: Options, home: string): Embed {
	const site = new URL(options.site ?? '.', home);
	const frame = document.createElement('iframe');
	frame.src = frameAddress(options, site.href, self.origin);
	frame.title = options.title ?? `Python exercise ${options.exercise ?? ''}`.trim();
	frame.allow = 'clipboard-write; fullscreen';
	if (options.load !== 'eager') frame.loading = 'lazy';
	const height = typeof options.height === 'number' ? options.height : 420;
	frame.style.cssText = `display: block; width: 100%; height: ${height}px; border: 0`;

	const id = options.id ?? '';
	const listeners = new Map<string, Set<(data: never) => void>>();
	const pending = new Map<number, Pending>();
	const waiting: (() => void)[] = [];
	let port: MessagePort | null = null;
	let seq = 0;
	let arrived: (data: ReadyData) => void;
	let refuse: (error: CallError) => void;
	const ready = new Promise<ReadyData>((resolve, reject) => {
		arrived = resolve;
		refuse = reject;
	});
	ready.catch(() => {});

	const tell = <T extends keyof OutData>(type: T, data: OutData[T]): void => {
		for (const listener of listeners.get(type) ?? []) listener(data as never);
	};
	const wrap = (type: InType, data: object) => ({ ns: 'dryrun', v: 1, id, type, seq: ++seq, data });

	/** What came from the frame. */
	const hear = (message: unknown): void => {
		const news = readNews(message);
		if (!news) return;
		const asked = news.re === undefined ? undefined : pending.get(news.re);
		if (news.re !== undefined) pending.delete(news.re);
		switch (news.type) {
			case 'ready':
				arrived(news.data);
				break;
			case 'error': {
				const error = failure(news.data.code, news.data.message);
				if (asked) asked.fail(error);
				else refuse(error);
				break;
			}
			case 'resize':
				if (typeof options.height !== 'number')
					frame.style.height = `${Math.min(highest, Math.max(0, news.data.height))}px`;
				break;
			case 'result':
				news.data.score = Math.min(1, Math.max(0, news.data.score));
				break;
			default:
				asked?.settle(news.data);
		}
		if (asked === undefined) tell(news.type as keyof OutData, news.data as never);
	};
	/** The frame has a page, which listens from its first script on: it gets a port of its own. */
	const greet = (): void => {
		if (port) {
			port.close();
			for (const { fail } of pending.values())
				fail(failure('closed', 'The frame was loaded anew.'));
			pending.clear();
		}
		const { port1, port2 } = new MessageChannel();
		port = port1;
		port1.onmessage = ({ data }) => hear(data);
		frame.contentWindow?.postMessage(wrap('hello', {}), site.origin, [port2]);
		for (const send of waiting.splice(0)) send();
	};
	/**
	 * By the window only a height is heard: what else a frame says there comes by the port again, and
	 * either may come first.
	 */
	const receive = ({ source, origin, data }: MessageEvent): void => {
		if (source !== frame.contentWindow || origin !== site.origin) return;
		if (readNews(data)?.type === 'resize') hear(data);
	};
	const call = <T extends Exclude<InType, 'hello'>>(type: T, data: InData[T]) =>
		new Promise<object>((resolve, reject) => {
			const timer = setTimeout(() => {
				pending.delete(message.seq);
				reject(failure('timeout', `The frame did not answer “${type}” in 10 seconds.`));
			}, PATIENCE);
			const message = wrap(type, data);
			pending.set(message.seq, {
				settle: (answer) => (clearTimeout(timer), resolve(answer)),
				fail: (error) => (clearTimeout(timer), reject(error)),
			});
			const send = (): void => port?.postMessage(message);
			if (port) send();
			else waiting.push(send);
		});
	const on: Embed['on'] = (type, listener) => {
		const all = listeners.get(type) ?? new Set();
		listeners.set(type, all.add(listener as (data: never) => void));
		return () => void all.delete(listener as (data: never) => void);
	};
	const act = async <T extends Exclude<InType, 'hello'>>(type: T, data: InData[T]) =>
		void (await call(type, data));
	/** Starts one, and waits for its end, however long that takes. */
	const finish = async (type: 'run' | 'check'): Promise<RunEnd & { result: ResultData | null }> => {
		let result: ResultData | null = null;
		const ends: OutData['run.end'][] = [];
		let look = (): void => {};
		const leave = [
			on('result', (data) => (result = data)),
			on('run.end', (data) => (ends.push(data), look())),
		];
		try {
			const { run } = (await call(type, {})) as { run: number };
			return await new Promise((resolve) => {
				look = () => {
					const end = ends.find((data) => data.run === run);
					if (end) resolve({ ...end, result });
				};
				look();
			});
		} finally {
			for (const out of leave) out();
		}
	};

	addEventListener('message', receive);
	frame.addEventListener('load', greet);
	element.append(frame);
	return {
		frame,
		ready,
		on,
		getCode: async () => ((await call('code.get', {})) as { code: string }).code,
		setCode: async (code) => {
			if (code.length > longestCode)
				throw failure('failed', `A program has at most ${longestCode} characters.`);
			await act('code.set', { code });
		},
		run: async () => {
			const { run, status, ms } = await finish('run');
			return { run, status, ms };
		},
		check: async () => (await finish('check')).result,
		stop: () => act('stop', {}),
		reset: () => act('reset', {}),
		setTheme: (theme, accent) => act('theme', accent === undefined ? { theme } : { theme, accent }),
		setState: (state, revision = 0) => act('state.set', { state, revision }),
		focus: () => act('focus', {}),
		remove() {
			removeEventListener('message', receive);
			for (const { fail } of pending.values()) fail(failure('closed', 'The frame was removed.'));
			pending.clear();
			port?.close();
			frame.remove();
		},
	};
}

function failure(code: ErrorCode | 'timeout' | 'closed', message: string): CallError {
	return Object.assign(new Error(message), { code });
}
