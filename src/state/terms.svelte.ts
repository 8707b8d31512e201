import {
	asksAnything,
	unconstrained,
	type Circumstances,
	type Constraints,
} from '../core/constraint';
import type { Report } from '../core/report';
import { afterCheck, agree, beginAnew, circumstances, isLocked, type Terms } from '../core/terms';
import type { AppStorage } from '../storage/storage';

const pause = 400;

/** Under which constraints a challenge is taken; kept until they are changed. */
export class TermsKeeper {
	#terms = $state.raw<Terms | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<void> = Promise.resolve();
	#dirty = false;
	readonly #slug: string;
	readonly #storage: AppStorage;

	constructor(slug: string, storage: AppStorage, stored: Terms | undefined) {
		this.#slug = slug;
		this.#storage = storage;
		this.#terms = stored ?? null;
		storage.subscribe((change) => {
			const here = change.kind === 'terms' && change.slug === slug;
			if ((here || change.kind === 'everything') && !this.#dirty) void this.#load();
		});
	}

	get constraints(): Constraints {
		return this.#terms?.constraints ?? unconstrained;
	}
	/** Whether anything is asked for. */
	get chosen(): boolean {
		return asksAnything(this.constraints);
	}
	/** Whether the editor waits for an explanation. */
	get locked(): boolean {
		return isLocked(this.#terms);
	}
	get explanation(): string {
		return this.#terms?.explanation ?? '';
	}
	/** Start and end of the clock, milliseconds of `Date.now()`; the end is null while it runs. */
	get clock(): { begun: number; ended: number | null } | null {
		const { begun = null, ended = null } = this.#terms ?? {};
		if (begun === null) return null;
		return { begun: Date.parse(begun), ended: ended === null ? null : Date.parse(ended) };
	}

	/** Takes the challenge under other constraints from now on. */
	choose(constraints: Constraints): Promise<void> {
		return this.#put(agree(this.#terms, this.#slug, constraints, new Date()));
	}

	/** Full time, nothing explained. */
	async beginAnew(): Promise<void> {
		if (this.#terms) await this.#put(beginAnew(this.#terms, new Date()));
	}

	type(explanation: string): void {
		if (!this.#terms) return;
		this.#terms = { ...this.#terms, explanation, savedAt: new Date().toISOString() };
		this.#dirty = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), pause);
	}

	/** The approach is explained; the editor opens. */
	async explain(): Promise<void> {
		if (!this.#terms) return;
		const explained = new Date().toISOString();
		await this.#put({ ...this.#terms, explained, savedAt: explained });
	}

	/** What an attempt that is asked for at this moment is made under. */
	circumstances(asked: Date): Circumstances | undefined {
		return circumstances(this.#terms, asked);
	}

	/** A check that was asked for then has ended. */
	async checked(report: Report, asked: Date): Promise<void> {
		if (!this.#terms) return;
		const next = afterCheck(this.#terms, { report }, asked);
		if (next !== this.#terms) await this.#put(next);
	}

	/** Resolves when all that was typed so far is saved. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#saving = this.#saving.then(() => this.#save());
		return this.#saving;
	}

	#put(terms: Terms): Promise<void> {
		this.#terms = terms;
		this.#dirty = true;
		return this.flush();
	}

	async #save(): Promise<void> {
		if (!this.#dirty || !this.#terms) return;
		this.#dirty = false;
		await this.#storage.terms.save(this.#terms);
	}

	async #load(): Promise<void> {
		this.#terms = (await this.#storage.terms.get(this.#slug)) ?? null;
	}
}
