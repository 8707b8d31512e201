import type { Challenge } from '../core/challenge';
import type { Report } from '../core/report';
import type { RunOutcome } from '../core/session';
import type { Bench } from './bench';
import type { PythonState } from './python.svelte';
import { runOutcome } from './runoutcome';
import type { Study } from './study.svelte';
import { Trial } from './trial.svelte';

type Interview = {
	/** The program as it stands, written down; null when nothing may be run any more. */
	code(): string | null;
	ran(outcome: RunOutcome): void;
	checked(report: Report): void;
	/** Called at a first pass. */
	persist(): void;
};

/** Runs and checks of an interview: told to it, and kept as attempts like any other. */
export class InterviewBench implements Bench {
	#stdin = $state.raw('');
	readonly trial: Trial;
	readonly #study: Study;
	readonly #interview: Interview;

	constructor(challenge: Challenge, python: PythonState, study: Study, interview: Interview) {
		this.trial = new Trial(challenge, python);
		this.#study = study;
		this.#interview = interview;
	}

	get stdin(): string {
		return this.#stdin;
	}

	fillStdin(text: string): void {
		this.#stdin = text;
	}

	async run(): Promise<void> {
		const code = this.#interview.code();
		if (code === null) return;
		await this.trial.run(code, this.#stdin);
		const outcome = runOutcome(this.trial);
		if (outcome && this.trial.activity.kind === 'idle') this.#interview.ran(outcome);
	}

	async check(): Promise<void> {
		const code = this.#interview.code();
		if (code === null) return;
		const report = await this.trial.check(code);
		if (!report) return;
		this.#interview.checked(report);
		if (await this.#study.keep(code, report)) this.#interview.persist();
	}

	async stop(): Promise<void> {
		await this.trial.stop();
	}
}
