import { noModel, type ModelChoice } from '../core/model';
import type { Context } from './context';

/** Which language model this device uses. */
export class Models {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	/** None until one was chosen. */
	async get(): Promise<ModelChoice> {
		const choice = await this.#context.engine.read(['model'], (reader) =>
			reader.get('model', noModel.id),
		);
		return choice ?? noModel;
	}

	/** Dates and stores a choice over the one before. */
	async choose(choice: Omit<ModelChoice, 'id' | 'at'>): Promise<ModelChoice> {
		const { engine, tabs, now } = this.#context;
		const { kind, server, allowed } = choice;
		const row: ModelChoice = { id: noModel.id, kind, server, allowed, at: now().toISOString() };
		await engine.write(['model'], (writer) => writer.put('model', row));
		tabs.tell({ kind: 'model' });
		return row;
	}
}
