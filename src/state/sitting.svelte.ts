import { joined } from '../coach/dictated';
import { grow, type AnswerMode, type Sitting } from '../core/answer';
import type { AppStorage } from '../storage/storage';
import { Clock } from './clock.svelte';
import { leaveWords, takeWords } from './lastwords';

/** An answer while it is given: its text and how it grew, saved as it comes. */
export class SittingKeeper {
	#text = $state.raw('');
	#mode = $state.raw<AnswerMode>('typed');
	#saved = $state.raw(true);
	#id: string;
	#revision = 0;
	#growth: Sitting['growth'] = [];
	#dirty = false;
	#waiting = false;
	#ended = false;
	#saving: Promise<void> = Promise.resolve();
	readonly #slug: string;
	readonly #storage: AppStorage;
	readonly clock: Clock;
	/** Whether it was begun before this page was loaded. */
	readonly resumed: boolean;

	constructor(
		slug: string,
		storage: AppStorage,
		now: () => number,
		stored?: Sitting,
		ticked?: (elapsed: number) => void,
	) {
		this.#slug = slug;
		this.#storage = storage;
		this.clock = new Clock(now, ticked);
		this.resumed = stored !== undefined;
		this.#id = stored?.id ?? storage.sittings.newId();
		if (!stored) return;
		this.#text = stored.text;
		this.#mode = stored.mode;
		this.#revision = stored.revision;
		this.#growth = [...stored.growth];
		this.clock.set(stored.elapsed);
	}

	get id(): string {
		return this.#id;
	}
	get text(): string {
		return this.#text;
	}
	get mode(): AnswerMode {
		return this.#mode;
	}
	/** Whether all of it is stored. */
	get saved(): boolean {
		return this.#saved;
	}
	get growth(): Sitting['growth'] {
		return this.#growth;
	}

	/** What stands in the field now. The first word starts a clock that stands. */
	type(text: string): void {
		if (text === this.#text) return;
		this.clock.start();
		this.#put(text);
	}

	/** Words that were heard: `heard` for good, `hearing` may still change and only counts as time. */
	hear(heard: string, hearing: string): void {
		this.#mode = 'spoken';
		if (heard) this.#put(joined(this.#text, heard));
		else this.#grow(this.#text.length + hearing.length);
	}

	/** Resolves when all of it is stored. */
	flush(): Promise<void> {
		this.#waiting = true;
		this.#saving = this.#saving.then(() => this.#save());
		return this.#saving;
	}

	/** Stops the clock and stores what is there, even when the page is on its way out. */
	leave(): void {
		if (this.#ended) return;
		this.clock.stop();
		if (this.#text === '' && this.#revision === 0) return;
		if (this.#dirty || !this.#saved) {
			const { tab } = this.#storage;
			leaveWords(place(this.#slug), 1, { code: this.#text, base: this.#revision, tab });
		}
		this.#dirty = true;
		void this.flush();
	}

	/** Nothing is saved any more: it was handed in or dropped. */
	async end(): Promise<void> {
		this.clock.stop();
		this.#dirty = false;
		await this.flush();
		this.#ended = true;
		takeWords(place(this.#slug), 1);
	}

	#put(text: string): void {
		this.#text = text;
		this.#grow(text.length);
		this.#dirty = true;
		this.#saved = false;
		if (!this.#waiting) void this.flush();
	}

	#grow(length: number): void {
		this.#growth = grow(this.#growth, Math.round(this.clock.elapsed), length);
	}

	async #save(): Promise<void> {
		this.#waiting = false;
		if (!this.#dirty || this.#ended) return;
		this.#dirty = false;
		const text = this.#text;
		const stored = await this.#storage.sittings.save({
			id: this.#id,
			slug: this.#slug,
			text,
			mode: this.#mode,
			growth: this.#growth,
			elapsed: Math.round(this.clock.elapsed),
			sure: null,
			base: this.#revision,
		});
		this.#id = stored.id;
		this.#revision = stored.revision;
		if (this.#text !== text) return;
		this.#saved = true;
		takeWords(place(this.#slug), 1);
	}
}

const place = (slug: string) => `answers/${slug}`;

/**
 * The sitting that was left last, with what its page could not store any more. What another tab has
 * gone on with meanwhile stays a sitting of its own.
 */
export async function lastSitting(slug: string, storage: AppStorage): Promise<Sitting | undefined> {
	const [newest] = await storage.sittings.forSlug(slug);
	const words = takeWords(place(slug), 1);
	if (!words || newest?.text.includes(words.code.trim())) return newest;
	const same = newest !== undefined && newest.revision === words.base;
	const facts = same
		? { ...newest, base: newest.revision }
		: {
				id: storage.sittings.newId(),
				slug,
				mode: 'typed' as const,
				growth: [],
				elapsed: 0,
				sure: null,
				base: 0,
			};
	const { id, mode, growth, elapsed, sure, base } = facts;
	return storage.sittings.save({
		id,
		slug,
		mode,
		sure,
		base,
		elapsed,
		text: words.code,
		growth: grow(growth, elapsed, words.code.length),
	});
}
