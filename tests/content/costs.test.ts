import { describe, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { costs } from '../../src/content/costs';
import { costExercise, measuredIn } from '../../src/content/measuring';
import { readCost, readCosts } from '../../src/content/costfiles';
import type { Report } from '../../src/core/report';

const good = [
	'# title: One',
	'# this: a',
	'# that: b',
	'# sizes: 10, 1000',
	'# question: How many times the work of `b` is `a`?',
	'# why: Because.',
	'from collections import deque',
	'',
	'',
	'def setup(n):',
	'    return len, len',
	'',
].join('\n');

describe('the costs', () => {
	test('are all as they should be, twelve of them', async () => {
		const directory = fileURLToPath(new URL('../../challenges', import.meta.url));
		const { questions, problems } = await readCosts(directory);
		expect(problems).toEqual([]);
		expect(questions).toHaveLength(12);
		expect(costs).toEqual(questions);
	});

	test('each ask a question, and tell why in a few sentences', () => {
		for (const { question, why, sizes } of costs) {
			expect(question).toMatch(/How many times the work .*\?$/);
			expect(why.length).toBeGreaterThan(120);
			expect([...sizes].sort((one, two) => one - two)).toEqual(sizes);
		}
	});
});

describe('a file of a cost', () => {
	test('is its lines at the top and a program', () => {
		expect(readCost('one', good)).toEqual({
			ok: true,
			value: {
				id: 'one',
				title: 'One',
				this: 'a',
				that: 'b',
				sizes: [10, 1000],
				question: 'How many times the work of `b` is `a`?',
				why: 'Because.',
				code: 'from collections import deque\n\n\ndef setup(n):\n    return len, len\n',
			},
		});
	});

	test.each([
		['title', good.replace('# title: One\n', ''), 'is missing'],
		['sizes', good.replace('10, 1000', 'ten'), 'are not whole numbers with commas between'],
		['sizes', good.replace('10, 1000', '10, -5'), 'are not whole numbers with commas between'],
		[null, good.replace('def setup(n)', 'def prepare(n)'), 'has no setup(n)'],
	])('is refused when %s is not right', (field, text, message) => {
		expect(readCost('one', text)).toEqual({
			ok: false,
			error: [{ file: 'costs/one.py', field, message }],
		});
	});
});

describe('a measurement', () => {
	test('is of the chosen size', () => {
		expect(costExercise(500).tests).toMatch(/^N = 500\n"""Measures/);
	});

	test('is read from the evidence, and is none when the test did not pass', () => {
		const cost = {
			kind: 'cost',
			text: '',
			cost: 300,
			reference: 20,
			ratio: 15,
			allowed: 1,
		} as const;
		const report = (status: 'pass' | 'error'): Report => ({
			version: 1,
			status,
			message: null,
			problem: null,
			tests: [
				{
					id: 'Cost.test',
					title: '',
					status,
					aspect: 'correctness',
					line: null,
					message: null,
					expected: null,
					actual: null,
					output: '',
					cost: 0,
					peakBytes: null,
					evidence: [cost],
					traceback: null,
				},
			],
		});
		expect(measuredIn(report('pass'), 10)).toEqual({ n: 10, ratio: 15, this: 300, that: 20 });
		expect(measuredIn(report('error'), 10)).toBeNull();
	});
});
