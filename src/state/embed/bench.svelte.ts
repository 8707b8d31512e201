import type { Challenge } from '../../core/challenge';
import { scoreOf } from '../../core/attempt';
import type { Report } from '../../core/report';
import type { EndStatus, WorkState } from '../../embed/messages';
import type { Handlers } from '../../editor/handlers';
import type { Mark } from '../../editor/marks';
import type { EditorMemory } from '../../editor/memory';
import type { AppStorage } from '../../storage/storage';
import type { Bench } from '../bench';
import { DraftKeeper } from '../draft.svelte';
import { marksOf } from '../marks';
import type { PythonState } from '../python.svelte';
import { Study } from '../study.svelte';
import { Trial } from '../trial.svelte';

/** What happens on the bench, for the page around the frame. */
export type Watcher = {
	began(run: number, what: 'run' | 'check'): void;
	ended(run: number, what: 'run' | 'check', status: EndStatus, ms: number): void;
	judged(code: string, report: Report): void;
	/** The text or what was given away has changed. */
	changed(): void;
	lost(): void;
};

type Means = {
	challenge: Challenge;
	storage: AppStorage;
	python: PythonState;
	/** Whether programs are only run. */
	demo: boolean;
	watcher: Watcher;
};

/** The place of work in a frame: one exercise, its text, its runs and checks. */
export class FrameBench implements Bench {
	#stdin = $state.raw('');
	#runs = 0;
	/** From a page that keeps the work itself: checks and best score before this load. */
	#before: Pick<WorkState, 'attempts' | 'best'> = { attempts: 0, best: null };
	readonly trial: Trial;
	readonly draft: DraftKeeper;
	readonly study: Study;
	readonly challenge: Challenge;
	readonly editor: EditorMemory = { state: null };
	readonly handlers: Handlers = {
		change: (code) => this.#typed(code),
		run: () => void this.run(),
		check: () => void (this.#means.demo ? this.run() : this.check()),
	};
	readonly #means: Means;

	private constructor(means: Means, draft: DraftKeeper, study: Study) {
		this.#means = means;
		this.challenge = means.challenge;
		this.draft = draft;
		this.study = study;
		this.trial = new Trial(means.challenge, means.python);
	}

	/** Reads what is stored of the exercise. */
	static async open(means: Means): Promise<FrameBench> {
		const { challenge, storage } = means;
		const study = new Study(challenge, storage);
		const [stored] = await Promise.all([
			storage.drafts.get(challenge.slug, challenge.version),
			study.load(),
		]);
		return new FrameBench(means, new DraftKeeper(challenge, storage, stored), study);
	}

	get stdin(): string {
		return this.#stdin;
	}
	get marks(): readonly Mark[] {
		return marksOf(this.trial);
	}
	/** Checks so far, those before this load included. */
	get attempts(): number {
		return this.#before.attempts + this.study.attempts.length;
	}
	/** The work as a page around the frame may keep it. */
	get work(): WorkState {
		const scores = this.study.attempts.map(({ report }) => scoreOf(report));
		const all = this.#before.best === null ? scores : [...scores, this.#before.best];
		return {
			code: this.draft.code,
			hints: this.study.hints,
			attempts: this.attempts,
			best: all.length > 0 ? Math.max(...all) : null,
		};
	}

	/** Whether what is written now will be there tomorrow. */
	get durable(): boolean {
		return this.#means.storage.health.durable;
	}

	fillStdin(text: string): void {
		this.#stdin = text;
	}

	/** Starts a free run; the answer is its number. */
	start(what: 'run' | 'check'): number {
		const run = this.#runs + 1;
		void (what === 'run' ? this.run() : this.check());
		return run;
	}

	async run(): Promise<void> {
		void this.draft.flush();
		await this.#during('run', async () => {
			await this.trial.run(this.draft.code, this.#stdin);
			const { runEnd } = this.trial;
			if (runEnd?.kind === 'lost') this.#means.watcher.lost();
			if (runEnd?.kind !== 'result') return 'error';
			const { status } = runEnd.result;
			return status === 'crashed' ? 'error' : status;
		});
	}

	async check(): Promise<void> {
		void this.draft.flush();
		const { code } = this.draft;
		await this.#during('check', async () => {
			const report = await this.trial.check(code);
			if (!report) {
				const lost = this.trial.checkResult?.kind === 'lost';
				if (lost) this.#means.watcher.lost();
				return lost ? 'error' : 'stopped';
			}
			await this.study.keep(code, report);
			this.#means.watcher.judged(code, report);
			return 'ok';
		});
	}

	async stop(): Promise<void> {
		await this.trial.stop();
	}

	async reset(): Promise<void> {
		await this.draft.reset();
		this.#means.watcher.changed();
	}

	/** Puts a text in place of the present one. */
	async write(code: string): Promise<void> {
		await this.draft.replace(code);
		this.#means.watcher.changed();
	}

	/** A hint was opened. */
	touched(): void {
		this.#means.watcher.changed();
	}

	/** Goes on from work that was kept elsewhere. */
	async restore(work: WorkState): Promise<void> {
		this.#before = { attempts: work.attempts, best: work.best };
		while (this.study.hints < Math.min(work.hints, this.challenge.hints.length))
			await this.study.nextHint();
		await this.draft.replace(work.code);
	}

	async leave(): Promise<void> {
		await this.draft.leave();
	}

	#typed(code: string): void {
		if (code === this.draft.code) return;
		this.draft.type(code);
		this.#means.watcher.changed();
	}

	async #during(what: 'run' | 'check', work: () => Promise<EndStatus>): Promise<void> {
		const { watcher } = this.#means;
		const run = ++this.#runs;
		const since = performance.now();
		watcher.began(run, what);
		const status = await work();
		// A later run took over: this one ended when that began.
		const ending = run === this.#runs ? status : 'stopped';
		watcher.ended(run, what, ending, Math.round(performance.now() - since));
	}
}
