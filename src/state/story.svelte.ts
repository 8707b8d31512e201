import type { Revision } from '../core/revision';
import { same } from '../core/same';
import { emptyStory, textOf, type Story, type StoryText, type Telling } from '../core/story';
import type { AppStorage } from '../storage/storage';
import type { Dictation } from './dictation.svelte';
import { Pad } from './pad.svelte';
import { Saver } from './saver';

type Means = { storage: AppStorage; dictation: Dictation; now: () => number };

/** One story while it is written and told: saved as it is typed, one revision for each sitting. */
export class StoryKeeper {
	#text = $state.raw<StoryText>(emptyStory);
	#story = $state.raw<Story | null>(null);
	#saved = $state.raw(true);
	#told = $state.raw<Telling | null>(null);
	#sitting: string;
	readonly id: string;
	readonly pad: Pad;
	readonly #storage: AppStorage;
	readonly #kept: () => Promise<void>;
	readonly #saver = new Saver(() => this.#save());

	/** `kept` is called after each save. */
	constructor(id: string, means: Means, story: Story | undefined, kept: () => Promise<void>) {
		this.id = id;
		this.#storage = means.storage;
		this.#kept = kept;
		this.#sitting = means.storage.stories.newId();
		this.#story = story ?? null;
		this.#text = story ? textOf(story) : emptyStory;
		this.pad = new Pad(means.dictation, means.now, () => undefined);
	}

	get text(): StoryText {
		return this.#text;
	}
	get saved(): boolean {
		return this.#saved;
	}
	/** Whether anything of it is stored. */
	get exists(): boolean {
		return this.#story !== null;
	}
	/** Newest first. */
	get tellings(): readonly Telling[] {
		return (this.#story?.tellings ?? []).toReversed();
	}
	/** The telling that is shown after it is over. */
	get told(): Telling | null {
		return this.#told;
	}
	/** States of earlier sittings, newest first, apart from the present one. */
	get earlier(): readonly Revision<StoryText>[] {
		const revisions = this.#story?.revisions ?? [];
		return revisions.filter(({ content }) => !same(content, this.#text)).toReversed();
	}

	write(changes: Partial<StoryText>): void {
		this.#text = { ...this.#text, ...changes };
		this.#saved = false;
		this.#saver.soon();
	}

	/** Puts an earlier state on top; the present one stays among the earlier. */
	async restore(revision: Revision<StoryText>): Promise<void> {
		await this.flush();
		this.#sitting = this.#storage.stories.newId();
		this.write(revision.content);
		await this.flush();
	}

	/** Begins to tell it; the clock runs from the first word. */
	tell(): void {
		this.#told = null;
		this.pad.reset();
	}

	/** Ends telling and keeps it; null when nothing was said. */
	async finish(): Promise<void> {
		this.pad.stop();
		const text = this.pad.text.trim();
		if (text === '') return;
		await this.flush();
		const seconds = Math.round(this.pad.clock.elapsed / 100) / 10;
		const { mode } = this.pad;
		this.#story = await this.#storage.stories.addTelling(this.id, { text, mode, seconds });
		this.#told = this.#story.tellings.at(-1) ?? null;
		await this.#kept();
	}

	/** Resolves when all is saved. */
	flush(): Promise<void> {
		return this.#saver.flush();
	}

	async #save(): Promise<void> {
		if (this.#saved) return;
		const sent = this.#text;
		this.#story = await this.#storage.stories.save(this.id, sent, this.#sitting);
		if (this.#text === sent) this.#saved = true;
		await this.#kept();
	}
}
