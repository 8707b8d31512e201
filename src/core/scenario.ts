import type { Role } from './challenge';
import type { Level } from './drill';

/** Holds when all of `if` have been set and none of `not`. */
export type Condition = { if: string[]; not: string[] };

/** A way to decide. What is called html is safe HTML made from our Markdown. */
export type ScenarioOption = {
	id: string;
	label: string;
	/** What happens then. */
	then: string;
	/** For the debrief: what this path gains, and what it costs. */
	buys: string;
	costs: string;
	/** Facts that later steps and endings ask for. */
	sets: string[];
	/** Changes of the meters, by their ids. */
	adds: { [meter: string]: number };
	/** The next step, null at the end. */
	to: string | null;
};

export type ScenarioStep = {
	id: string;
	title: string;
	text: string;
	/** Said as well when the condition holds: what earlier decisions have led to. */
	also: (Condition & { text: string })[];
	options: ScenarioOption[];
};

export type Ending = Condition & { title: string; text: string };

/** A number that decisions change, and that is always in sight. */
export type Meter = { id: string; title: string; start: number };

/** What the list shows. */
export type ScenarioMeta = {
	/** Permanent key and file name. */
	slug: string;
	title: string;
	summary: string;
	level: Level;
	roles: Role[];
	topics: string[];
	minutes: number;
};

/** A situation and the decisions in it. All texts but titles are safe HTML. */
export type Scenario = ScenarioMeta & {
	situation: string;
	facts: string[];
	meters: Meter[];
	first: string;
	steps: ScenarioStep[];
	/** The first whose condition holds; the last one always does. */
	endings: Ending[];
	lesson: string;
};

/** One decision, with the reason that was given before its consequence was shown. */
export type Choice = {
	step: string;
	option: string;
	why: string;
	/** ISO 8601, UTC. */
	at: string;
};

/** One time through a scenario, kept for good. */
export type Run = {
	/** A UUID. */
	id: string;
	slug: string;
	/** ISO 8601, UTC, like the others. */
	startedAt: string;
	/** Later states win when copies are joined. */
	changedAt: string;
	/** Null while it goes on. */
	endedAt: string | null;
	choices: Choice[];
};

/**
 * Joins two copies of a run. One that only goes on from the other replaces it; where they part, the
 * later one keeps the id and the other is kept beside it.
 */
export function mergeRuns(ours: Run, theirs: Run): { run: Run; beside: Run | null } {
	const newer = Date.parse(theirs.changedAt) > Date.parse(ours.changedAt) ? theirs : ours;
	const older = newer === ours ? theirs : ours;
	if (goesOn(older, newer) || goesOn(newer, older)) return { run: newer, beside: null };
	return { run: newer, beside: { ...older, id: `${older.id}/${older.changedAt}` } };
}

/** Whether `later` begins with all decisions of `earlier`. */
function goesOn(earlier: Run, later: Run): boolean {
	return earlier.choices.every(({ step, option, why }, index) => {
		const same = later.choices[index];
		return same?.step === step && same.option === option && same.why === why;
	});
}
