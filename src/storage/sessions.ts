import { inOrder, type Moment, type Session, type SessionResult } from '../core/session';
import type { Context } from './context';
import type { Writer } from './engine';

/** Every interview, and all that happened in each, one row a happening. */
export class Sessions {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** Dates and stores an interview that begins now. */
	async begin(facts: Omit<Session, 'id' | 'startedAt' | 'result'>): Promise<Session> {
		const { newId, now } = this.#context;
		const session: Session = {
			...facts,
			id: newId(),
			startedAt: now().toISOString(),
			result: null,
		};
		await this.#write(session.id, (writer) => writer.put('sessions', session));
		return session;
	}

	/** Adds what has happened; earlier rows are not touched. */
	async append(session: string, moments: readonly Moment[]): Promise<void> {
		if (moments.length === 0) return;
		await this.#context.engine.write(['moments'], async (writer) => {
			for (const moment of moments) await writer.put('moments', moment);
		});
		this.#context.tabs.tell({ kind: 'moment', session });
	}

	/** Keeps the result of an interview that is over; undefined when the interview is gone. */
	conclude(id: string, result: SessionResult): Promise<Session | undefined> {
		return this.#write(id, async (writer) => {
			const session = await writer.get('sessions', id);
			if (!session) return undefined;
			const concluded = { ...session, result };
			await writer.put('sessions', concluded);
			return concluded;
		});
	}

	get(id: string): Promise<Session | undefined> {
		return this.#context.engine.read(['sessions'], (reader) => reader.get('sessions', id));
	}

	/** Oldest first. */
	async all(): Promise<Session[]> {
		const rows = await this.#context.engine.read(['sessions'], (reader) => reader.all('sessions'));
		return rows.sort((one, two) => Date.parse(one.startedAt) - Date.parse(two.startedAt));
	}

	/** What happened in one interview, in order. */
	async moments(id: string): Promise<Moment[]> {
		const rows = await this.#context.engine.read(['moments'], (reader) =>
			reader.find('moments', 'by-session', [id]),
		);
		return rows.sort(inOrder);
	}

	/** Drops an interview for good. */
	remove(id: string): Promise<void> {
		return this.#write(id, async (writer) => {
			await writer.delete('sessions', id);
			for (const moment of await writer.find('moments', 'by-session', [id])) {
				await writer.delete('moments', moment.id);
			}
		});
	}

	async #write<T>(session: string, work: (writer: Writer) => Promise<T>): Promise<T> {
		const { engine, tabs } = this.#context;
		const value = await engine.write(['sessions', 'moments'], work);
		tabs.tell({ kind: 'session', session });
		return value;
	}
}
