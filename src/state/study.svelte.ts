import type { Attempt } from '../core/attempt';
import { attemptFileName, makeAttemptFile } from '../core/attemptfile';
import type { Challenge } from '../core/challenge';
import type { Circumstances } from '../core/constraint';
import { type NewEvent, givenAway } from '../core/event';
import type { Report } from '../core/report';
import { hashOf } from '../core/hash';
import { sha256 } from '../core/sha256';
import type { AppStorage } from '../storage/storage';

/** What was looked at and what was tried, for one challenge. */
export class Study {
	#hints = $state.raw(0);
	#debriefAsked = $state.raw(false);
	#solutionSeen = $state.raw(false);
	#attempts = $state.raw<readonly Attempt[]>([]);
	readonly #challenge: Challenge;
	readonly #storage: AppStorage;

	constructor(challenge: Challenge, storage: AppStorage) {
		this.#challenge = challenge;
		this.#storage = storage;
		storage.subscribe((change) => {
			const here = 'slug' in change && change.slug === challenge.slug;
			if (here || change.kind === 'everything') void this.load();
		});
	}

	/** How many hints are open. */
	get hints(): number {
		return this.#hints;
	}
	get passed(): boolean {
		return this.#attempts.some((attempt) => attempt.report.status === 'pass');
	}
	/** Open after a pass, or once asked for. */
	get debriefOpen(): boolean {
		return this.#debriefAsked || this.passed;
	}
	get solutionSeen(): boolean {
		return this.#solutionSeen;
	}
	/** Newest first. */
	get attempts(): readonly Attempt[] {
		return this.#attempts;
	}

	async load(): Promise<void> {
		const { slug } = this.#challenge;
		const [events, attempts] = await Promise.all([
			this.#storage.events.forSlug(slug),
			this.#storage.attempts.forSlug(slug),
		]);
		const given = givenAway(events);
		this.#hints = Math.min(given.hintsShown, this.#challenge.hints.length);
		this.#debriefAsked = given.debriefSeen;
		this.#solutionSeen = given.solutionSeen;
		this.#attempts = attempts.toReversed();
	}

	async opened(): Promise<void> {
		await this.#record({ kind: 'opened', ...this.#key() });
	}

	async nextHint(): Promise<void> {
		if (this.#hints >= this.#challenge.hints.length) return;
		this.#hints += 1;
		await this.#record({ kind: 'hint-shown', hint: this.#hints, ...this.#key() });
	}

	async askDebrief(): Promise<void> {
		if (this.#debriefAsked) return;
		this.#debriefAsked = true;
		await this.#record({ kind: 'debrief-shown', ...this.#key() });
	}

	async showSolution(): Promise<void> {
		if (this.#solutionSeen) return;
		this.#solutionSeen = true;
		await this.#record({ kind: 'solution-shown', ...this.#key() });
	}

	/** Keeps a check. Resolves with whether it is the first pass of this challenge. */
	async keep(code: string, report: Report, under?: Circumstances): Promise<boolean> {
		const first = report.status === 'pass' && !this.passed;
		const attempt = await this.#storage.attempts.add({
			...this.#key(),
			code,
			report,
			hintsShown: this.#hints,
			debriefSeen: this.#debriefAsked,
			...(under && { under }),
		});
		this.#attempts = [attempt, ...this.#attempts];
		return first;
	}

	/** An attempt as a file to be handed in; `learner` is null for somebody who gives no name. */
	async file(attempt: Attempt, learner: string | null): Promise<{ name: string; text: string }> {
		const { slug, version, at, code, report } = attempt;
		const events = await this.#storage.events.forSlug(slug);
		const file = makeAttemptFile({
			exercise: { slug, version, hash: hashOf(this.#challenge) },
			learner,
			at,
			code,
			events: events.filter((event) => Date.parse(event.at) <= Date.parse(at)),
			report,
			codeHash: sha256(code),
		});
		return { name: attemptFileName(file), text: `${JSON.stringify(file, null, '\t')}\n` };
	}

	async #record(event: NewEvent): Promise<void> {
		await this.#storage.events.record(event);
	}

	#key(): { slug: string; version: number } {
		return { slug: this.#challenge.slug, version: this.#challenge.version };
	}
}
