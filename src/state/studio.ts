import { localDay } from '../core/day';
import type { Design, DesignMeta } from '../core/design';
import type { Discussion } from '../core/discussion';
import type { Run, Scenario } from '../core/scenario';
import type { Service } from '../core/service';
import { designWork, type SessionWork } from '../core/work';
import type { AppStorage } from '../storage/storage';
import type { Dictation } from './dictation.svelte';
import { Play } from './play.svelte';
import { StoryShelf } from './stories.svelte';
import { Talk } from './talk.svelte';

type Means = {
	storage: AppStorage;
	dictation: Dictation;
	/** Milliseconds; never goes back. */
	now: () => number;
};

/** What is decided, discussed, drawn and told. */
export class Studio {
	#shelf: Promise<StoryShelf> | null = null;
	readonly #means: Means;

	constructor(means: Means) {
		this.#means = means;
	}

	/** All ways through scenarios, oldest first. */
	runs(): Promise<Run[]> {
		return this.#means.storage.decisions.all();
	}

	/** A scenario as it was left. */
	play(scenario: Scenario): Promise<Play> {
		return Play.open(scenario, this.#means.storage);
	}

	/** All discussions, oldest first. */
	discussions(): Promise<Discussion[]> {
		return this.#means.storage.discussions.all();
	}

	/** Finished design discussions, as work that plan and progress count. */
	async works(designs: readonly DesignMeta[]): Promise<SessionWork[]> {
		const titles = new Map(designs.map(({ slug, title }) => [slug, title]));
		return (await this.discussions()).flatMap((discussion) => {
			const { endedAt, slug } = discussion;
			if (endedAt === null) return [];
			const day = localDay(new Date(endedAt));
			return designWork(discussion, day, titles.get(slug) ?? slug) ?? [];
		});
	}

	services(): Promise<Service[]> {
		return this.#means.storage.services.all();
	}

	/** Makes a service one's own. */
	async choose(slug: string): Promise<void> {
		await this.#means.storage.services.choose(slug);
	}

	/** A discussion as it was left. */
	talk(design: Design): Promise<Talk> {
		return Talk.open(design, this.#means);
	}

	/** One shelf for all pages, so that what was deleted on one can be undone on the other. */
	async stories(): Promise<StoryShelf> {
		this.#shelf ??= StoryShelf.open(this.#means);
		const shelf = await this.#shelf;
		await shelf.refresh();
		return shelf;
	}
}
