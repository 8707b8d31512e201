import type { Story } from '../core/story';
import type { AppStorage } from '../storage/storage';
import type { Dictation } from './dictation.svelte';
import { StoryKeeper } from './story.svelte';

type Means = { storage: AppStorage; dictation: Dictation; now: () => number };

/** All stories, deleted ones apart. */
export class StoryShelf {
	#stories = $state.raw<readonly Story[]>([]);
	#removed = $state.raw<string | null>(null);
	readonly #means: Means;

	private constructor(means: Means) {
		this.#means = means;
		means.storage.subscribe((change) => {
			if (change.kind === 'story' || change.kind === 'everything') void this.refresh();
		});
	}

	static async open(means: Means): Promise<StoryShelf> {
		const shelf = new StoryShelf(means);
		await shelf.refresh();
		return shelf;
	}

	/** Newest first. */
	get stories(): readonly Story[] {
		return this.#stories.filter(({ deletedAt }) => deletedAt === null).toReversed();
	}
	/** Deleted ones that can be brought back, newest first. */
	get deleted(): readonly Story[] {
		return this.#stories.filter(({ deletedAt }) => deletedAt !== null).toReversed();
	}
	/** The one that was deleted just now. */
	get removed(): Story | null {
		return this.deleted.find(({ id }) => id === this.#removed) ?? null;
	}

	/** An id for a story that is not written yet. */
	newId(): string {
		return this.#means.storage.stories.newId();
	}

	/** A story to work on; one that is not there yet begins with its first word. */
	keeper(id: string): StoryKeeper {
		const story = this.#stories.find((one) => one.id === id);
		return new StoryKeeper(id, this.#means, story, () => this.refresh());
	}

	async remove(id: string): Promise<void> {
		await this.#means.storage.stories.remove(id);
		this.#removed = id;
		await this.refresh();
	}

	async bringBack(id: string): Promise<void> {
		await this.#means.storage.stories.bringBack(id);
		await this.refresh();
	}

	async refresh(): Promise<void> {
		this.#stories = await this.#means.storage.stories.all();
	}
}
