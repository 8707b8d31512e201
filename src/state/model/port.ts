import type { ModelFailure } from '../../coach/model/failure';
import type { Prompt } from '../../coach/model/prompt';

/** Pieces of text as they come; at the end null, or why there will be no more. Never throws. */
export type Saying = AsyncGenerator<string, ModelFailure | null, void>;

/** A language model. The signal stops it. */
export interface ModelPort {
	ask(prompt: Prompt, signal: AbortSignal): Saying;
}

/** A model that can say nothing but why. */
export function muted(failure: ModelFailure): ModelPort {
	return {
		async *ask() {
			return failure;
		},
	};
}
