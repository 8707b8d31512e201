import { describe, expect, test } from 'vitest';
import { criticalPath } from '../../../src/core/picture/critical';
import { atMoment, pathSentences, timelinePicture } from '../../../src/core/picture/timeline';
import type { Evidence, TaskLife, TaskWait } from '../../../src/core/report';

type Timeline = Extract<Evidence, { kind: 'timeline' }>;

function wait(what: string, start: number, end: number, more: Partial<TaskWait> = {}): TaskWait {
	return { for: what, on: [], line: null, start, end, by: null, cut: false, ...more };
}

function life(task: string, start: number, end: number, waits: TaskWait[]): TaskLife {
	const parent = task === 'main' ? null : 'main';
	return { task, line: null, parent, start, end, outcome: 'returned', waits, blocks: [] };
}

/** Two tasks under one lock, and one that is not the reason for anything. */
const locked = [
	life('main', 0, 3, [wait('other tasks', 0, 3, { on: ['a', 'b', 'c'] })]),
	life('a', 0, 1, [wait('fetch(1)', 0, 1)]),
	life('b', 0, 3, [wait('a lock', 0, 1, { by: 'a' }), wait('fetch(2)', 1, 3)]),
	life('c', 0, 2, [wait('2 s of sleep', 0, 2)]),
];

describe('the critical path', () => {
	test('goes from task to task back to what time itself ended', () => {
		expect(criticalPath(locked, 3)).toEqual([
			{ task: 'a', start: 0, end: 1, what: 'waits for fetch(1)' },
			{ task: 'b', start: 1, end: 3, what: 'waits for fetch(2)' },
		]);
	});

	test('goes over to the maker where a task began later', () => {
		const tasks = [
			life('main', 0, 5, [
				wait('1 s of sleep', 0, 1),
				wait('the task a', 1, 5, { on: ['a'], by: 'a' }),
			]),
			life('a', 1, 5, [wait('fetch(1)', 1, 5)]),
		];
		expect(criticalPath(tasks, 5).map(({ task, start, end }) => [task, start, end])).toEqual([
			['main', 0, 1],
			['a', 1, 5],
		]);
	});

	test('names who held up the loop', () => {
		const rude = { ...life('rude', 0, 2, []), blocks: [{ line: 4, start: 0, end: 2 }] };
		const tasks = [life('main', 0, 3, [wait('1 s of sleep', 2, 3)]), rude];
		expect(criticalPath(tasks, 3)).toEqual([
			{ task: 'rude', start: 0, end: 2, what: 'holds up the loop' },
			{ task: 'main', start: 2, end: 3, what: 'waits for 1 s of sleep' },
		]);
	});

	test('ends even where tasks wait for each other', () => {
		const ring = [
			life('main', 0, 4, [wait('the task a', 0, 4, { on: ['a'], by: 'a' })]),
			life('a', 0, 4, [wait('the task main', 0, 4, { on: ['main'], by: 'main' })]),
		];
		expect(criticalPath(ring, 4).at(-1)!.end).toBe(4);
	});

	test('covers all of the time without a gap', () => {
		const pieces = criticalPath(locked, 3);
		expect(pieces[0]!.start).toBe(0);
		for (const [index, { start }] of pieces.slice(1).entries())
			expect(start).toBe(pieces[index]!.end);
	});

	test('is told in sentences', () => {
		expect(pathSentences(criticalPath(locked, 3))[0]).toBe('0 s to 1 s: a waits for fetch(1)');
	});
});

describe('the timeline', () => {
	const evidence: Timeline = {
		...{ kind: 'timeline', text: '', elapsed: 3, peak: 2, peakAt: 0 },
		spans: [
			{ task: 'main', label: 'main', start: 0, end: 3, outcome: 'returned' },
			{ task: 'z', label: 'z', start: 0, end: 3, outcome: 'pending' },
		],
		tasks: locked,
	};

	test('has a row a task with its waits in percent', () => {
		const { rows, missing, moments } = timelinePicture(evidence);
		expect(rows.map(({ name }) => name)).toEqual(['main', 'a', 'b', 'c']);
		expect(rows[2]!.segments.map(({ kind }) => kind)).toEqual(['held', 'own']);
		expect(rows[2]!.segments[1]!.left).toBeCloseTo(33.33);
		expect(rows[2]!.critical).toHaveLength(1);
		expect(missing).toBe(1);
		expect(moments).toEqual([0, 1, 2, 3]);
	});

	test('tells what each task does at a moment', () => {
		const picture = timelinePicture(evidence);
		expect(atMoment(picture, 1)).toEqual([
			{ name: 'main', does: 'waits for other tasks' },
			{ name: 'a', does: 'returns' },
			{ name: 'b', does: 'waits for fetch(2)' },
			{ name: 'c', does: 'waits for 2 s of sleep' },
		]);
	});

	test('draws an earlier report from its spans', () => {
		const { kind, text, elapsed, peak, spans } = evidence;
		const earlier: Timeline = { kind, text, elapsed, peak, spans };
		const picture = timelinePicture(earlier);
		expect(picture.rows.map(({ name, width }) => [name, width])).toEqual([
			['main', 100],
			['z', 100],
		]);
		expect(picture.path).toEqual([]);
	});
});
