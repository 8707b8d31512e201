import { describe, expect, test } from 'vitest';
import { boundPicture } from '../../../src/core/picture/bound';
import { growthPicture } from '../../../src/core/picture/growth';
import { lanes, stepSentence, waitSentences } from '../../../src/core/picture/interleaving';
import { pullEnding, pullGroups, pullSentence, shownPulls } from '../../../src/core/picture/pulls';
import type { Evidence } from '../../../src/core/report';

type Of<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;

const curve = (grow: (n: number) => number) =>
	[256, 512, 1024, 2048].map((n) => ({ n, cost: grow(n) }));

describe('the growth curve', () => {
	const evidence: Of<'growth'> = {
		kind: 'growth',
		text: '',
		points: curve((n) => n * n),
		reference: curve((n) => 100 * n),
		fitted: 'n^2',
		allowed: 'n',
	};

	test('is a straight line on logarithmic axes', () => {
		const { points } = growthPicture(evidence);
		const steps = points.slice(1).map(({ x, y }, i) => [x - points[i]!.x, y - points[i]!.y]);
		for (const [x, y] of steps) {
			expect(x).toBeCloseTo(steps[0]![0]!);
			expect(y).toBeCloseTo(steps[0]![1]!);
		}
	});

	test('lies in the unit square with all that is drawn', () => {
		const { points, reference, guide } = growthPicture(evidence);
		for (const { x, y } of [...points, ...reference, ...guide]) {
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
			expect(Math.max(x, y)).toBeLessThanOrEqual(1.000001);
		}
	});

	test('has the allowed slope below the steeper curve', () => {
		const { points, guide } = growthPicture(evidence);
		expect(guide[0]).toEqual(points[0]);
		expect(guide.at(-1)!.y).toBeLessThan(points.at(-1)!.y);
	});

	test('ends the allowed slope at the edge where it is the steeper one', () => {
		const flat = { ...evidence, points: curve((n) => n), reference: null, allowed: 'n^3' };
		expect(growthPicture(flat).guide.at(-1)!.y).toBe(1);
	});

	test('is told point by point, beside the reference', () => {
		expect(growthPicture(evidence).said[1]).toBe(
			'With 512 items yours took 262,000 steps, 4.0 times the work for 2 times the input. The reference: 51,200 steps, so yours is 5.12 times that.',
		);
	});

	test('has no slope for a class that it does not know, and stands a constant', () => {
		const constant = { ...evidence, points: curve(() => 7), reference: null, allowed: 'n!' };
		const { guide, points } = growthPicture(constant);
		expect(guide).toEqual([]);
		expect(points.map(({ y }) => y)).toEqual([0.5, 0.5, 0.5, 0.5]);
	});
});

describe('the pull log', () => {
	const evidence: Of<'pulls'> = {
		kind: 'pulls',
		text: '',
		source: 'a',
		log: [
			{ item: 0, line: 4, value: '7', during: 'merge(a)' },
			{ item: 1, line: 4, value: '8', during: 'next(merged)' },
			{ item: 2, line: 6, value: '', during: 'next(merged)' },
		],
		closed: false,
		pulled: 900,
	};

	test('is grouped by what the test was doing', () => {
		const groups = pullGroups(evidence);
		expect(groups.map(({ during, pulls }) => [during, pulls.map(({ index }) => index)])).toEqual([
			['merge(a)', [0]],
			['next(merged)', [1, 2]],
		]);
	});

	test('is one group in an earlier report', () => {
		const log = [
			{ item: 0, line: null },
			{ item: 1, line: 2 },
		];
		expect(pullGroups({ ...evidence, log })).toHaveLength(1);
		expect(pullSentence(log[0]!)).toBe('Item 1 was taken not by a line of yours.');
		expect(pullEnding({ kind: 'pulls', text: '', source: 'a', log, closed: true })).toBe(
			'2 taken in all. The source was closed.',
		);
	});

	test('leaves out the middle of many', () => {
		const pulls = Array.from({ length: 30 }, (_, index) => ({ item: index, line: 1, index }));
		const { first, left, last } = shownPulls({ during: null, pulls }, 10);
		expect([first.length, left, last.map(({ item }) => item)]).toEqual([9, 20, [29]]);
	});

	test('is told in sentences', () => {
		expect(pullSentence(evidence.log[1]!)).toBe(
			'Item 2, 8, was taken by your line 4, while the test ran `next(merged)`.',
		);
		expect(pullEnding(evidence)).toBe(
			'900 taken in all. The first 3 are shown. The source was left open.',
		);
	});
});

describe('the interleaving', () => {
	const evidence: Of<'interleaving'> = {
		kind: 'interleaving',
		text: '',
		seed: 3,
		threads: ['A', 'B'],
		steps: [
			{ thread: 'A', line: 2, source: '    x = counter', note: null },
			{ thread: 'B', line: 2, source: '    x = counter', note: 'takes over' },
			{ thread: 'C', line: 3, source: '', note: null },
		],
		waits: [
			{ thread: 'A', wants: 'lock 2', heldBy: 'B' },
			{ thread: 'B', wants: 'an item', heldBy: null },
		],
	};

	test('has a column for every thread, also one that was not announced', () => {
		const { threads, steps } = lanes(evidence);
		expect(threads).toEqual(['A', 'B', 'C']);
		expect(steps.map(({ column, switched }) => [column, switched])).toEqual([
			[0, false],
			[1, true],
			[2, true],
		]);
	});

	test('is told step by step, and who waits for whom', () => {
		const { steps } = lanes(evidence);
		expect(steps.map(stepSentence)).toEqual([
			'A, line 2: `x = counter`.',
			'Switch to B, line 2: `x = counter` (takes over).',
			'Switch to C, line 3.',
		]);
		expect(waitSentences(evidence)).toEqual([
			'A waits for lock 2, which B holds.',
			'B waits for an item.',
		]);
	});
});

describe('a bar beside its bound', () => {
	test('is over it or within', () => {
		const cost: Of<'cost'> = {
			...{ kind: 'cost', text: '', cost: 50, reference: 10, ratio: 5, allowed: 2 },
		};
		expect(boundPicture(cost)).toMatchObject({ over: true, usedText: '5 × the reference' });
		const memory: Of<'memory'> = {
			...{ kind: 'memory', text: '', peakBytes: 2048, allowedBytes: 65536 },
		};
		const bar = boundPicture(memory);
		expect(bar).toMatchObject({ over: false, usedText: '2.0 KiB', boundText: '64.0 KiB' });
		expect(bar.used).toBeLessThan(bar.bound);
	});
});
