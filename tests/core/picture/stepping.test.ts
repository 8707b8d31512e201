import { describe, expect, test } from 'vitest';
import { stepOn, stepSaid, stepView } from '../../../src/core/picture/stepping';
import type { Trace, TraceFrame, TraceStep } from '../../../src/core/trace';

function frame(id: number, name: string, more: Partial<TraceFrame> = {}): TraceFrame {
	return {
		...{ id, name, kind: 'function', file: 'solution', line: 1, state: 'running' },
		...{ by: null, on: null, waits: '', thread: null, variables: [], more: 0, ...more },
	};
}

function step(line: number, more: Partial<TraceStep> = {}): TraceStep {
	return {
		...{ file: 'solution', line, event: 'line', value: null, out: 0, thread: null },
		...{ frames: [0], deep: 0, parked: [], objects: [], ...more },
	};
}

const trace: Trace = {
	...{ version: 1, message: null, problem: null, failing: null, cut: null, output: 'ab\nc\n' },
	tests: {},
	frames: [
		frame(-1, 'the program', {
			kind: 'module',
			variables: [
				['a', 1],
				['b', 1],
				['n', '1'],
			],
		}),
		frame(-1, 'the program', {
			kind: 'module',
			state: 'calling',
			line: 9,
			variables: [
				['a', 1],
				['b', 1],
				['n', '2'],
				['pipe', [4]],
			],
		}),
		frame(4, 'doubled', { kind: 'generator', by: -1, variables: [['source', [5]]] }),
		frame(5, 'numbers', { kind: 'generator', by: 4, state: 'suspended', line: 3 }),
		frame(7, 'child', { kind: 'coroutine', state: 'waiting', line: 2, waits: 'a lock' }),
	],
	objects: [
		{ id: 1, type: 'list', kind: 'list', contents: ['1', [5]], more: 3 },
		{ id: 2, type: 'Node', kind: 'fields', contents: [['next', 1]], more: 0 },
	],
	steps: [
		step(1, { objects: [0, 1] }),
		step(6, { frames: [2, 1], parked: [3, 4], objects: [0], out: 3, event: 'yield', value: [5] }),
		step(2, { frames: [1] }),
		step(2, { frames: [1], event: 'raise', value: 'ValueError: no' }),
		step(7, { file: 'tests', frames: [1] }),
	],
};

describe('a step', () => {
	test('shows the same object under all of its names', () => {
		const { objects } = stepView(trace, 0);
		expect(objects[0]).toMatchObject({ title: 'list #1', names: ['a', 'b', 'Node #2'], more: 3 });
	});

	test('marks the variables that changed since the step before', () => {
		const outer = stepView(trace, 1).stack[1]!;
		expect(outer.shown.map(({ name, changed }) => [name, changed])).toEqual([
			['a', false],
			['b', false],
			['n', true],
			['pipe', true],
		]);
	});

	test('says who pulls whom and what a coroutine waits for', () => {
		const { stack, parked } = stepView(trace, 1);
		expect(stack[0]).toMatchObject({
			doing: 'running, line 1',
			relations: ['pulled by the program'],
		});
		expect(parked[0]).toMatchObject({
			doing: 'suspended on line 3',
			relations: ['last pulled by doubled'],
		});
		expect(parked[1]!.doing).toBe('waits on line 2 for a lock');
	});

	test('leads from a variable to the frame that it holds', () => {
		const { stack } = stepView(trace, 1);
		expect(stack[0]!.shown[0]!.value).toEqual({ text: 'generator numbers #5', to: 'frame', id: 5 });
	});

	test('has what was printed before it', () => {
		expect(stepView(trace, 1).output).toBe('ab\n');
	});

	test('is one sentence', () => {
		expect(trace.steps.map((_, at) => stepSaid(trace, at))).toEqual([
			'Line 1.',
			'Line 6: doubled yields generator numbers #5 and is suspended.',
			'Line 2.',
			'Line 2 raises ValueError: no.',
			"The test's line 7.",
		]);
	});

	test('names the thread where there are several', () => {
		const threaded = { ...trace, steps: [step(4, { frames: [1], thread: 'the main thread' })] };
		expect(stepSaid(threaded, 0)).toBe('The main thread: line 4.');
	});
});

describe('the way to a line', () => {
	test('goes onwards and backwards over steps that are about to run it', () => {
		expect(stepOn(trace, 0, new Set([2]), 1)).toBe(2);
		expect(stepOn(trace, 4, new Set([1, 2]), -1)).toBe(2);
		expect(stepOn(trace, 2, new Set([2]), 1)).toBeNull();
		expect(stepOn(trace, 0, new Set([7]), 1)).toBeNull();
	});
});
