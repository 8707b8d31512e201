import { scoreOf, tally } from '../../core/attempt';
import type { Report } from '../../core/report';
import { sha256 } from '../../core/sha256';
import { Bridge, type Actions, type Refusal } from '../../embed/bridge';
import { H5p } from '../../embed/h5p';
import { Height } from '../../embed/height';
import type { ResultData } from '../../embed/messages';
import type { Parameters } from '../../embed/parameters';
import { Splice } from '../../embed/splice';
import type { FrameBench, Watcher } from './bench.svelte';
import { dress } from './dress';
import type { Frame } from './frame';

/** Milliseconds in which changes of the text are told once. */
const PAUSE = 400;

/** The line from a frame to the page around it, in whichever protocols its address names. */
export class Line implements Watcher {
	readonly #frame: Frame;
	readonly #native: Bridge | null;
	readonly #splice: Splice | null;
	readonly #h5p: H5p | null;
	readonly #height = new Height();
	#focus: () => void = () => {};
	#revision = 0;
	#changing: ReturnType<typeof setTimeout> | undefined;
	#settling: ReturnType<typeof setTimeout> | undefined;

	constructor(frame: Frame, { id, origin, proto }: Parameters) {
		this.#frame = frame;
		const parent = window.parent;
		const { framed } = frame.surroundings;
		const speaks = (name: Parameters['proto'][number]) => framed && proto.includes(name);
		this.#native = speaks('native')
			? new Bridge({
					id,
					origin,
					parent,
					ready: () => frame.obstacle ?? frame.ready(),
					actions: this.#actions(),
				})
			: null;
		this.#splice = speaks('splice')
			? new Splice({
					...{ parent, origin, newId: () => crypto.getRandomValues(new Uint32Array(4)).join('-') },
					restore: (work) => void frame.restore(work),
					present: () => frame.bench?.work ?? null,
				})
			: null;
		this.#h5p = speaks('h5p') ? new H5p(parent) : null;
	}

	/** Begins to listen; returns the way out. */
	open(): () => void {
		const hear = (event: MessageEvent) => {
			this.#native?.receive(event);
			this.#splice?.receive(event);
			this.#h5p?.receive(event);
		};
		addEventListener('message', hear);
		this.#h5p?.greet();
		return () => {
			removeEventListener('message', hear);
			clearTimeout(this.#settling);
			this.#native?.close();
		};
	}

	/** The exercise is there, or it is known why not. */
	announce(): void {
		this.#native?.announce();
		if (!this.#frame.obstacle) this.#splice?.ask();
	}

	/** How high the content is. */
	measure(measured: number): void {
		const now = performance.now();
		const height = this.#height.next(measured, now);
		clearTimeout(this.#settling);
		const wait = this.#height.wait(now);
		if (wait > 0) this.#settling = setTimeout(() => this.measure(measured), wait);
		if (height === null) return;
		this.#native?.tell('resize', { height });
		this.#splice?.resize(height);
		this.#h5p?.resize(height);
	}

	/** What `focus` does, once there is an editor. */
	onFocus(focus: () => void): void {
		this.#focus = focus;
	}

	began(run: number, what: 'run' | 'check'): void {
		this.#native?.tell('run.start', { run, what });
	}

	ended(
		run: number,
		what: 'run' | 'check',
		status: 'ok' | 'error' | 'timeout' | 'stopped',
		ms: number,
	): void {
		this.#native?.tell('run.end', { run, what, status, ms });
	}

	judged(code: string, report: Report): void {
		const { bench } = this.#frame;
		if (!bench) return;
		const result = this.#result(bench, code, report);
		this.#native?.tell('result', result);
		this.#splice?.report(bench.work.best ?? result.score, bench.work);
		this.#tellState();
	}

	changed(): void {
		this.#changing ??= setTimeout(() => {
			this.#changing = undefined;
			const { bench } = this.#frame;
			if (!bench) return;
			const { code } = bench.draft;
			this.#native?.tell('change', { dirty: !bench.draft.pristine, length: code.length });
			this.#tellState();
		}, PAUSE);
	}

	lost(): void {
		const message = 'Python could not start in this frame.';
		this.#native?.tell('error', { code: 'python-lost', message });
	}

	#tellState(): void {
		const { bench, parameters } = this.#frame;
		if (!bench || parameters.state !== 'parent') return;
		this.#native?.tell('state', { state: bench.work, revision: ++this.#revision });
	}

	#result(bench: FrameBench, code: string, report: Report): ResultData {
		const { slug, version, title } = bench.challenge;
		const { status, message } = report;
		const tests = report.tests.map((test) => ({
			id: test.id,
			title: test.title,
			status: test.status,
			aspect: test.aspect,
		}));
		return {
			attempt: bench.attempts,
			score: scoreOf(report),
			...tally(report),
			complete: status === 'pass',
			report: { status, message, tests },
			exercise: { slug, version, title },
			exerciseHash: this.#frame.ready()?.hash ?? '',
			codeHash: sha256(code),
			trust: 'client',
		};
	}

	#actions(): Actions {
		const frame = this.#frame;
		const atBench = async <T extends object>(act: (bench: FrameBench) => T | Promise<T>) => {
			const bench = await frame.start();
			return bench ? await act(bench) : unready;
		};
		return {
			'code.get': () => atBench(({ draft }) => ({ code: draft.code })),
			'code.set': ({ code }) => atBench(async (bench) => (await bench.write(code), {})),
			run: () => atBench((bench) => ({ run: bench.start('run') })),
			check: () =>
				frame.parameters.mode === 'demo'
					? { refused: 'not-allowed', message: 'This frame only runs programs (mode=demo).' }
					: atBench((bench) => ({ run: bench.start('check') })),
			stop: async () => (await frame.bench?.stop(), {}),
			reset: () => atBench(async (bench) => (await bench.reset(), {})),
			theme: ({ theme, accent }) => (dress({ theme, accent: accent ?? null }), {}),
			'state.set': async ({ state, revision }) => {
				this.#revision = Math.max(this.#revision, revision);
				await frame.restore(state);
				return { revision: this.#revision };
			},
			focus: () => atBench(() => (this.#focus(), {})),
		};
	}
}

const unready: Refusal = {
	refused: 'not-ready',
	message: 'The exercise is not there, or the editor could not be fetched.',
};
