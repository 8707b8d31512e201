import type { Attempt } from '../core/attempt';
import { type ChallengeState, type Filter, countStates, nextUp, select } from '../core/catalogue';
import type { ChallengeMeta, Role } from '../core/challenge';
import type { KindInfo, Topic, Track } from '../core/track';
import type { AppStorage } from '../storage/storage';

type Content = {
	catalogue: readonly ChallengeMeta[];
	kinds: readonly KindInfo[];
	tracks: readonly Track[];
	topics: readonly Topic[];
};

/** The challenges and what this person has done with them. */
export class Library {
	#states = $state.raw<ReadonlyMap<string, ChallengeState>>(new Map());
	#attempts = $state.raw<readonly Attempt[]>([]);
	#last = $state.raw<string | null>(null);
	#loaded = $state.raw(false);
	#filter = $state.raw<Filter>({});
	readonly #storage: Promise<AppStorage>;
	readonly #bySlug: ReadonlyMap<string, ChallengeMeta>;

	readonly challenges: readonly ChallengeMeta[];
	readonly kinds: readonly KindInfo[];
	readonly tracks: readonly Track[];
	readonly topics: readonly Topic[];

	constructor(storage: Promise<AppStorage>, content: Content) {
		this.#storage = storage;
		this.challenges = content.catalogue;
		this.kinds = content.kinds;
		this.tracks = content.tracks;
		this.topics = content.topics;
		this.#bySlug = new Map(this.challenges.map((challenge) => [challenge.slug, challenge]));
		void this.#follow();
	}

	/** False until storage has answered for the first time. */
	get loaded(): boolean {
		return this.#loaded;
	}
	get states(): ReadonlyMap<string, ChallengeState> {
		return this.#states;
	}
	/** Newest first. */
	get attempts(): readonly Attempt[] {
		return this.#attempts;
	}
	/** The challenge that was open last, if it is not passed yet. */
	get unfinished(): ChallengeMeta | null {
		const last = this.#last;
		if (!last || this.#states.get(last) === 'passed') return null;
		return this.#bySlug.get(last) ?? null;
	}

	/** What the catalogue is narrowed to, apart from the role, which is a preference. */
	get filter(): Filter {
		return this.#filter;
	}

	narrow(changes: Filter): void {
		this.#filter = { ...this.#filter, ...changes };
	}

	widen(): void {
		this.#filter = {};
	}

	/** The challenges that meet the filter. */
	shown(role: Role | null): ChallengeMeta[] {
		return select(this.challenges, { ...this.#filter, role }, this.#states);
	}

	/** Passed challenges of all, for some slugs. */
	passed(slugs: readonly string[]): { passed: number; total: number } {
		const some = slugs.flatMap((slug) => this.find(slug) ?? []);
		return { passed: countStates(some, this.#states).passed, total: some.length };
	}

	find(slug: string): ChallengeMeta | undefined {
		return this.#bySlug.get(slug);
	}

	/** What to take next on a role's track, or in the catalogue's order; null when all are passed. */
	next(role: Role | null, present?: string): ChallengeMeta | null {
		const order =
			this.tracks.find((track) => track.id === role)?.challenges ??
			this.challenges.map((challenge) => challenge.slug);
		const slug = nextUp(order, this.#states, present);
		return slug ? (this.find(slug) ?? null) : null;
	}

	async refresh(): Promise<void> {
		const storage = await this.#storage;
		const [states, attempts, events] = await Promise.all([
			storage.progress(),
			storage.attempts.all(),
			storage.events.all(),
		]);
		this.#states = states;
		this.#attempts = attempts.toReversed();
		this.#last = events.findLast((event) => event.kind === 'opened')?.slug ?? null;
		this.#loaded = true;
	}

	async #follow(): Promise<void> {
		const storage = await this.#storage;
		storage.subscribe((change) => {
			const about: string[] = ['attempt', 'draft', 'event', 'everything'];
			if (about.includes(change.kind)) void this.refresh();
		});
	}
}
