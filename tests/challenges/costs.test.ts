import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { costExercise, measuredIn } from '../../src/content/measuring';
import { readCosts } from '../../src/content/costfiles';
import { startNodePython } from '../../src/runtime/node';

const { questions } = await readCosts(fileURLToPath(new URL('../../challenges', import.meta.url)));
const python = await startNodePython();
afterAll(() => python.close());

async function ratio(code: string, n: number): Promise<number> {
	const report = await python.check(costExercise(n), code);
	const measured = measuredIn(report, n);
	if (!measured) throw new Error(JSON.stringify(report));
	return measured.ratio;
}

/** Those whose answer speaks of a cost that grows with n. */
const growing = [
	'pop-front',
	'membership',
	'find-in-order',
	'growing-list',
	'stop-early',
	'count-each',
	'middle-of-a-deque',
];

describe.each(questions)('the cost “$title”', ({ id, code, sizes }) => {
	const grows = growing.includes(id);

	test(`is measured at each size, and ${grows ? 'grows' : 'hardly grows'} with it`, async () => {
		const ratios: number[] = [];
		for (const n of sizes) ratios.push(await ratio(code, n));
		expect(Math.min(...ratios)).toBeGreaterThan(0.5);
		const growth = ratios.at(-1)! / ratios[0]!;
		if (grows) expect(growth).toBeGreaterThan((sizes.at(-1)! / sizes[0]!) ** 0.5);
		else expect(growth).toBeLessThan(3);
	});

	test('is the same each time', async () => {
		expect(await ratio(code, sizes[0]!)).toBe(await ratio(code, sizes[0]!));
	});
});
