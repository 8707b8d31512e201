import type { Draft, EarlierDraft } from '../core/draft';
import type { Challenge } from '../core/challenge';
import type { AppStorage } from '../storage/storage';
import { leaveWords, takeWords } from './lastwords';

/** `elsewhere`: another tab has saved a newer text, and nothing was typed here since. */
export type SaveState = 'fresh' | 'saved' | 'saving' | 'memory' | 'conflict' | 'elsewhere';

/** A change that can be taken back. */
export type Undoable = { what: 'reset' | 'restored' | 'brought'; id: string };

/** The text of one exercise: saved as it is typed, never over another tab's. */
export class DraftKeeper {
	#code = $state.raw('');
	#revision = $state.raw(0);
	#state = $state.raw<SaveState>('fresh');
	#conflict = $state.raw<{ theirs: Draft; mine: EarlierDraft } | null>(null);
	#undoable = $state.raw<Undoable | null>(null);
	#dirty = false;
	/** What the database has, as far as this page knows. */
	#stored = '';
	#left = false;
	#waiting = false;
	#saving: Promise<void> = Promise.resolve();
	readonly #challenge: Challenge;
	readonly #storage: AppStorage;

	constructor(challenge: Challenge, storage: AppStorage, stored: Draft | undefined) {
		this.#challenge = challenge;
		this.#storage = storage;
		this.#code = stored?.code ?? challenge.starter;
		this.#revision = stored?.revision ?? 0;
		this.#state = stored ? this.#settled() : 'fresh';
		this.#stored = this.#code;
		this.#recover(stored);
		storage.subscribe((change) => {
			const here =
				change.kind === 'draft' &&
				change.slug === challenge.slug &&
				change.version === challenge.version;
			if ((here && change.revision > this.#revision) || change.kind === 'everything') this.#told();
		});
	}

	get code(): string {
		return this.#code;
	}
	get state(): SaveState {
		return this.#state;
	}
	get conflict(): { theirs: Draft; mine: EarlierDraft } | null {
		return this.#conflict;
	}
	get undoable(): Undoable | null {
		return this.#undoable;
	}
	/** Whether another tab has a say in it. */
	get disputed(): boolean {
		return this.#state === 'conflict' || this.#state === 'elsewhere';
	}
	get pristine(): boolean {
		return this.#code === this.#challenge.starter;
	}

	/** What the editor now holds. */
	type(code: string): void {
		if (code === this.#code) return;
		this.#code = code;
		this.#undoable = null;
		this.#dirty = true;
		if (!this.#conflict) this.#state = 'saving';
		if (!this.#waiting) void this.flush();
	}

	/** Resolves when all that was typed so far is saved; a save takes whatever came during the last. */
	flush(): Promise<void> {
		this.#waiting = true;
		this.#saving = this.#saving.then(() => this.#save());
		return this.#saving;
	}

	/** Puts what is not saved yet where it outlives the page at once; then saves it if it still can. */
	leave(): Promise<void> {
		if (this.#code !== this.#stored) {
			const { slug, version } = this.#key();
			const { tab } = this.#storage;
			leaveWords(slug, version, { code: this.#code, base: this.#revision, tab });
			this.#left = true;
		}
		return this.flush();
	}

	/** Ends a conflict; the text that gives way is kept among the earlier ones. */
	async resolve(keep: 'mine' | 'theirs'): Promise<void> {
		await this.flush();
		this.#show(await this.#storage.drafts.resolve({ ...this.#key(), code: this.#code, keep }));
	}

	/** Shows the text that another tab has saved. */
	async adopt(): Promise<void> {
		const { slug, version } = this.#key();
		const draft = await this.#storage.drafts.get(slug, version);
		if (draft) this.#show(draft);
		else this.#state = 'fresh';
	}

	/** Back to the starter; `undo` brings the present text back. */
	async reset(): Promise<void> {
		await this.flush();
		const { starter } = this.#challenge;
		const code = this.#code;
		const { draft, kept } = await this.#storage.drafts.reset({ ...this.#key(), code, starter });
		this.#show(draft);
		this.#undoable = kept && { what: 'reset', id: kept.id };
	}

	/** Puts another text in place of the present one, such as an earlier attempt's. */
	async replace(code: string, what: 'restored' | 'brought' = 'restored'): Promise<void> {
		if (code === this.#code) return;
		await this.flush();
		const starter = code;
		const present = this.#code;
		const { draft, kept } = await this.#storage.drafts.reset({
			...this.#key(),
			code: present,
			starter,
		});
		this.#show(draft);
		this.#undoable = kept && { what, id: kept.id };
	}

	/** Takes the last reset or replacement back. */
	async undo(): Promise<void> {
		const undoable = this.#undoable;
		if (!undoable) return;
		const draft = await this.#storage.drafts.restore({ id: undoable.id, code: this.#code });
		if (draft) this.#show(draft);
		this.#undoable = null;
	}

	async #save(): Promise<void> {
		this.#waiting = false;
		if (!this.#dirty) return;
		this.#dirty = false;
		const code = this.#code;
		const outcome = await this.#storage.drafts.save({
			...this.#key(),
			code,
			base: this.#revision,
		});
		this.#stored = code;
		this.#forget();
		if (outcome.kind === 'conflict') {
			this.#conflict = outcome;
			this.#state = 'conflict';
			return;
		}
		this.#revision = outcome.draft.revision;
		if (!this.#dirty) this.#state = this.#settled();
	}

	/** Takes up what an earlier page could not save; over another tab's newer text it is a conflict. */
	#recover(head: Draft | undefined): void {
		const { slug, version } = this.#key();
		const words = takeWords(slug, version);
		if (!words || words.code === this.#code) return;
		const ours = !head || head.tab === words.tab || head.revision === words.base;
		if (!ours) this.#revision = words.base;
		this.type(words.code);
	}

	#forget(): void {
		if (!this.#left || this.#code !== this.#stored) return;
		const { slug, version } = this.#key();
		takeWords(slug, version);
		this.#left = false;
	}

	#told(): void {
		if (this.#dirty || this.#conflict) return;
		this.#state = 'elsewhere';
	}

	#show(draft: Draft): void {
		this.#dirty = false;
		this.#conflict = null;
		this.#undoable = null;
		this.#code = draft.code;
		this.#stored = draft.code;
		this.#revision = draft.revision;
		this.#state = this.#settled();
	}

	#settled(): SaveState {
		return this.#storage.health.durable ? 'saved' : 'memory';
	}

	#key(): { slug: string; version: number } {
		return { slug: this.#challenge.slug, version: this.#challenge.version };
	}
}
