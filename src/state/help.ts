import type { Result } from '../core/errors';
import type { Names } from '../core/names';
import type { Help, Remark } from '../editor/help';
import type { Ruff } from '../editor/ruff/ruff';
import type { PythonState } from './python.svelte';

/** Milliseconds between two looks whether Python is at rest. */
const LOOK_AGAIN = 200;
/** At so many looks in a row it has nothing to do. */
const LOOKS = 8;

/**
 * Lint and layout by Ruff, names from the interpreter; both for the whole page. Ruff is fetched at the
 * first command, or when Python has come to rest, so that the two do not compete.
 */
export class EditorHelp implements Help {
	#ruff: Promise<Ruff> | null = null;
	#asking: Promise<void> = Promise.resolve();
	readonly #names = new Map<string, Names[string]>();
	readonly #python: PythonState;
	readonly #start: () => Promise<Ruff>;

	constructor(python: PythonState, start: () => Promise<Ruff>) {
		this.#python = python;
		this.#start = start;
	}

	async lint(code: string): Promise<readonly Remark[]> {
		if (!this.#ruff) await this.#rest();
		return await (await this.#open()).lint(code);
	}

	async format(code: string): Promise<Result<string, string>> {
		return await (await this.#open()).format(code);
	}

	async names(modules: readonly string[]): Promise<Names> {
		await this.#asking;
		const missing = modules.filter((module) => !this.#names.has(module));
		if (missing.length > 0 && this.#ready()) {
			this.#asking = this.#ask(missing);
			await this.#asking;
		}
		return Object.fromEntries(
			modules.flatMap((module) => {
				const known = this.#names.get(module);
				return known ? [[module, known]] : [];
			}),
		);
	}

	async #ask(modules: readonly string[]): Promise<void> {
		const found = await (await this.#python.open()).names(modules);
		for (const [module, known] of Object.entries(found ?? {})) this.#names.set(module, known);
	}

	async #rest(): Promise<void> {
		for (let looks = 0; looks < LOOKS; looks = this.#ready() ? looks + 1 : 0)
			await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
	}

	/** Python has loaded, or will not, and does nothing. */
	#ready(): boolean {
		const { kind } = this.#python.status;
		return kind === 'ready' || kind === 'stopped' || kind === 'crashed';
	}

	#open(): Promise<Ruff> {
		this.#ruff ??= this.#start().catch((error: Error) => {
			this.#ruff = null;
			throw error;
		});
		return this.#ruff;
	}
}
