import type { Answer } from '../core/answer';
import type { Role } from '../core/challenge';
import type { Drill, DrillMeta, DrillTopic, Level } from '../core/drill';
import { success, type ContentError, type Result } from '../core/errors';
import type { AppStorage } from '../storage/storage';
import type { Dictation } from './dictation.svelte';
import { Rehearsal } from './rehearsal.svelte';

export type DrillState = 'new' | 'begun' | 'answered' | 'due';

/** Every given criterion must hold. */
export type DrillFilter = {
	topic?: DrillTopic | null;
	level?: Level | null;
	state?: DrillState | null;
};

type Means = {
	storage: Promise<AppStorage>;
	drills: readonly DrillMeta[];
	load(slug: string): Promise<Result<Drill, ContentError>>;
	dictation: Dictation;
	/** Milliseconds; never goes back. */
	now: () => number;
	/** Slugs of the drills that are to be revised today. */
	due(): Promise<ReadonlySet<string>>;
	persist(): Promise<unknown>;
};

/** All drills, and what this person has answered. */
export class Drills {
	#answers = $state.raw<ReadonlyMap<string, readonly Answer[]>>(new Map());
	#begun = $state.raw<ReadonlySet<string>>(new Set());
	#due = $state.raw<ReadonlySet<string>>(new Set());
	#filter = $state.raw<DrillFilter>({});
	#open = new Map<string, Rehearsal>();
	readonly #means: Means;

	constructor(means: Means) {
		this.#means = means;
		void this.#follow();
	}

	get all(): readonly DrillMeta[] {
		return this.#means.drills;
	}
	get filter(): DrillFilter {
		return this.#filter;
	}
	/** Whether anything was answered yet. */
	get untouched(): boolean {
		return this.#answers.size === 0;
	}

	narrow(changes: DrillFilter): void {
		this.#filter = { ...this.#filter, ...changes };
	}

	widen(): void {
		this.#filter = {};
	}

	/** Answers to one drill, newest first. */
	answersTo(slug: string): readonly Answer[] {
		return this.#answers.get(slug) ?? [];
	}

	stateOf(slug: string): DrillState {
		if (this.#begun.has(slug)) return 'begun';
		const [last] = this.answersTo(slug);
		if (!last) return 'new';
		return this.#due.has(slug) ? 'due' : 'answered';
	}

	/** The drills that meet the filter, in the order of the content. */
	shown(role: Role | null): DrillMeta[] {
		const { topic, level, state } = this.#filter;
		return this.all.filter(
			(drill) =>
				(!role || drill.roles.includes(role)) &&
				(!topic || drill.topic === topic) &&
				(!level || drill.level === level) &&
				(!state || this.stateOf(drill.slug) === state),
		);
	}

	/** What to take next: begun, then due, then new, then the one whose last answer is oldest. */
	next(role: Role | null, present?: string): DrillMeta | null {
		const others = this.all.filter(
			({ slug, roles }) => slug !== present && (!role || roles.includes(role)),
		);
		for (const state of ['begun', 'due', 'new'] as const) {
			const found = others.find(({ slug }) => this.stateOf(slug) === state);
			if (found) return found;
		}
		const last = ({ slug }: DrillMeta) => Date.parse(this.answersTo(slug)[0]?.at ?? '');
		return others.toSorted((one, two) => last(one) - last(two))[0] ?? null;
	}

	/** A drill as it was left. */
	async open(slug: string): Promise<Result<Rehearsal, ContentError>> {
		const there = this.#open.get(slug);
		if (there) return success(there);
		const { storage, load, dictation, now, persist } = this.#means;
		const loaded = await load(slug);
		if (!loaded.ok) return loaded;
		const rehearsal = await Rehearsal.open(loaded.value, {
			storage: await storage,
			dictation,
			now,
			persist: () => void persist(),
		});
		const earlier = this.#open.get(slug);
		if (earlier) return success(earlier);
		this.#open.set(slug, rehearsal);
		return success(rehearsal);
	}

	/** Forgets what is open, after an import or when everything was erased. */
	clear(): void {
		this.#open.clear();
		void this.refresh();
	}

	async refresh(): Promise<void> {
		const storage = await this.#means.storage;
		const [answers, sittings, due] = await Promise.all([
			storage.answers.all(),
			storage.sittings.all(),
			this.#means.due(),
		]);
		const known = new Map<string, Answer[]>();
		for (const answer of answers) {
			known.set(answer.slug, [answer, ...(known.get(answer.slug) ?? [])]);
		}
		this.#answers = known;
		this.#begun = new Set(sittings.map(({ slug }) => slug));
		this.#due = due;
	}

	async #follow(): Promise<void> {
		const storage = await this.#means.storage;
		storage.subscribe((change) => {
			if (change.kind === 'answer' || change.kind === 'everything') void this.refresh();
		});
	}
}
