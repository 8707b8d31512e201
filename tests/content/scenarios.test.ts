import { describe, expect, test } from 'vitest';
import { echoes, everyWay, follow } from '../../src/coach/scenario';
import { describe as tell } from '../../src/content/problem';
import { readScenario } from '../../src/content/scenario';
import { readTexts } from '../../src/content/texts';

const { items: scenarios, problems } = await readTexts(
	'challenges',
	'scenarios',
	'.json',
	readScenario,
);

describe('the scenarios', () => {
	test('can all be read', () => {
		expect(problems.map(tell)).toEqual([]);
		expect(scenarios.length).toBeGreaterThanOrEqual(12);
	});

	test('have something for each role and each level', () => {
		expect(new Set(scenarios.flatMap(({ roles }) => roles)).size).toBe(3);
		expect(new Set(scenarios.map(({ level }) => level)).size).toBe(3);
	});

	test('have titles of their own', () => {
		expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarios.length);
	});
});

describe.each(scenarios)('$slug', (scenario) => {
	const ways = everyWay(scenario);
	const positions = ways.map((way) =>
		follow(
			scenario,
			way.map(({ choice }) => choice),
		),
	);

	test('ends on every way, after two to four decisions', () => {
		for (const { step, ending, taken } of positions) {
			expect(step).toBeNull();
			expect(ending).not.toBeNull();
			expect(taken.length).toBeGreaterThanOrEqual(2);
			expect(taken.length).toBeLessThanOrEqual(4);
		}
	});

	test('has no option, step or ending that no way leads to', () => {
		const taken = new Set(ways.flat().map(({ step, option }) => `${step.id}/${option.id}`));
		const written = scenario.steps.flatMap(({ id, options }) =>
			options.map((option) => `${id}/${option.id}`),
		);
		expect(written.filter((option) => !taken.has(option))).toEqual([]);
		const reached = new Set(positions.map(({ ending }) => ending));
		expect(
			scenario.endings.filter((ending) => !reached.has(ending)).map(({ title }) => title),
		).toEqual([]);
	});

	test('says everything it has to say on some way, and nothing of it on all', () => {
		for (const step of scenario.steps) {
			const arrivals = ways.flatMap((way) => {
				const index = way.findIndex((taken) => taken.step.id === step.id);
				if (index < 0) return [];
				const before = way.slice(0, index).map(({ choice }) => choice);
				return [echoes(step, follow(scenario, before).facts)];
			});
			for (const { text } of step.also) {
				expect(arrivals.some((texts) => texts.includes(text))).toBe(true);
				expect(arrivals.every((texts) => texts.includes(text))).toBe(false);
			}
		}
	});

	test('remembers: what is decided early changes what comes later', () => {
		const remembered = scenario.steps.some(({ also }) => also.length > 0);
		const endings = new Set(positions.map(({ ending }) => ending?.title));
		expect(remembered).toBe(true);
		expect(endings.size).toBeGreaterThanOrEqual(2);
	});

	test('asks for what is set, and sets what is asked for', () => {
		const conditions = [...scenario.endings, ...scenario.steps.flatMap(({ also }) => also)];
		const asked = new Set(conditions.flatMap((one) => [...one.if, ...one.not]));
		const set = scenario.steps.flatMap(({ options }) => options.flatMap(({ sets }) => sets));
		expect([...asked].filter((fact) => !set.includes(fact))).toEqual([]);
		expect(set.filter((fact) => !asked.has(fact))).toEqual([]);
	});

	test('moves each of its meters, and none below nothing', () => {
		for (const { id, start } of scenario.meters) {
			const values = positions.map(({ meters }) => meters.get(id) ?? 0);
			expect(values.some((value) => value !== start)).toBe(true);
			expect(new Set(values).size).toBeGreaterThan(1);
			expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
		}
	});

	test('gives every option a gain and a price of its own', () => {
		const options = scenario.steps.flatMap((step) => step.options);
		const texts = options.flatMap(({ then, buys, costs }) => [then, buys, costs]);
		expect(new Set(texts).size).toBe(texts.length);
	});
});
