// Nothing is imported here: these declarations are published as they are, in `embed.d.ts`.

/** How a free run or a check ended. */
export type EndStatus = 'ok' | 'error' | 'timeout' | 'stopped';

/** What the frame says once it is there, and again to each `hello`. */
export type ReadyData = {
	versions: { protocol: 1; app: string };
	exercise: { slug: string; version: number; title: string };
	/** SHA-256, hexadecimal, of what decides a verdict. */
	hash: string;
	capabilities: {
		/** Whether a running program can be suspended for `input()` and threads. */
		jspi: boolean;
		/** Where the learner's work is kept: for good, apart from the site's own, or not at all. */
		storage: 'local' | 'partitioned' | 'memory' | 'parent';
	};
};

/** One judged attempt. It was judged on the learner's own device, hence `trust`. */
export type ResultData = {
	/** Counts the checks of this exercise, from 1. */
	attempt: number;
	/** Tests that hold, of all: 0 to 1. */
	score: number;
	passed: number;
	total: number;
	/** Whether everything holds. */
	complete: boolean;
	report: {
		status: 'pass' | 'fail' | 'error';
		message: string | null;
		tests: { id: string; title: string; status: 'pass' | 'fail' | 'error'; aspect: string }[];
	};
	exercise: { slug: string; version: number; title: string };
	/** SHA-256, hexadecimal. */
	exerciseHash: string;
	/** SHA-256 of the program in UTF-8, hexadecimal. */
	codeHash: string;
	trust: 'client';
};

/** A learner's work as the page around the frame may keep it. */
export type WorkState = {
	code: string;
	/** How many hints are open. */
	hints: number;
	/** Number of checks so far. */
	attempts: number;
	/** Best score so far, 0 to 1; null before the first check. */
	best: number | null;
};

export type ErrorCode =
	| 'bad-parameter'
	| 'exercise-unknown'
	| 'exercise-unreachable'
	| 'python-lost'
	| 'not-allowed'
	| 'not-ready'
	| 'failed';

/** From the frame to the page around it: data by type. */
export type OutData = {
	ready: ReadyData;
	/** Pixels. */
	resize: { height: number };
	'run.start': { run: number; what: 'run' | 'check' };
	'run.end': { run: number; what: 'run' | 'check'; status: EndStatus; ms: number };
	change: { dirty: boolean; length: number };
	result: ResultData;
	state: { state: WorkState; revision: number };
	error: { code: ErrorCode; message: string };
};

/** From the page around the frame to it: data by type. */
export type InData = {
	hello: Record<string, never>;
	'code.get': Record<string, never>;
	'code.set': { code: string };
	run: Record<string, never>;
	check: Record<string, never>;
	stop: Record<string, never>;
	reset: Record<string, never>;
	theme: { theme: 'auto' | 'light' | 'dark'; accent?: string };
	'state.set': { state: WorkState; revision: number };
	focus: Record<string, never>;
};

/** What each call is answered with; `hello` with `ready`. A call that fails is answered by `error`. */
export type AnswerData = {
	hello: ReadyData;
	'code.get': { code: string };
	'code.set': Record<string, never>;
	run: { run: number };
	check: { run: number };
	stop: Record<string, never>;
	reset: Record<string, never>;
	theme: Record<string, never>;
	'state.set': { revision: number };
	focus: Record<string, never>;
};

export type OutType = keyof OutData;
export type InType = keyof InData;
