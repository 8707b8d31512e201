import { follow, type Position } from '../coach/scenario';
import type { Run, Scenario, ScenarioOption } from '../core/scenario';
import type { AppStorage } from '../storage/storage';

/** One scenario while it is gone through: every decision is stored as it is made. */
export class Play {
	#run: Run;
	#position = $state.raw<Position>() as Position;
	#earlier = $state.raw<readonly Run[]>([]);
	readonly scenario: Scenario;
	readonly #storage: AppStorage;

	private constructor(scenario: Scenario, storage: AppStorage, runs: readonly Run[]) {
		this.scenario = scenario;
		this.#storage = storage;
		const open = runs.findLast((run) => run.endedAt === null);
		this.#run = open ?? storage.decisions.begin(scenario.slug);
		this.#earlier = runs.filter((run) => run.endedAt !== null);
		this.#position = follow(scenario, this.#run.choices);
	}

	/** Goes on with what was left unfinished, or begins. */
	static async open(scenario: Scenario, storage: AppStorage): Promise<Play> {
		return new Play(scenario, storage, await storage.decisions.forSlug(scenario.slug));
	}

	get position(): Position {
		return this.#position;
	}
	/** Finished runs before this one, oldest first. */
	get earlier(): readonly Run[] {
		return this.#earlier;
	}
	/** Whether a run was taken up that was begun before this page was opened. */
	get begun(): boolean {
		return this.#position.taken.length > 0;
	}

	async decide(option: ScenarioOption, why: string): Promise<void> {
		const { step, taken } = this.#position;
		if (!step) return;
		const at = this.#storage.decisions.now().toISOString();
		const choice = { step: step.id, option: option.id, why: why.trim(), at };
		await this.#put([...taken.map((one) => one.choice), choice], at);
	}

	/** Back to before the last decision. */
	async takeBack(): Promise<void> {
		const choices = this.#position.taken.slice(0, -1).map(({ choice }) => choice);
		await this.#put(choices, this.#storage.decisions.now().toISOString());
	}

	/** Begins again; what was decided so far stays among the earlier runs. */
	again(): void {
		if (this.#run.endedAt !== null) this.#earlier = [...this.#earlier, this.#run];
		this.#run = this.#storage.decisions.begin(this.scenario.slug);
		this.#position = follow(this.scenario, []);
	}

	async #put(choices: Run['choices'], changedAt: string): Promise<void> {
		this.#position = follow(this.scenario, choices);
		const endedAt = this.#position.ending ? changedAt : null;
		this.#run = { ...this.#run, choices, changedAt, endedAt };
		await this.#storage.decisions.save(this.#run);
	}
}
