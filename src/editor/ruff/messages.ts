import type { Diagnostic } from '@astral-sh/ruff-wasm-web';

/** To the worker that Ruff runs in. */
export type Question = { id: number; kind: 'lint' | 'format'; code: string };

/** From it. `failed`: Ruff itself could not be had, or says why it cannot do it. */
export type Answer =
	| { id: number; kind: 'remarks'; remarks: Diagnostic[] }
	| { id: number; kind: 'formatted'; code: string }
	| { id: number; kind: 'failed'; text: string };
