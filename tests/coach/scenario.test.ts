import { describe, expect, test } from 'vitest';
import { echoes, everyWay, follow, holds } from '../../src/coach/scenario';
import type { Choice, Scenario, ScenarioOption } from '../../src/core/scenario';

const option = (id: string, to: string | null, rest: Partial<ScenarioOption> = {}) => ({
	id,
	label: id,
	then: '',
	buys: '',
	costs: '',
	sets: [],
	adds: {},
	to,
	...rest,
});

const scenario: Scenario = {
	slug: 'a',
	title: 'A',
	summary: '',
	level: 'mid',
	roles: ['backend'],
	topics: [],
	minutes: 5,
	situation: '',
	facts: [],
	meters: [{ id: 'hours', title: 'Hours', start: 2 }],
	first: 'one',
	steps: [
		{
			id: 'one',
			title: '',
			text: '',
			also: [],
			options: [
				option('slow', 'two', { sets: ['careful'], adds: { hours: 3 } }),
				option('fast', 'two', { adds: { hours: 1 } }),
				option('stop', 'three'),
			],
		},
		{
			id: 'two',
			title: '',
			text: '',
			also: [
				{ if: ['careful'], not: [], text: 'You were careful.' },
				{ if: [], not: ['careful'], text: 'You were quick.' },
			],
			options: [option('go', 'three', { sets: ['gone'] }), option('stay', null)],
		},
		{
			id: 'three',
			title: '',
			text: '',
			also: [],
			options: [option('end', null), option('out', null)],
		},
	],
	endings: [
		{ if: ['careful', 'gone'], not: [], title: 'Both', text: '' },
		{ if: [], not: ['careful'], title: 'Quick', text: '' },
		{ if: [], not: [], title: 'Else', text: '' },
	],
	lesson: '',
};

const choices = (...pairs: string[]): Choice[] =>
	pairs.map((pair) => {
		const [step = '', chosen = ''] = pair.split('/');
		return { step, option: chosen, why: '', at: '' };
	});

describe('following decisions', () => {
	test('begins at the first step with the meters as they start', () => {
		const { step, ending, meters, taken } = follow(scenario, []);
		expect(step?.id).toBe('one');
		expect(ending).toBeNull();
		expect([...meters]).toEqual([['hours', 2]]);
		expect(taken).toEqual([]);
	});

	test('carries facts and meters on', () => {
		const { step, facts, meters } = follow(scenario, choices('one/slow', 'two/go'));
		expect(step?.id).toBe('three');
		expect([...facts]).toEqual(['careful', 'gone']);
		expect(meters.get('hours')).toBe(5);
	});

	test('says what earlier decisions led to', () => {
		const said = (first: string) => {
			const { step, facts } = follow(scenario, choices(first));
			return step ? echoes(step, facts) : [];
		};
		expect(said('one/slow')).toEqual(['You were careful.']);
		expect(said('one/fast')).toEqual(['You were quick.']);
	});

	test.each([
		[['one/slow', 'two/go', 'three/end'], 'Both'],
		[['one/fast', 'two/stay'], 'Quick'],
		[['one/slow', 'two/stay'], 'Else'],
	])('%j ends with %j', (pairs, title) => {
		const { step, ending } = follow(scenario, choices(...pairs));
		expect(step).toBeNull();
		expect(ending?.title).toBe(title);
	});

	test('stops before a decision that the scenario does not know', () => {
		for (const stray of ['two/gone', 'three/end', 'nowhere/go']) {
			const { step, taken } = follow(scenario, choices('one/slow', stray, 'three/end'));
			expect(step?.id).toBe('two');
			expect(taken).toHaveLength(1);
		}
	});

	test('knows every way through', () => {
		const ways = everyWay(scenario).map((way) => way.map(({ option: { id } }) => id).join(' '));
		expect(ways).toEqual([
			'slow go end',
			'slow go out',
			'slow stay',
			'fast go end',
			'fast go out',
			'fast stay',
			'stop end',
			'stop out',
		]);
	});

	test('does not go round for ever', () => {
		const [one] = scenario.steps;
		const round = { ...scenario, steps: [{ ...one!, options: [option('again', 'one')] }] };
		expect(everyWay(round)).toHaveLength(1);
	});

	test('holds a condition against the facts', () => {
		expect(holds({ if: ['a'], not: ['b'] }, new Set(['a']))).toBe(true);
		expect(holds({ if: ['a'], not: ['b'] }, new Set(['a', 'b']))).toBe(false);
		expect(holds({ if: ['a'], not: [] }, new Set())).toBe(false);
	});
});
