import type { Challenge } from '../../core/challenge';
import { sha256 } from '../../core/sha256';
import type { Refusal } from '../../embed/bridge';
import type { Part } from '../../embed/choices';
import type { ReadyData, WorkState } from '../../embed/messages';
import type { Parameters, ParameterProblem } from '../../embed/parameters';
import type { FrameBench, Watcher } from './bench.svelte';
import type { Loaded, Obstacle } from './source';
import type { Surroundings } from './surroundings';

/** How far the frame is. */
export type Phase =
	| { kind: 'loading' }
	/** Nothing can be shown but why. */
	| { kind: 'refused'; title: string; texts: string[] }
	/** The prompt is there; nothing heavy is. */
	| { kind: 'cold' }
	| { kind: 'opening' }
	/** The editor or the storage could not be fetched. */
	| { kind: 'stuck' }
	| { kind: 'live'; bench: FrameBench };

type Means = {
	parameters: Parameters;
	surroundings: Surroundings;
	version: string;
	load(): Promise<{ ok: true; value: Loaded } | { ok: false; error: Obstacle }>;
	/** Brings everything that the work needs. */
	open(loaded: Loaded, watcher: Watcher): Promise<FrameBench>;
	/** Who is told what happens. */
	watcher(): Watcher;
};

/**
 * One exercise in a frame on somebody else's page, from its prompt to its verdict. Without runes: what
 * is shown before the start does without the library.
 */
export class Frame {
	#phase: Phase = { kind: 'loading' };
	#challenge: Challenge | null = null;
	readonly #listeners = new Set<() => void>();
	#unreachable = false;
	#kept: WorkState | null = null;
	#loaded: Loaded | null = null;
	#loading: Promise<void> | null = null;
	#starting: Promise<FrameBench | null> | null = null;
	readonly #means: Means;

	constructor(means: Means) {
		this.#means = means;
	}

	get phase(): Phase {
		return this.#phase;
	}
	get challenge(): Challenge | null {
		return this.#challenge;
	}
	get parameters(): Parameters {
		return this.#means.parameters;
	}
	get surroundings(): Surroundings {
		return this.#means.surroundings;
	}
	get bench(): FrameBench | null {
		return this.#phase.kind === 'live' ? this.#phase.bench : null;
	}
	/** The program as it stands. */
	get code(): string {
		return this.bench?.draft.code ?? this.#kept?.code ?? this.#challenge?.starter ?? '';
	}
	/** Where the work is kept, in a word for programs. */
	get storage(): ReadyData['capabilities']['storage'] {
		const { parameters, surroundings } = this.#means;
		if (parameters.state === 'parent') return 'parent';
		if (parameters.state === 'none' || surroundings.sandboxed) return 'memory';
		if (this.bench?.durable === false) return 'memory';
		return surroundings.apart ? 'partitioned' : 'local';
	}

	/** Why there is no exercise, for programs; null where there is one. */
	get obstacle(): Refusal | null {
		if (this.#phase.kind !== 'refused') return null;
		return {
			refused: this.#unreachable ? 'exercise-unreachable' : 'exercise-unknown',
			message: reasonOf(this.#phase),
		};
	}

	/** Calls on each change of phase or text; returns the way out. */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	/** Whether a part is there at all, by the address and by the mode. */
	shows(part: Part): boolean {
		const { shown, mode } = this.#means.parameters;
		if (!shown.includes(part)) return false;
		if (mode === 'quiz') return part !== 'solution' && part !== 'hints';
		return mode !== 'demo' || part !== 'tests';
	}

	/** Fetches the exercise's text, once. */
	load(): Promise<void> {
		this.#loading ??= this.#load();
		return this.#loading;
	}

	/** Brings editor and storage, once. Null when they could not be fetched. */
	start(): Promise<FrameBench | null> {
		this.#starting ??= this.#start();
		return this.#starting;
	}

	/** Goes on from work that the page around the frame has kept. */
	async restore(work: WorkState): Promise<void> {
		this.#kept = work;
		await this.bench?.restore(work);
	}

	/** What `ready` says; null before the exercise is there. */
	ready(): ReadyData | null {
		const challenge = this.#challenge;
		if (!challenge || !this.#loaded) return null;
		const { slug, version, title } = challenge;
		return {
			versions: { protocol: 1, app: this.#means.version },
			exercise: { slug, version, title },
			hash: this.#loaded.hash,
			capabilities: { jspi: 'Suspending' in WebAssembly, storage: this.storage },
		};
	}

	async #load(): Promise<void> {
		const loaded = await this.#means.load();
		if (!loaded.ok) {
			this.#unreachable = loaded.error.kind === 'unreachable';
			this.#turn({ kind: 'refused', title: loaded.error.title, texts: [loaded.error.text] });
			return;
		}
		this.#loaded = loaded.value;
		this.#challenge = this.#withStarter(loaded.value.challenge);
		this.#turn({ kind: 'cold' });
	}

	async #start(): Promise<FrameBench | null> {
		await this.load();
		const loaded = this.#loaded;
		if (!loaded) return null;
		this.#turn({ kind: 'opening' });
		try {
			const challenge = this.#withStarter(loaded.render ? await loaded.render() : loaded.challenge);
			const bench = await this.#means.open({ ...loaded, challenge }, this.#means.watcher());
			if (this.#kept) await bench.restore(this.#kept);
			this.#turn({ kind: 'live', bench });
			return bench;
		} catch {
			this.#starting = null;
			this.#turn({ kind: 'stuck' });
			return null;
		}
	}

	#turn(phase: Phase): void {
		this.#phase = phase;
		for (const listener of this.#listeners) listener();
	}

	#withStarter(challenge: Challenge): Challenge {
		const { code } = this.#means.parameters;
		return code === null ? challenge : { ...challenge, starter: code };
	}
}

/** Why nothing can be shown, in one text for programs. */
export function reasonOf({ title, texts }: Phase & { kind: 'refused' }): string {
	return `${title}. ${texts.join(' ')}`;
}

/** What is said when an address cannot be followed. */
export function refusal(problems: readonly ParameterProblem[]): Phase & { kind: 'refused' } {
	const title = 'This frame’s address has a mistake';
	return { kind: 'refused', title, texts: problems.map(({ message }) => message) };
}

/** The name of the database: work on another text or of another exercise is not mixed with it. */
export function databaseName({ id, code, source }: Parameters, hash: string): string {
	const apart = [id, code ?? '', source.kind === 'built-in' ? '' : hash];
	if (apart.every((part) => part === '')) return 'dry-run';
	return `dry-run.${sha256(JSON.stringify(apart)).slice(0, 16)}`;
}
