import { describe, expect, test } from 'vitest';
import {
	countStates,
	nextUp,
	select,
	stateOf,
	type ChallengeState,
} from '../../src/core/catalogue';
import type { ChallengeMeta } from '../../src/core/challenge';

function meta(slug: string, rest: Partial<ChallengeMeta> = {}): ChallengeMeta {
	return {
		slug,
		version: 1,
		title: slug.replaceAll('-', ' '),
		summary: 'Something to do',
		kind: 'generators',
		difficulty: 'easy',
		minutes: 20,
		topics: ['iterators'],
		roles: ['backend'],
		skills: ['lazy evaluation'],
		limits: { seconds: 10, cost: 1_000_000_000 },
		...rest,
	};
}

const all = [
	meta('merge-streams', { topics: ['heaps', 'streaming'], difficulty: 'medium' }),
	meta('bounded-gather', { kind: 'async', roles: ['backend', 'data'], difficulty: 'hard' }),
	meta('lru-cache', { kind: 'data-structures', topics: ['caches'], roles: ['data'] }),
	meta('streaming-median', {
		kind: 'data-structures',
		summary: 'Two heaps for a crêperie’s queue',
	}),
];

const states = new Map<string, ChallengeState>([
	['merge-streams', 'passed'],
	['lru-cache', 'failed'],
	['bounded-gather', 'started'],
]);

const slugs = (challenges: ChallengeMeta[]) => challenges.map((challenge) => challenge.slug);

describe('the state of a challenge', () => {
	test.each([
		['new', undefined],
		['new', { verdicts: [], drafted: false }],
		['started', { verdicts: [], drafted: true }],
		['failed', { verdicts: ['fail'], drafted: true }],
		['failed', { verdicts: ['error'], drafted: false }],
		['passed', { verdicts: ['fail', 'pass', 'fail'], drafted: true }],
	] as const)('is %s for %j', (state, progress) => {
		expect(stateOf(progress)).toBe(state);
	});

	test('is counted over the catalogue, untouched ones as new', () => {
		expect(countStates(all, states)).toEqual({ new: 1, started: 1, failed: 1, passed: 1 });
	});
});

describe('selecting', () => {
	test.each([
		[{}, ['merge-streams', 'bounded-gather', 'lru-cache', 'streaming-median']],
		[{ kind: 'data-structures' }, ['lru-cache', 'streaming-median']],
		[{ role: 'data' }, ['bounded-gather', 'lru-cache']],
		[{ topic: 'heaps' }, ['merge-streams']],
		[{ difficulty: 'easy' }, ['lru-cache', 'streaming-median']],
		[{ state: 'new' }, ['streaming-median']],
		[{ state: 'passed' }, ['merge-streams']],
		[{ kind: 'data-structures', role: 'data', state: 'failed' }, ['lru-cache']],
		[{ kind: 'async', difficulty: 'easy' }, []],
		[
			{ kind: null, text: '  ' },
			['merge-streams', 'bounded-gather', 'lru-cache', 'streaming-median'],
		],
	] as const)('%j gives %j', (filter, expected) => {
		expect(slugs(select(all, filter, states))).toEqual(expected);
	});

	test('leaves the given list as it is', () => {
		const before = slugs(all);
		select(all, { text: 'median' }, states);
		expect(slugs(all)).toEqual(before);
	});
});

describe('searching', () => {
	test.each([
		['stream', ['streaming-median', 'merge-streams']],
		['heaps', ['merge-streams', 'streaming-median']],
		['LRU', ['lru-cache']],
		['creperie', ['streaming-median']],
		['async hard', ['bounded-gather']],
		['stream medium', ['merge-streams']],
		['median lru', []],
		['zzz', []],
	])('“%s” finds %j', (text, expected) => {
		expect(slugs(select(all, { text }))).toEqual(expected);
	});

	test('keeps the catalogue’s order among equals', () => {
		expect(slugs(select(all, { text: 'lazy' }))).toEqual(slugs(all));
	});
});

describe('what is next', () => {
	const order = slugs(all);

	test('is the first that is not passed', () => {
		expect(nextUp(order, states)).toBe('bounded-gather');
	});

	test('comes after the present one, then from the beginning', () => {
		expect(nextUp(order, states, 'bounded-gather')).toBe('lru-cache');
		expect(nextUp(order, states, 'streaming-median')).toBe('bounded-gather');
	});

	test('is nothing when all are passed, or only the present one is left', () => {
		const passed = new Map(order.map((slug) => [slug, 'passed' as const]));
		expect(nextUp(order, passed)).toBeNull();
		expect(nextUp(['a'], new Map(), 'a')).toBeNull();
	});
});
