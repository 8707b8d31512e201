import type { Report, TestReport } from './report';

/** Under what a candidate takes a challenge; null asks for nothing. */
export type Constraints = {
	/** Minutes. */
	timeBox: number | null;
	/** What any test may hold at its peak: times the model solution's, or bytes. */
	memory: { times: number } | { bytes: number } | null;
	/** What any test may cost, as a multiple of the model solution's cost in the same test. */
	cost: number | null;
	/** The modules that may be imported; an empty list forbids every import. */
	imports: readonly string[] | null;
	/** Whether the approach is explained before the editor opens. */
	explain: boolean;
};

/** What the judge measures and reads. What is missing is not asked for. */
export type Enforced = {
	imports?: readonly string[];
	cost?: number;
	memory?: { times: number } | { bytes: number };
};

/** The circumstances of one attempt, kept with it. */
export type Circumstances = {
	constraints: Constraints;
	/** From the start of the time box to the check; null without one. */
	seconds: number | null;
	/** What was said before the first line of code; null when it was not asked for. */
	explanation: string | null;
};

export const unconstrained: Readonly<Constraints> = {
	timeBox: null,
	memory: null,
	cost: null,
	imports: null,
	explain: false,
};

/** Smallest and largest of what is a number. */
export const bounds = {
	timeBox: { least: 1, most: 240 },
	times: { least: 1.1, most: 100 },
	bytes: { least: 1024, most: 256 * 1024 * 1024 },
} as const;

/** An explanation has at least so many words. */
export const fewestWords = 40;

const dotted = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** Pulls numbers into their bounds and tidies names; what is no module's name is left out. */
export function settle(wanted: Constraints): Constraints {
	const { timeBox, memory, cost, imports, explain } = wanted;
	const pulled =
		memory === null
			? null
			: 'times' in memory
				? { times: pull(memory.times, bounds.times) }
				: { bytes: Math.round(pull(memory.bytes, bounds.bytes)) };
	return {
		timeBox: timeBox === null ? null : Math.round(pull(timeBox, bounds.timeBox)),
		memory: pulled,
		cost: cost === null ? null : pull(cost, bounds.times),
		imports: imports === null ? null : [...new Set(imports.filter((name) => dotted.test(name)))],
		explain,
	};
}

/** Whether anything is asked for. */
export function asksAnything(constraints: Constraints): boolean {
	const { timeBox, memory, cost, imports, explain } = constraints;
	return timeBox !== null || memory !== null || cost !== null || imports !== null || explain;
}

/** The part that the judge sees to; null when that is nothing, so that a check stays as it is. */
export function enforced({ memory, cost, imports }: Constraints): Enforced | null {
	if (memory === null && cost === null && imports === null) return null;
	return {
		...(imports !== null && { imports }),
		...(cost !== null && { cost }),
		...(memory !== null && { memory }),
	};
}

/** Names of modules out of what a person typed: separated by anything that is no part of one. */
export function readModules(text: string): string[] {
	return [...new Set(text.split(/[^\w.]+/).filter((name) => dotted.test(name)))];
}

/** The modules that a program imports in plain statements, in their order. */
export function importedBy(code: string): string[] {
	const statement = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([^#\n]+))/gm;
	const names = [...code.matchAll(statement)].flatMap(([, from, listed]) =>
		from !== undefined
			? [from]
			: (listed ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''),
	);
	return [...new Set(names.filter((name) => dotted.test(name) && name !== '__future__'))];
}

/** Seconds that are left of a time box; negative when it is over. `begun` and `now` in milliseconds. */
export function secondsLeft(minutes: number, begun: number, now: number): number {
	return minutes * 60 - (now - begun) / 1000;
}

/** Whether an attempt came after its time box had ended. */
export function isOver({ constraints, seconds }: Circumstances): boolean {
	return constraints.timeBox !== null && seconds !== null && seconds > constraints.timeBox * 60;
}

const mark = 'constraint:';

/** Whether an entry of a report is about a constraint, not one of the challenge's own tests. */
export function isConstraint({ id }: Pick<TestReport, 'id'>): boolean {
	return id.startsWith(mark);
}

/** The challenge's own tests. */
export function ownTests({ tests }: Pick<Report, 'tests'>): TestReport[] {
	return tests.filter((test) => !isConstraint(test));
}

/** The entries about constraints. */
export function constraintTests({ tests }: Pick<Report, 'tests'>): TestReport[] {
	return tests.filter(isConstraint);
}

function pull(value: number, { least, most }: { least: number; most: number }): number {
	return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
