import type { Condition, FollowUp, Phase, PhaseKind, Scenario } from '../../../src/core/interview';

/** A phase without questions. */
export function phase(kind: PhaseKind, minutes: number, rest: Partial<Phase> = {}): Phase {
	const says = `Opening of ${kind}.`;
	return { kind, minutes, says, points: [], followUps: [], interruptions: [], ...rest };
}

/** A question with one condition. */
export function question(id: string, ...when: Condition[]): FollowUp {
	return { id, when, says: `Question ${id}?`, points: [] };
}

/** An interview of twenty minutes about a list of numbers. */
export const scenario: Scenario = {
	slug: 'twenty-numbers',
	version: 1,
	title: 'Twenty minutes with numbers',
	summary: 'Add up what comes in',
	role: 'backend',
	level: 'mid',
	minutes: 20,
	challenge: 'lru-cache',
	interviewer: { name: 'Ada', title: 'Engineer' },
	setting: 'A small firm.',
	hidden: { topic: 'duplicates', constraint: 'numbers can come twice and count once' },
	clarifications: [
		{
			id: 'duplicates',
			any: ['same number twice', 'duplicates', 'numbers repeat'],
			example: 'Can the same number come twice?',
			answer: 'Yes, and it counts once.',
		},
		{
			id: 'size',
			any: ['how many numbers', 'how large/big input'],
			example: 'How many numbers will there be?',
			answer: 'A few million.',
		},
	],
	closing: [
		{
			id: 'team',
			any: ['large/big team', 'how many people team'],
			example: 'How big is the team?',
			answer: 'Seven people.',
		},
	],
	phases: [
		phase('introduce', 2, {
			followUps: [
				question('metric', { kind: 'no-metric' }),
				question('lesson', { kind: 'no-lesson' }),
			],
		}),
		phase('clarify', 2),
		phase('code', 10, {
			followUps: [
				question('quadratic', { kind: 'growth', from: 'n^2' }),
				question('untested', { kind: 'no-test' }, { kind: 'passed' }),
			],
			interruptions: [
				{ ...question('late'), after: 240, points: [] },
				{ ...question('silence', { kind: 'silent' }), after: 300 },
			],
		}),
		phase('test', 2, {
			points: [
				{ id: 'empty', says: 'An empty input', any: ['empty list', 'no numbers'] },
				{ id: 'twice', says: 'The same number twice', any: ['same number twice', 'duplicates'] },
			],
			followUps: [
				question('bite', { kind: 'hidden-missed' }),
				question('used', { kind: 'hidden-learnt' }),
			],
		}),
		phase('cost', 2, {
			points: [{ id: 'linear', says: 'Linear in n', any: ['o(n)', 'linear time'] }],
			followUps: [question('so', { kind: 'not-said', point: 'linear' })],
		}),
		phase('change', 1, {
			points: [
				{ id: 'stream', says: 'Reads as a stream', any: ['generator stream', 'one at time'] },
			],
		}),
		phase('questions', 1),
	],
};
