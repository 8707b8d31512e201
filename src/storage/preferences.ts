import { settle, type Preferences } from '../core/preferences';
import type { Context } from './context';
import type { Reader } from './engine';
import type { PreferenceRow } from './schema';

/** What was chosen on this device. */
export class PreferenceStore {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** Chosen values over the defaults. */
	get(): Promise<Preferences> {
		return this.#context.engine.read(['preferences'], readPreferences);
	}

	/** Stores the given choices alone, so that later defaults reach everything else. */
	async set(changes: Partial<Preferences>): Promise<Preferences> {
		const { engine, tabs } = this.#context;
		const settled = await engine.write(['preferences'], async (writer) => {
			for (const row of toRows(changes)) await writer.put('preferences', row);
			return readPreferences(writer);
		});
		tabs.tell({ kind: 'preferences' });
		return settled;
	}
}

/** One row for each value that is given. */
export function toRows(chosen: Partial<Preferences>): PreferenceRow[] {
	return Object.entries(chosen)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => ({ name, value }) as PreferenceRow);
}

/** The values that have a row. */
export function fromRows(rows: PreferenceRow[]): Partial<Preferences> {
	return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

async function readPreferences(reader: Reader): Promise<Preferences> {
	return settle(fromRows(await reader.all('preferences')));
}
