import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readCollection } from '../../src/content/collection';
import type { Report } from '../../src/core/report';
import { startNodePython } from '../../src/runtime/node';

const KILL_RATE = 0.9;
/** A mutant that hangs is killed; no need to let it run as long as a learner's program. */
const MUTANT_LIMITS = { seconds: 8, cost: 400_000_000 };
const PARALLEL = 2;

const { folders, problems } = await readCollection(
	fileURLToPath(new URL('../../challenges', import.meta.url)),
);
const python = await startNodePython();
afterAll(() => python.close());

const failedTests = (report: Report): string[] =>
	report.tests.filter((test) => test.status !== 'pass').map((test) => test.id);
const describeFailures = (report: Report): string[] => [
	...(report.problem ? [report.problem.traceback] : []),
	...report.tests
		.filter((test) => test.status !== 'pass')
		.map((test) => `${test.id}: ${test.message ?? ''}\n${test.traceback ?? ''}`),
];

const withoutNumbers = (text: string): string => text.replace(/\d+(?:\.\d+)?(?:e-?\d+)?/g, '#');

let mutants = 0;
let survivors: string[] = [];

test('every folder is as it should be', () => {
	expect(problems).toEqual([]);
	expect(folders.length).toBeGreaterThanOrEqual(18);
});

describe.each(folders)('$challenge.slug', ({ challenge, wrong, equivalent }) => {
	test('the solution passes', async () => {
		const report = await python.check(challenge, challenge.solution);
		expect(describeFailures(report)).toEqual([]);
		expect(report.status).toBe('pass');
	});

	test('the starter fails', async () => {
		const report = await python.check(challenge, challenge.starter);
		expect(report.status).not.toBe('pass');
		expect(report.tests.length).toBeGreaterThan(0);
	});

	test.each(wrong)('$name is caught by $caughtBy', async ({ code, caughtBy }) => {
		const report = await python.check(challenge, code);
		expect(failedTests(report)).toContain(caughtBy);
	});

	test('a recording of a wrong solution ends like its check', async () => {
		const { code, caughtBy } = wrong[0]!;
		const report = await python.check(challenge, code);
		const checked = report.tests.find(({ id }) => id === caughtBy)!;
		const outcome = await python.trace(code, { exercise: challenge, test: caughtBy });
		if (outcome.kind !== 'trace') throw new Error(JSON.stringify(outcome));
		const { cut, failing, message, steps } = outcome.trace;
		expect(steps.length).toBeGreaterThan(0);
		if (cut !== null) return;
		expect(failing).not.toBeNull();
		// Without a message something was measured; the clock's last digits count every look at it.
		if (message !== null) expect(withoutNumbers(message)).toBe(withoutNumbers(checked.message!));
	});

	test('mutants are killed', async () => {
		const known = new Set(equivalent.map(({ mutant }) => mutant));
		const source = JSON.stringify(challenge.solution);
		const json = await python.script(`import mutation\nmutation.mutants_json(${source})`);
		const all = JSON.parse(json) as { id: string; source: string }[];
		const ids = all.map(({ id }) => id);
		expect(ids, 'equivalent.json names mutants that exist').toEqual(
			expect.arrayContaining([...known]),
		);
		const queue = all.filter(({ id }) => !known.has(id));
		const count = queue.length;
		const alive: string[] = [];
		const work = async (): Promise<void> => {
			for (let next = queue.pop(); next; next = queue.pop()) {
				const exercise = { ...challenge, limits: MUTANT_LIMITS };
				const report = await python.check(exercise, next.source);
				if (report.status === 'pass') alive.push(next.id);
			}
		};
		await Promise.all(Array.from({ length: PARALLEL }, work));
		mutants += count;
		survivors = [...survivors, ...alive.map((id) => `${challenge.slug} ${id}`)];
		expect(1 - alive.length / count, `survivors: ${alive.join('; ')}`).toBeGreaterThanOrEqual(
			KILL_RATE,
		);
	});
});

test('the mutants of the whole set are killed', () => {
	const rate = 1 - survivors.length / mutants;
	const alive = survivors.length;
	process.stdout.write(`${mutants} mutants, ${alive} alive, kill rate ${rate.toFixed(3)}\n`);
	expect(rate).toBeGreaterThanOrEqual(KILL_RATE);
});
