import { byTime } from '../core/attempt';
import type { NewEvent, PracticeEvent } from '../core/event';
import type { Context } from './context';

/** What was asked for while working: hints, debriefs, solutions. */
export class Events {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** Dates and stores what happened. */
	async record(event: NewEvent): Promise<PracticeEvent> {
		const { engine, tabs, newId, now } = this.#context;
		const recorded: PracticeEvent = { ...event, id: newId(), at: now().toISOString() };
		await engine.write(['events'], (writer) => writer.put('events', recorded));
		tabs.tell({ kind: 'event', slug: event.slug });
		return recorded;
	}

	/** Oldest first. */
	async forSlug(slug: string): Promise<PracticeEvent[]> {
		const rows = await this.#context.engine.read(['events'], (reader) =>
			reader.find('events', 'by-slug', [slug]),
		);
		return rows.sort(byTime);
	}

	/** Oldest first. */
	async all(): Promise<PracticeEvent[]> {
		const rows = await this.#context.engine.read(['events'], (reader) => reader.all('events'));
		return rows.sort(byTime);
	}
}
