import { newestPlan, type Plan } from '../core/plan';
import type { Context } from './context';

/** Every plan as it was made or edited; the newest is in force. */
export class Plans {
	readonly #context: Context;

	constructor(context: Context) {
		this.#context = context;
	}

	all(): Promise<Plan[]> {
		return this.#context.engine.read(['plans'], (reader) => reader.all('plans'));
	}

	/** The plan in force; null when there is none. */
	async newest(): Promise<Plan | null> {
		return newestPlan(await this.all());
	}

	/** Stores a plan as the newest; whatever came before it stays. */
	async save(facts: Omit<Plan, 'id' | 'at'>): Promise<Plan> {
		const { engine, tabs, newId, now } = this.#context;
		const plan = await engine.write(['plans'], async (writer) => {
			const before = newestPlan(await writer.all('plans'));
			// A device whose clock was once ahead must not keep its old plan in force for ever.
			const earliest = before ? Date.parse(before.at) + 1 : 0;
			const at = new Date(Math.max(now().getTime(), earliest)).toISOString();
			const row: Plan = { ...facts, id: newId(), at };
			await writer.put('plans', row);
			return row;
		});
		tabs.tell({ kind: 'plan' });
		return plan;
	}
}
