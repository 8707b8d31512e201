import {
	conflictId,
	decideSave,
	setAside,
	successor,
	type Draft,
	type EarlierDraft,
	type SaveOutcome,
	type SaveRequest,
} from '../core/draft';
import type { Context } from './context';
import { keep, listEarlier } from './earlier';
import type { Writer } from './engine';

type Text = { slug: string; version: number; code: string };

/** The texts being worked on, and those that gave way to another. */
export class Drafts {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	get(slug: string, version: number): Promise<Draft | undefined> {
		return this.#context.engine.read(['drafts'], (reader) => reader.get('drafts', [slug, version]));
	}

	/** All versions of a challenge, newest version first. */
	async forSlug(slug: string): Promise<Draft[]> {
		const drafts = await this.#context.engine.read(['drafts'], (reader) => reader.all('drafts'));
		return drafts
			.filter((draft) => draft.slug === slug)
			.sort((one, two) => two.version - one.version);
	}

	/**
	 * Saves a text that grew from revision `base` (0: from nothing). When another tab has saved
	 * meanwhile, its text stays, this one is kept beside it, and the outcome says so.
	 */
	async save(request: Omit<SaveRequest, 'tab'>): Promise<SaveOutcome> {
		const mine = { ...request, tab: this.#context.tab };
		const outcome = await this.#write(async (writer): Promise<SaveOutcome> => {
			const head = await writer.get('drafts', [mine.slug, mine.version]);
			const decided = decideSave(head, mine, this.#context.now());
			if (decided.kind === 'conflict') {
				await writer.put('earlier', decided.mine);
				return decided;
			}
			await this.#settleConflict(writer, head, decided.draft);
			if (decided.draft !== head) await writer.put('drafts', decided.draft);
			return decided;
		});
		if (outcome.kind === 'saved') this.#tell(outcome.draft);
		return outcome;
	}

	/** Ends a conflict. The text that is not chosen stays among the earlier ones. */
	async resolve(choice: Text & { keep: 'mine' | 'theirs' }): Promise<Draft> {
		const draft = await this.#write(async (writer) => {
			const head = await writer.get('drafts', [choice.slug, choice.version]);
			await writer.delete('earlier', conflictId({ ...choice, tab: this.#context.tab }));
			if (head && choice.keep === 'theirs') {
				if (head.code !== choice.code) await this.#keep(writer, choice, 'conflict');
				return head;
			}
			return this.#replace(writer, head, choice, 'conflict');
		});
		this.#tell(draft);
		return draft;
	}

	/** Starts over. `code` is the editor's text; it is kept, and so is a draft saved elsewhere. */
	async reset(
		from: Text & { starter: string },
	): Promise<{ draft: Draft; kept: EarlierDraft | null }> {
		const { slug, version, code, starter } = from;
		const outcome = await this.#write(async (writer) => {
			const head = await writer.get('drafts', [slug, version]);
			const kept = code === starter ? null : await this.#keep(writer, from, 'reset');
			const draft = await this.#replace(writer, head, { slug, version, code: starter }, 'reset');
			return { draft, kept };
		});
		this.#tell(outcome.draft);
		return outcome;
	}

	/** Puts an earlier text back and keeps the present one (`code`); undefined when it is gone. */
	async restore(wanted: { id: string; code: string }): Promise<Draft | undefined> {
		const draft = await this.#write(async (writer) => {
			const earlier = await writer.get('earlier', wanted.id);
			if (!earlier) return undefined;
			const { slug, version, code } = earlier;
			const head = await writer.get('drafts', [slug, version]);
			if (wanted.code !== code) {
				await this.#keep(writer, { slug, version, code: wanted.code }, 'restore');
			}
			return this.#replace(writer, head, { slug, version, code }, 'restore');
		});
		if (draft) this.#tell(draft);
		return draft;
	}

	/** Texts that gave way, newest first. */
	earlier(slug: string, version: number): Promise<EarlierDraft[]> {
		return this.#context.engine.read(['earlier'], (reader) => listEarlier(reader, slug, version));
	}

	/** Drops an earlier text for good. */
	forget(id: string): Promise<void> {
		return this.#write((writer) => writer.delete('earlier', id));
	}

	/** A tab that overrules the other after a conflict keeps the other's text. */
	async #settleConflict(writer: Writer, head: Draft | undefined, next: Draft): Promise<void> {
		const id = conflictId({ ...next, tab: this.#context.tab });
		if (!head || head === next || !(await writer.get('earlier', id))) return;
		await writer.delete('earlier', id);
		await this.#keep(writer, head, 'conflict');
	}

	async #replace(
		writer: Writer,
		head: Draft | undefined,
		text: Text,
		reason: EarlierDraft['reason'],
	): Promise<Draft> {
		if (head && head.code !== text.code) await this.#keep(writer, head, reason);
		await this.#closeConflict(writer, text);
		const draft = successor(head, { ...text, tab: this.#context.tab }, this.#context.now());
		await writer.put('drafts', draft);
		return draft;
	}

	/** The text of an open conflict gets an id of its own, so that the next one does not replace it. */
	async #closeConflict(writer: Writer, text: Text): Promise<void> {
		const id = conflictId({ ...text, tab: this.#context.tab });
		const open = await writer.get('earlier', id);
		if (!open) return;
		await writer.delete('earlier', id);
		if (open.code !== text.code) await this.#keep(writer, open, 'conflict');
	}

	#keep(writer: Writer, text: Text, reason: EarlierDraft['reason']): Promise<EarlierDraft> {
		const { tab, newId, now } = this.#context;
		return keep(writer, setAside({ tab, ...text }, reason, newId(), now()), newId);
	}

	#write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
		return this.#context.engine.write(['drafts', 'earlier'], work);
	}

	#tell({ slug, version, revision, tab }: Draft): void {
		this.#context.tabs.tell({ kind: 'draft', slug, version, revision, tab });
	}
}
