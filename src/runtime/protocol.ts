import type { Limits, SideFile } from '../core/challenge';
import type { Enforced } from '../core/constraint';
import type { OutputChunk } from '../core/report';
import type { Source } from './assets';

/** Name of the metered module's exported, mutable `i64` global that holds the count of steps. */
export const COST_EXPORT = '__cost';

/** All that a worker needs to start Python. */
export type Parts = {
	/** The metered interpreter, compiled. */
	module: WebAssembly.Module;
	/** A memory image, see worker/image.ts; null starts Python from `library` and `sources`. */
	image: WebAssembly.Module | null;
	/** The standard library's zip. An image runs without it until something else is imported. */
	library: ArrayBuffer | null;
	/** Our own Python files: path → text. Empty where an image holds them. */
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
			/** What lies beside the program; absent for nothing. */
			files?: SideFile[];
			/** What is judged besides the tests, as entries of the report; absent for nothing. */
			constraints?: Enforced;
	  }
	| {
			kind: 'run';
			code: string;
			stdin: string;
			tests: string | null;
			solution: string | null;
			/** What lies beside the program; absent for nothing. */
			files?: SideFile[];
			seconds: number;
	  }
	| {
			kind: 'trace';
			code: string;
			stdin: string;
			/** The one test to record, by its id; null records a free run. */
			test: string | null;
			tests: string | null;
			solution: string | null;
			/** What lies beside the program; absent for nothing. */
			files?: SideFile[];
			/** What the test's measurements may take, in metered steps. */
			cost: number;
			seconds: number;
	  }
	/** Asks what modules offer; no program runs. */
	| { kind: 'names'; modules: readonly string[]; seconds: number };

/** What a worker says while it works. `test` carries JSON text made by Python. */
export type JobEvent =
	| { type: 'output'; chunk: OutputChunk }
	| { type: 'truncated' }
	| { type: 'input'; prompt: string }
	/** The program starts again from the beginning; forget what it said so far. */
	| { type: 'restart' }
	| { type: 'test'; json: string };

/** How a worker's one job ends. `result` carries JSON text made by Python. */
export type Ending =
	| { type: 'result'; json: string }
	/** The interpreter died; `line` is the learner's line that it was last seen on. */
	| { type: 'crashed'; text: string; line: number | null }
	/** It was ended from outside, past its wall time. */
	| { type: 'overdue' };

const ENDINGS: readonly string[] = ['result', 'crashed', 'overdue'];

/** Tells a worker's last message from those before it. */
export function isEnding(message: { type: string }): message is Ending {
	return ENDINGS.includes(message.type);
}

/** A run's nonce, which nobody can guess; also on plain http, where there is no `randomUUID`. */
export function newNonce(): string {
	return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** Worker's one job with the nonce that its every answer must carry. */
export type Assignment = { job: Job; nonce: string };
export type FromWorker =
	| { type: 'booted' }
	/** Python did not start at all. */
	| { type: 'stillborn'; text: string }
	/** The program asked for the standard library before that had arrived: to be done again. */
	| { type: 'unfinished'; nonce: string }
	| (JobEvent & { nonce: string })
	| (Ending & { nonce: string });
/**
 * A worker's first message, which brings its port. `interactive`: whether Python can be suspended;
 * `hasImage`: whether the parts, once they come, will hold a memory image.
 */
export type Setting = { interactive: boolean; hasImage: boolean };
export type ToWorker =
	| { type: 'boot'; parts: Parts }
	| { type: 'library'; library: ArrayBuffer }
	/** Should a check come, it will be of these tests: they can be read ahead. */
	| { type: 'expect'; tests: string }
	| ({ type: 'job' } & Assignment)
	| { type: 'line'; line: string | null };

/**
 * What the frame is told first. `standby`: whether a second interpreter is kept beside one that works;
 * `tests`: of the check that probably comes.
 */
export type Opening = Setting & { standby: boolean; tests: string | null };

/** Page to frame, over the port that came with the first message. */
export type ToFrame =
	/** A worker can start while the parts are on their way. */
	| ({ type: 'open'; worker: string } & Opening)
	/** The next check is probably of these tests. */
	| { type: 'expect'; tests: string }
	/** What each interpreter is started from; `image` as in `Parts`. */
	| { type: 'boot'; wasm: Source; image: Source | null; sources: Record<string, string> }
	| { type: 'library'; library: ArrayBuffer }
	/** `seconds`: wall time after which the worker is ended. */
	| ({ type: 'start'; run: number; seconds: number } & Assignment)
	| { type: 'line'; run: number; line: string | null }
	| { type: 'stop'; run: number };

/** Frame to page, of a run: carries its number and its nonce. */
export type FromRun =
	| { type: 'event'; run: number; nonce: string; event: JobEvent }
	| { type: 'ending'; run: number; nonce: string; ending: Ending };
export type FromFrame = { type: 'ready' } | { type: 'broken'; text: string } | FromRun;
