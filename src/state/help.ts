import type { Result } from '../core/errors';
import type { Names } from '../core/names';
import type { Help, Remark } from '../editor/help';
import type { Ruff } from '../editor/ruff/ruff';
import type { PythonState } from './python.svelte';

/** Milliseconds between two looks whether Python is there. */
const LOOK_AGAIN = 200;

/**
 * Lint and layout by Ruff, names from the interpreter; both for the whole page. Ruff is fetched at the
 * first pause or command after Python is there, so that the two do not compete.
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
		while (!this.#ready()) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
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

	/** Python has loaded, or will not. */
	#ready(): boolean {
		const { kind } = this.#python.status;
		return kind !== 'cold' && kind !== 'waiting' && kind !== 'loading';
	}

	#open(): Promise<Ruff> {
		this.#ruff ??= this.#start().catch((error: Error) => {
			this.#ruff = null;
			throw error;
		});
		return this.#ruff;
	}
}
