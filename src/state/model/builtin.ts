import type { ModelFailure } from '../../coach/model/failure';
import type { Prompt } from '../../coach/model/prompt';
import { Patience } from './patience';
import type { ModelPort, Saying } from './port';

export type BuiltInSupport = 'unavailable' | 'downloadable' | 'downloading' | 'available';

type Session = {
	promptStreaming(input: string, options: { signal: AbortSignal }): ReadableStream<string>;
	destroy(): void;
};

type Options = {
	expectedInputs: { type: 'text'; languages: string[] }[];
	expectedOutputs: { type: 'text'; languages: string[] }[];
};

type LanguageModelMaker = {
	availability(options: Options): Promise<BuiltInSupport>;
	create(
		options: Options & {
			initialPrompts?: { role: 'system'; content: string }[];
			monitor?(monitor: EventTarget): void;
			signal?: AbortSignal;
		},
	): Promise<Session>;
};

const text = [{ type: 'text' as const, languages: ['en'] }];
const options: Options = { expectedInputs: text, expectedOutputs: text };

/** The browser's own language model (Prompt API); null where it has none. */
export function findBuiltIn(): BuiltIn | null {
	const { LanguageModel } = globalThis as { LanguageModel?: LanguageModelMaker };
	return typeof LanguageModel?.create === 'function' ? new BuiltIn(LanguageModel) : null;
}

/** Runs on the device; what is said to it goes nowhere. */
export class BuiltIn implements ModelPort {
	readonly #maker: LanguageModelMaker;

	constructor(maker: LanguageModelMaker) {
		this.#maker = maker;
	}

	support(): Promise<BuiltInSupport> {
		return this.#maker.availability(options).catch(() => 'unavailable' as const);
	}

	/** Lets the browser download it, after a click; `progress` from 0 to 1. True when it is there. */
	async fetch(progress: (part: number) => void): Promise<boolean> {
		try {
			const session = await this.#maker.create({
				...options,
				monitor: (monitor) =>
					monitor.addEventListener('downloadprogress', (event) => {
						const { loaded, total } = event as Event & { loaded: number; total?: number };
						progress(Math.min(1, loaded / (total || 1)));
					}),
			});
			session.destroy();
			return true;
		} catch {
			return false;
		}
	}

	async *ask({ system, user }: Prompt, wanted: AbortSignal): Saying {
		const support = await this.support();
		if (support === 'unavailable') return { kind: 'absent' };
		if (support !== 'available') return { kind: 'not-fetched' };
		const patience = new Patience(wanted);
		const { signal } = patience;
		let session: Session | null = null;
		try {
			const initialPrompts = [{ role: 'system' as const, content: system }];
			session = await this.#maker.create({ ...options, initialPrompts, signal });
			const reader = session.promptStreaming(user, { signal }).getReader();
			let said = false;
			for (;;) {
				const { done, value } = await reader.read();
				if (done) return said ? null : { kind: 'nothing-said' };
				patience.heard();
				said ||= value.trim() !== '';
				yield value;
			}
		} catch (error) {
			return patience.failure ?? failureOf(error);
		} finally {
			patience.end();
			session?.destroy();
		}
	}
}

function failureOf(error: unknown): ModelFailure {
	const { name = '', message = '' } = error instanceof Error ? error : {};
	if (name === 'QuotaExceededError') return { kind: 'too-long' };
	return name === 'NotSupportedError' ? { kind: 'absent' } : { kind: 'broke', detail: message };
}
