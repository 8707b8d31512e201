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

describe.each(questions)('the cost “$title”', ({ id, code, sizes }) => {
	test('is measured at each of its sizes, the same each time', async () => {
		for (const n of sizes) {
			const first = await ratio(code, n);
			expect(first).toBeGreaterThan(0.5);
			expect(await ratio(code, n)).toBe(first);
		}
	});

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
	test(`${growing.includes(id) ? 'grows' : 'hardly grows'} with n, as its answer says`, async () => {
		const [least, most] = [sizes[0]!, sizes.at(-1)!];
		const growth = (await ratio(code, most)) / (await ratio(code, least));
		if (growing.includes(id)) expect(growth).toBeGreaterThan((most / least) ** 0.5);
		else expect(growth).toBeLessThan(3);
	});
});
