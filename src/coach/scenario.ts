import type {
	Choice,
	Condition,
	Ending,
	Scenario,
	ScenarioOption,
	ScenarioStep,
} from '../core/scenario';

/** A decision that was taken, with all that belongs to it. */
export type Taken = { step: ScenarioStep; option: ScenarioOption; choice: Choice };

/** Where somebody is: `step` while there is something to decide, `ending` after that. */
export type Position = {
	taken: Taken[];
	facts: ReadonlySet<string>;
	/** Values of the meters, by their ids. */
	meters: ReadonlyMap<string, number>;
	step: ScenarioStep | null;
	ending: Ending | null;
};

/**
 * Follows decisions from the start. It stops before the first one that the scenario does not know
 * (any more), so that old runs stay readable.
 */
export function follow(scenario: Scenario, choices: readonly Choice[]): Position {
	const taken: Taken[] = [];
	const facts = new Set<string>();
	const meters = new Map(scenario.meters.map(({ id, start }) => [id, start]));
	let step = stepOf(scenario, scenario.first);
	for (const choice of choices) {
		const option = step?.options.find(({ id }) => id === choice.option);
		if (!step || step.id !== choice.step || !option) break;
		taken.push({ step, option, choice });
		for (const fact of option.sets) facts.add(fact);
		for (const [id, change] of Object.entries(option.adds)) {
			meters.set(id, (meters.get(id) ?? 0) + change);
		}
		step = option.to === null ? null : stepOf(scenario, option.to);
	}
	const ending = step ? null : (scenario.endings.find((one) => holds(one, facts)) ?? null);
	return { taken, facts, meters, step, ending };
}

/** Whether the facts are as the condition asks. */
export function holds(condition: Condition, facts: ReadonlySet<string>): boolean {
	return (
		condition.if.every((fact) => facts.has(fact)) && !condition.not.some((fact) => facts.has(fact))
	);
}

/** What is said at a step beyond its text, after what was decided before. */
export function echoes(step: ScenarioStep, facts: ReadonlySet<string>): string[] {
	return step.also.filter((one) => holds(one, facts)).map(({ text }) => text);
}

/** Every way through, as option ids. A way longer than the scenario has steps goes in a circle. */
export function everyWay(scenario: Scenario): Taken[][] {
	const ways: Taken[][] = [];
	const walk = (taken: Taken[]) => {
		const { step } = follow(
			scenario,
			taken.map(({ choice }) => choice),
		);
		if (!step || taken.length > scenario.steps.length) return void ways.push(taken);
		for (const option of step.options) {
			const choice = { step: step.id, option: option.id, why: '', at: '' };
			walk([...taken, { step, option, choice }]);
		}
	};
	walk([]);
	return ways;
}

function stepOf(scenario: Scenario, id: string): ScenarioStep | null {
	return scenario.steps.find((step) => step.id === id) ?? null;
}
