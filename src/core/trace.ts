import type { Problem } from './report';

/** Text, the number of an object, or (in a tuple of one) the number of a suspendable frame. */
export type TraceValue = string | number | [number];

export type FrameState = 'running' | 'calling' | 'suspended' | 'waiting' | 'created';
export type FrameKind = 'module' | 'function' | 'generator' | 'coroutine' | 'async generator';

/** One frame as it was at some steps. `solution`: the learner's file, `tests`: the exercise's. */
export type TraceFrame = {
	/** The same as long as it is the same frame; a generator's is also the generator's number. */
	id: number;
	name: string;
	kind: FrameKind;
	file: 'solution' | 'tests';
	line: number;
	state: FrameState;
	/** The frame that called, pulled or awaited it last. */
	by: number | null;
	/** The frame that it has called, or that it waits for. */
	on: number | null;
	/** What else it waits for, for example `a lock`; else empty. */
	waits: string;
	/** The thread that waits in it; null for all other frames. */
	thread: string | null;
	variables: [name: string, value: TraceValue][];
	/** How many variables are left out. */
	more: number;
};

/** One object as it was at some steps. */
export type TraceObject =
	| { id: number; type: string; more: number; kind: 'dict'; contents: [TraceValue, TraceValue][] }
	| { id: number; type: string; more: number; kind: 'fields'; contents: [string, TraceValue][] }
	| {
			id: number;
			type: string;
			more: number;
			kind: 'list' | 'tuple' | 'set' | 'deque' | 'iterator';
			contents: TraceValue[];
	  };

/** One step. `line`: about to run it; `wait`: a coroutine waits and lets others run. */
export type TraceStep = {
	file: 'solution' | 'tests';
	line: number;
	event: 'line' | 'return' | 'yield' | 'wait' | 'raise';
	/** What is returned or yielded, or the error as text; null where there is nothing to show. */
	value: TraceValue | null;
	/** Characters of the output that were printed before. */
	out: number;
	/** The thread that runs; null while there is only one. */
	thread: string | null;
	/** Indices into the trace's frames, the running one first. */
	frames: number[];
	/** How many frames are left out before the last. */
	deep: number;
	/** Indices of suspended frames. */
	parked: number[];
	/** Indices into the trace's objects. */
	objects: number[];
};

/** A program, or one test of it, recorded step by step; made by Python. */
export type Trace = {
	version: 1;
	/** What went wrong in the end, for the learner; null where nothing did, or too much was measured. */
	message: string | null;
	problem: Problem | null;
	/** The step at which the error that ended it was raised. */
	failing: number | null;
	/** Why the end is missing: 5 000 steps, too much to show in them, or too long a wait. */
	cut: 'steps' | 'size' | 'time' | null;
	steps: TraceStep[];
	frames: TraceFrame[];
	objects: TraceObject[];
	output: string;
	/** Lines of the tests' file that occur, by their numbers. */
	tests: Record<string, string>;
};
