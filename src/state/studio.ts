import type { Run, Scenario } from '../core/scenario';
import type { AppStorage } from '../storage/storage';
import { Play } from './play.svelte';

/** What is decided, discussed, drawn and told. */
export class Studio {
	readonly #storage: Promise<AppStorage>;

	constructor(storage: Promise<AppStorage>) {
		this.#storage = storage;
	}

	/** All ways through scenarios, oldest first. */
	async runs(): Promise<Run[]> {
		return (await this.#storage).decisions.all();
	}

	/** A scenario as it was left. */
	async play(scenario: Scenario): Promise<Play> {
		return Play.open(scenario, await this.#storage);
	}
}
