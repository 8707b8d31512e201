import type { Challenge } from '../core/challenge';
import type { Handlers } from '../editor/handlers';
import type { EditorMemory } from '../editor/memory';
import type { Mark } from '../editor/marks';
import type { AppStorage } from '../storage/storage';
import type { Bench } from './bench';
import { DraftKeeper } from './draft.svelte';
import { marksOf } from './marks';
import { NoteKeeper } from './notes.svelte';
import type { PythonState } from './python.svelte';
import { Stepper, type SteppedTest } from './stepper.svelte';
import { Study } from './study.svelte';
import { TermsKeeper } from './terms.svelte';
import { Trial } from './trial.svelte';

export type Tab = 'prompt' | 'hints' | 'debrief' | 'notes' | 'attempts';

/** One exercise on the desk: its text, notes, trials and what was given away. */
export class Workspace implements Bench {
	#tab = $state.raw<Tab>('prompt');
	#stdin = $state.raw('');
	/** The editor's own state, so that undo outlives the page. */
	readonly editor: EditorMemory = { state: null };
	readonly handlers: Handlers = {
		change: (code) => this.draft.type(code),
		run: () => void this.run(),
		check: () => void this.check(),
		breakpoints: (lines) => this.stepper.mark(lines),
		line: (line) => void this.stepper.toLine(line),
	};
	readonly trial: Trial;
	readonly stepper: Stepper;
	readonly draft: DraftKeeper;
	readonly notes: NoteKeeper;
	readonly study: Study;
	readonly terms: TermsKeeper;

	readonly challenge: Challenge;
	readonly #afterFirstPass: () => void;

	private constructor(
		challenge: Challenge,
		afterFirstPass: () => void,
		parts: Pick<Workspace, 'trial' | 'stepper' | 'draft' | 'notes' | 'study' | 'terms'>,
	) {
		this.challenge = challenge;
		this.#afterFirstPass = afterFirstPass;
		this.trial = parts.trial;
		this.stepper = parts.stepper;
		this.draft = parts.draft;
		this.notes = parts.notes;
		this.study = parts.study;
		this.terms = parts.terms;
	}

	/** Reads what is stored of the challenge. `afterFirstPass` is called when one is made. */
	static async open(
		challenge: Challenge,
		storage: AppStorage,
		python: PythonState,
		afterFirstPass: () => void,
	): Promise<Workspace> {
		const { slug, version } = challenge;
		const study = new Study(challenge, storage);
		const [draft, note, terms] = await Promise.all([
			storage.drafts.get(slug, version),
			storage.notes.get(slug),
			storage.terms.get(slug),
			study.load(),
		]);
		return new Workspace(challenge, afterFirstPass, {
			trial: new Trial(challenge, python),
			stepper: new Stepper(challenge, python),
			draft: new DraftKeeper(challenge, storage, draft),
			notes: new NoteKeeper(slug, storage, note),
			study,
			terms: new TermsKeeper(slug, storage, terms),
		});
	}

	get tab(): Tab {
		return this.#tab;
	}
	get stdin(): string {
		return this.#stdin;
	}
	/** The learner's lines that the last run or check points at; the first failing test first. */
	get marks(): readonly Mark[] {
		return marksOf(this.trial);
	}

	turnTo(tab: Tab): void {
		this.#tab = tab;
	}

	fillStdin(text: string): void {
		this.#stdin = text;
	}

	async run(): Promise<void> {
		void this.stepper.close();
		void this.draft.flush();
		await this.trial.run(this.draft.code, this.#stdin);
	}

	/** The line that the stepper is at, while the text is the one that was recorded. */
	get stepLine(): number | null {
		const { state, step } = this.stepper;
		if (state.kind !== 'on' || state.code !== this.draft.code) return null;
		return step?.file === 'solution' ? step.line : null;
	}

	/** Records the program, or one test of it, to step through. */
	async stepThrough(test: SteppedTest | null): Promise<void> {
		void this.draft.flush();
		await this.trial.stop();
		await this.stepper.record(this.draft.code, this.#stdin, test);
	}

	async check(): Promise<void> {
		void this.stepper.close();
		void this.draft.flush();
		const { code } = this.draft;
		const asked = new Date();
		const under = this.terms.circumstances(asked);
		const report = await this.trial.check(code, under);
		if (!report) return;
		const [first] = await Promise.all([
			this.study.keep(code, report, under),
			this.terms.checked(report, asked),
		]);
		if (first) this.#afterFirstPass();
	}

	async stop(): Promise<void> {
		await this.trial.stop();
	}

	/** Saves what is still on its way; called when the page goes out of sight. */
	async leave(): Promise<void> {
		await Promise.all([this.draft.leave(), this.notes.flush(), this.terms.flush()]);
	}
}
