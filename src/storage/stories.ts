import { revise } from '../core/revision';
import type { Story, StoryText, Telling } from '../core/story';
import type { Context } from './context';

/** What somebody has to tell of their work. */
export class Stories {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** An id for a new story, or a name for a sitting; what is saved within one is one revision. */
	newId(): string {
		return this.#context.newId();
	}

	/** Deleted ones too, oldest first. */
	async all(): Promise<Story[]> {
		const rows = await this.#context.engine.read(['stories'], (reader) => reader.all('stories'));
		return rows.sort((one, two) => Date.parse(one.createdAt) - Date.parse(two.createdAt));
	}

	/** Puts a state on top of those of other sittings; makes the story when there is none yet. */
	save(id: string, text: StoryText, sitting: string): Promise<Story> {
		return this.#change(id, (story, now) => ({
			...story,
			revisions: revise(story.revisions, text, sitting, now),
		}));
	}

	/** Keeps one time that it was told. */
	addTelling(id: string, facts: Omit<Telling, 'id' | 'at'>): Promise<Story> {
		const telling = { ...facts, id: this.#context.newId() };
		return this.#change(id, (story, now) => ({
			...story,
			tellings: [...story.tellings, { ...telling, at: now.toISOString() }],
		}));
	}

	/** Puts a story away; nothing of it is lost. */
	remove(id: string): Promise<Story> {
		return this.#change(id, (story, now) => ({ ...story, deletedAt: now.toISOString() }));
	}

	bringBack(id: string): Promise<Story> {
		return this.#change(id, (story) => ({ ...story, deletedAt: null }));
	}

	async #change(id: string, change: (story: Story, now: Date) => Story): Promise<Story> {
		const { engine, tabs } = this.#context;
		const now = this.#context.now();
		const at = now.toISOString();
		const story = await engine.write(['stories'], async (writer) => {
			const present = await writer.get('stories', id);
			const fresh: Story = {
				id,
				createdAt: at,
				changedAt: at,
				deletedAt: null,
				revisions: [],
				tellings: [],
			};
			const next = { ...change(present ?? fresh, now), changedAt: at };
			await writer.put('stories', next);
			return next;
		});
		tabs.tell({ kind: 'story', slug: id });
		return story;
	}
}
