import type { Trial } from './trial.svelte';

/** A place to run and check a program, on an exercise or in an interview. */
export interface Bench {
	readonly trial: Trial;
	/** What the program reads from standard input. */
	readonly stdin: string;
	fillStdin(text: string): void;
	run(): Promise<void>;
	check(): Promise<void>;
	stop(): Promise<void>;
}
