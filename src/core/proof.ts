import type { Report } from './report';

/** Part of the mutants that tests should notice. */
export const wantedKillRate = 0.9;
/** A mutant that hangs is noticed; no need to let it run as long as a learner's program. */
export const mutantLimits = { seconds: 5, cost: 400_000_000 };

/** What one program of an exercise showed. `good`: whether it is as it should be. */
export type Finding = {
	subject: 'solution' | 'starter' | 'wrong';
	/** Of a wrong solution; else empty. */
	name: string;
	good: boolean;
	/** A sentence: what was seen and, if it is not good, what to do. */
	text: string;
};

/** How many mutants there were, and the ids of those that no test noticed. */
export type Mutation = { total: number; alive: readonly string[] };

/** All that the content check has found. It passed when every finding is good. */
export type Proof = { findings: readonly Finding[]; mutation: Mutation };

export function passes({ findings }: Pick<Proof, 'findings'>): boolean {
	return findings.every(({ good }) => good);
}

/** 1 when there was nothing to notice. */
export function killRate({ total, alive }: Mutation): number {
	return total === 0 ? 1 : (total - alive.length) / total;
}

/** The solution has to pass. */
export function judgeSolution(report: Report): Finding {
	const finding = { subject: 'solution', name: '' } as const;
	if (report.status === 'pass') {
		const count = report.tests.length;
		const tests = count === 1 ? 'its one test' : `all ${count} tests`;
		return { ...finding, good: true, text: `The solution passes ${tests}.` };
	}
	const failing = report.tests.filter((test) => test.status !== 'pass');
	const [first] = failing;
	const why = first
		? `it fails ${first.id}: ${first.message ?? 'it does not hold'}`
		: (report.message ?? 'no test ran');
	return { ...finding, good: false, text: `The solution has to pass, but ${why}` };
}

/** The starter has to fail, and to be a program that tests can be run on. */
export function judgeStarter(report: Report): Finding {
	const finding = { subject: 'starter', name: '' } as const;
	if (report.status === 'pass') {
		const text = 'The starter passes already: take something out of it, or test more.';
		return { ...finding, good: false, text };
	}
	if (report.tests.length === 0) {
		const text = `No test could run on the starter: ${report.message ?? 'it does not start'} It has to import cleanly, and then fail.`;
		return { ...finding, good: false, text };
	}
	return { ...finding, good: true, text: 'The starter starts, and fails.' };
}

/** A wrong solution has to be caught by the test that it names. */
export function judgeWrong(name: string, caughtBy: string | null, report: Report): Finding {
	const finding = { subject: 'wrong', name } as const;
	const failing = report.tests.filter((test) => test.status !== 'pass').map(({ id }) => id);
	if (caughtBy !== null && failing.includes(caughtBy)) {
		return { ...finding, good: true, text: `“${name}” is caught by ${caughtBy}.` };
	}
	const known = report.tests.map(({ id }) => id);
	if (known.length === 0) {
		const text = `No test could run on “${name}”: ${report.message ?? 'it does not start'}`;
		return { ...finding, good: false, text };
	}
	if (caughtBy !== null && !known.includes(caughtBy)) {
		const text = `There is no test called ${caughtBy}. The tests are ${known.join(', ')}.`;
		return { ...finding, good: false, text };
	}
	const others =
		failing.length > 0
			? `It fails ${failing.join(', ')} instead; name that one, or make the test stricter.`
			: 'It passes every test: write one that catches it.';
	const text = `“${name}” is not caught by ${caughtBy ?? 'any named test'}. ${others}`;
	return { ...finding, good: false, text };
}
