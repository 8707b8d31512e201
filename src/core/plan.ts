import type { Role } from './challenge';
import { weekdays, type Day, type Weekday } from './day';
import type { Level } from './drill';

/** What the plan is made from. */
export type PlanSettings = {
	role: Role;
	level: Level;
	/** The day of the interview, null while there is none. */
	interview: Day | null;
	/** Minutes on a day of practice. */
	minutes: number;
	weekdays: Weekday[];
	/** When practice begins, as `19:00`; null for any time of the day. Used by the calendar file. */
	time: string | null;
};

export type BlockKind = 'revise' | 'code' | 'speak' | 'interview' | 'design';

/** One thing to do on a day. */
export type Block = {
	/** The same for the same thing, wherever it is moved. */
	id: string;
	kind: BlockKind;
	/** Of the challenge, drill, scenario or discussion; null lets the page choose. */
	slug: string | null;
	title: string;
	minutes: number;
	/** Work from this day on ticks it, wherever it is moved. */
	since: Day;
	/** A long challenge is spread over several days: this is part `part` of `parts`. */
	part: number;
	parts: number;
};

/** `rest`: why there is nothing to do; `off` by the chosen weekdays, `skipped` by hand. */
export type PlanDay = { day: Day; rest: 'off' | 'skipped' | null; blocks: Block[] };

/** A change by hand; `on` is the day on which it was made. */
export type PlanEdit =
	/** Nothing is done on `day`; its blocks find another place. */
	| { kind: 'skip'; on: Day; day: Day }
	/** The blocks of two days change places. */
	| { kind: 'move'; on: Day; from: Day; to: Day }
	/** One thing more, where there is room for it. */
	| { kind: 'add'; on: Day; block: Block }
	/** One thing less. */
	| { kind: 'drop'; on: Day; block: string };

/** A plan. Every change is a new row and the newest is in force, so that none is ever lost. */
export type Plan = {
	id: string;
	/** ISO 8601, UTC. */
	at: string;
	settings: PlanSettings;
	/** The day that the plan was made for first. */
	from: Day;
	/** As they were laid out; what became of them since follows from the edits and the work. */
	days: PlanDay[];
	edits: PlanEdit[];
};

/** How many days are laid out. */
export const span = 14;

/** Fewest and most minutes a day. */
export const minuteBounds = { least: 15, most: 180 } as const;

export const planDefaults: Readonly<Omit<PlanSettings, 'role'>> = {
	level: 'mid',
	interview: null,
	minutes: 35,
	weekdays: [1, 2, 3, 4, 5, 6, 7],
	time: null,
};

/** Settings that a plan can be made from: minutes in bounds, at least one weekday, in order. */
export function settlePlan(settings: PlanSettings): PlanSettings {
	const { least, most } = minuteBounds;
	const chosen = weekdays.filter((weekday) => settings.weekdays.includes(weekday));
	return {
		...settings,
		minutes: Math.min(most, Math.max(least, Math.round(settings.minutes) || least)),
		weekdays: chosen.length > 0 ? chosen : [...weekdays],
	};
}

/** The newest; the id decides between two of the same moment. */
export function newestPlan(plans: readonly Plan[]): Plan | null {
	return plans.reduce<Plan | null>((best, plan) => {
		if (!best) return plan;
		const later = Date.parse(plan.at) - Date.parse(best.at) || (plan.id > best.id ? 1 : -1);
		return later > 0 ? plan : best;
	}, null);
}
