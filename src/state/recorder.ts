import { applyEdit, editBetween } from '../core/edit';
import type { Box, Happening, Moment, Session } from '../core/session';

/** What writes moments down for good. */
export type MomentStore = { append(session: string, moments: readonly Moment[]): Promise<void> };

type Means = { store: MomentStore; newId(): string; now(): number };

const key = (session: string) => `dry-run:interview:${session}`;

/** Writes down what happens in an interview; nothing is lost when the page goes away. */
export class Recorder {
	readonly #session: Session;
	readonly #means: Means;
	readonly #start: number;
	readonly #written: Record<Box, string>;
	/** Boxes of which this page has written the whole text once. */
	readonly #whole = new Set<Box>();
	#pending: Moment[] = [];
	#seq: number;
	#latest: number;
	#storing: Promise<void> = Promise.resolve();

	/** `past` is what is stored; `boxes` are the texts that it leads to. */
	constructor(
		session: Session,
		past: readonly Moment[],
		boxes: Readonly<Record<Box, string>>,
		means: Means,
	) {
		this.#session = session;
		this.#means = means;
		this.#start = Date.parse(session.startedAt);
		this.#written = { ...boxes };
		this.#seq = past.reduce((most, { seq }) => Math.max(most, seq + 1), 0);
		this.#latest = past.reduce((most, { at }) => Math.max(most, at), 0);
	}

	/** Wall time since the interview began; never goes back, whatever the device's clock does. */
	get at(): number {
		this.#latest = Math.max(this.#latest, this.#means.now() - this.#start);
		return this.#latest;
	}

	/** Dates something and begins to store it. */
	record(happening: Happening): Moment {
		const moment: Moment = {
			...happening,
			id: this.#means.newId(),
			session: this.#session.id,
			seq: this.#seq++,
			at: this.at,
		};
		this.#pending.push(moment);
		void this.flush();
		return moment;
	}

	/** A text has grown; null when it is as it was. */
	text(box: Box, text: string): Moment | null {
		const before = this.#written[box];
		const edit = editBetween(before, text);
		if (!edit) return null;
		const whole = !this.#whole.has(box);
		this.#whole.add(box);
		this.#written[box] = whole ? text : applyEdit(before, edit);
		return this.record({
			kind: 'type',
			box,
			whole,
			edit: whole ? { from: 0, to: before.length, insert: text } : edit,
		});
	}

	/** The box was emptied by what was sent. */
	emptied(box: Box): void {
		this.#written[box] = '';
	}

	/** Resolves when everything so far is stored. */
	flush(): Promise<void> {
		this.#storing = this.#storing.then(async () => {
			const batch = this.#pending;
			if (batch.length === 0) return;
			await this.#means.store.append(this.#session.id, batch);
			this.#pending = this.#pending.filter((moment) => !batch.includes(moment));
		});
		return this.#storing;
	}

	/** Leaves what is not stored yet where it outlives the page at once. */
	leave(): void {
		if (this.#pending.length === 0) return;
		try {
			localStorage.setItem(key(this.#session.id), JSON.stringify(this.#pending));
		} catch {
			// Without it, at most the last moment is lost.
		}
	}
}

/** What an earlier page could not store any more; once stored it is forgotten. */
export async function takeLeft(session: string, store: MomentStore): Promise<void> {
	try {
		const text = localStorage.getItem(key(session));
		if (text === null) return;
		const left = (JSON.parse(text) as Moment[]).filter((moment) => moment.session === session);
		await store.append(session, left);
		localStorage.removeItem(key(session));
	} catch {
		// What cannot be read is not an interview's.
	}
}
