/** What a test is about. Source: the challenge's tests, through `judge.aspect`. */
export type Aspect =
	'correctness' | 'laziness' | 'concurrency' | 'growth' | 'memory' | 'threads' | 'style';

export type Verdict = 'pass' | 'fail' | 'error';

/** Cost of one size in a growth measurement: `n` items, `cost` in metered steps (no unit of time). */
export type GrowthPoint = { n: number; cost: number };

/** One item taken from a source: its index, and the learner's line that asked for it. */
export type Pull = {
	item: number;
	line: number | null;
	/** The item as text where it is a plain value, else empty. */
	value?: string;
	/** The test's line that ran meanwhile. */
	during?: string | null;
};

export type Fate = 'returned' | 'raised' | 'cancelled' | 'pending';

/** Virtual seconds from `start` to `end`. */
export type Span = { task: string; label: string; start: number; end: number; outcome: Fate };

/** One wait of a task, in virtual seconds. */
export type TaskWait = {
	/** For example `a lock`, `fetch(3)`, `2 s of sleep`. */
	for: string;
	/** Tasks that it waits for. */
	on: string[];
	/** The learner's line that waits. */
	line: number | null;
	start: number;
	end: number;
	/** The task that ended the wait; null where time did, or nobody knows. */
	by: string | null;
	/** Whether a cancellation ended it. */
	cut: boolean;
};

/** A task from its making to its end, in virtual seconds. */
export type TaskLife = {
	task: string;
	/** The learner's line that made it. */
	line: number | null;
	/** The task that made it. */
	parent: string | null;
	start: number;
	end: number;
	outcome: Fate;
	waits: TaskWait[];
	/** When it held up the whole loop. */
	blocks: { line: number | null; start: number; end: number }[];
};

/** Data to draw or to read out; every kind carries `text`, the same thing as a sentence. */
export type Evidence =
	| {
			kind: 'growth';
			text: string;
			points: GrowthPoint[];
			reference: GrowthPoint[] | null;
			/** Fitted class in words, for example `n log n`. */
			fitted: string;
			allowed: string;
	  }
	| { kind: 'cost'; text: string; cost: number; reference: number; ratio: number; allowed: number }
	| { kind: 'memory'; text: string; peakBytes: number; allowedBytes: number }
	| {
			kind: 'pulls';
			text: string;
			source: string;
			log: Pull[];
			closed: boolean;
			/** How many were taken, where the log holds only the first of them. */
			pulled?: number;
			/** Whether it had come to its end by itself. */
			ended?: boolean;
	  }
	| {
			kind: 'timeline';
			text: string;
			/** Virtual seconds. */
			elapsed: number;
			/** The most calls of services at once, and since when. */
			peak: number;
			peakAt?: number;
			/** Tasks and calls by their start; a call has its task's name. */
			spans: Span[];
			/** The first tasks with what they waited for. Absent in reports of earlier versions. */
			tasks?: TaskLife[];
	  }
	| { kind: 'counterexample'; text: string; input: string }
	| {
			/** What the learner's own tests found. */
			kind: 'bugs';
			text: string;
			/** `caughtBy` names the learner's tests that fail with the bug; none: it got away. */
			bugs: { symptom: string; caughtBy: string[] }[];
	  }
	| {
			kind: 'interleaving';
			text: string;
			/** What makes the same schedule again. */
			seed: number;
			threads: string[];
			/** In the order in which they were taken; `note` says what else happened, e.g. `waits for lock`. */
			steps: { thread: string; line: number; source: string; note: string | null }[];
			/** For a deadlock: each thread, what it waits for and who holds that. */
			waits: { thread: string; wants: string; heldBy: string | null }[];
	  };

/** One test's outcome. `id` is `Class.test_method` (or the bare function's name). */
export type TestReport = {
	id: string;
	title: string;
	status: Verdict;
	aspect: Aspect;
	/** The learner's own line (1-based) to look at first, or null. */
	line: number | null;
	/** Sentences for the learner; null on a pass. */
	message: string | null;
	expected: string | null;
	actual: string | null;
	/** What the test printed (stdout and stderr), cut at 10 000 characters. */
	output: string;
	/** Metered steps, rounded to three significant digits. */
	cost: number;
	/** Peak traced memory above the start in bytes, where a test measured it. */
	peakBytes: number | null;
	evidence: Evidence[];
	/** Full traceback with harness frames cut; null on a pass. */
	traceback: string | null;
};

/** The judge's answer to one check. `message` is set only when no test ran (status `error`). */
export type Report = {
	version: 1;
	status: Verdict;
	message: string | null;
	problem: Problem | null;
	tests: TestReport[];
};

/** An error in the learner's program, told in the learner's words. */
export type Problem = {
	/** Exception class, for example `NameError`, or `Stopped`, `TooDeep`, `OutOfMemory`, `Exit`. */
	type: string;
	/** The exception's own text, one line. */
	text: string;
	/** One plain sentence: what this error means here and what to look at. */
	explanation: string;
	/** The learner's own line and column (1-based), the innermost one that is theirs. */
	line: number | null;
	column: number | null;
	/** Full traceback with harness frames cut. */
	traceback: string;
};

/** Outcome of a free run. */
export type RunResult = {
	status: 'ok' | 'error' | 'stopped' | 'timeout' | 'crashed';
	/** `repr` of the last expression, as a REPL shows it; null when there is none. */
	value: string | null;
	problem: Problem | null;
	/** Whether output was cut at 1 MB or 10 000 lines. */
	truncated: boolean;
	/** The shown examples' results, when the run was given a challenge; otherwise null. */
	examples: TestReport[] | null;
};

export type OutputChunk = { stream: 'stdout' | 'stderr'; text: string };
