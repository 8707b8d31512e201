import type { Limits } from '../core/challenge';
import type { OutputChunk } from '../core/report';

/** Name of the metered module's exported, mutable `i64` global that holds the count of steps. */
export const COST_EXPORT = '__cost';

/** All that a worker needs to start Python. `sources`: path → text of our own Python files. */
export type Parts = {
	module: WebAssembly.Module;
	image: Uint8Array<ArrayBuffer> | null;
	stdlib: ArrayBuffer;
	sources: Record<string, string>;
};

/** What one worker does in its life. `seconds`: wall time; `cost`: metered steps of one test. */
export type Job =
	| {
			kind: 'check';
			code: string;
			tests: string;
			solution: string | null;
			limits: Limits;
			/** Ids of tests that an earlier worker already answered for. */
			skip: string[];
	  }
	| {
			kind: 'run';
			code: string;
			stdin: string;
			tests: string | null;
			solution: string | null;
			seconds: number;
	  };

/** What a worker says while it works. `test` carries JSON text made by Python. */
export type JobEvent =
	| { type: 'output'; chunk: OutputChunk }
	| { type: 'truncated' }
	| { type: 'input'; prompt: string }
	| { type: 'test'; json: string };

/** How a worker's one job ends. `result` carries JSON text made by Python. */
export type Ending =
	| { type: 'result'; json: string }
	/** The interpreter died; `line` is the learner's line that it was last seen on. */
	| { type: 'crashed'; text: string; line: number | null }
	/** It was ended from outside, past its wall time. */
	| { type: 'overdue' };
