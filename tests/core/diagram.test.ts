import { describe, expect, test } from 'vitest';
import {
	addBox,
	connect,
	describe as sentences,
	disconnect,
	emptyDiagram,
	moveBox,
	relabel,
	removeBox,
	renameBox,
} from '../../src/core/diagram';

const two = addBox(addBox(emptyDiagram, ' API '), 'Queue');
const joined = connect(two, 'box-1', 'box-2', 'jobs');

describe('a diagram', () => {
	test('takes boxes, each at a place of its own', () => {
		let diagram = emptyDiagram;
		for (let count = 1; count <= 12; count += 1) diagram = addBox(diagram, `Box ${count}`);
		expect(new Set(diagram.boxes.map(({ id }) => id)).size).toBe(12);
		expect(new Set(diagram.boxes.map(({ x, y }) => `${x}/${y}`)).size).toBe(12);
		expect(two.boxes[0]).toMatchObject({ id: 'box-1', name: 'API' });
	});

	test('puts a new box where there is room, not where one was moved to', () => {
		const moved = moveBox(two, 'box-1', 510.4, 5);
		const [, , third] = addBox(moved, 'Store').boxes;
		expect(moved.boxes[0]).toMatchObject({ x: 510, y: 5 });
		expect(third).toMatchObject({ x: 0, y: 0 });
	});

	test('never gives an id again while one like it is there', () => {
		const diagram = addBox(removeBox(two, 'box-1'), 'Store');
		expect(diagram.boxes.map(({ id }) => id)).toEqual(['box-2', 'box-3']);
	});

	test('connects two boxes once each way', () => {
		expect(joined.arrows).toEqual([{ id: 'arrow-1', from: 'box-1', to: 'box-2', label: 'jobs' }]);
		expect(connect(joined, 'box-1', 'box-2')).toBe(joined);
		expect(connect(joined, 'box-1', 'box-2', 'runs').arrows).toMatchObject([{ label: 'runs' }]);
		expect(connect(joined, 'box-2', 'box-1').arrows).toHaveLength(2);
	});

	test('loses arrows with their box', () => {
		expect(removeBox(joined, 'box-2')).toEqual({ boxes: [joined.boxes[0]], arrows: [] });
		expect(disconnect(joined, 'arrow-1').arrows).toEqual([]);
	});

	test.each([
		['a nameless box', () => addBox(two, '  ')],
		['an empty name', () => renameBox(two, 'box-1', ' ')],
		['the same name', () => renameBox(two, 'box-1', 'API')],
		['the same place', () => moveBox(two, 'box-1', 0, 0)],
		['a box that is not there', () => removeBox(two, 'box-9')],
		['an arrow to itself', () => connect(two, 'box-1', 'box-1')],
		['an arrow to nowhere', () => connect(two, 'box-1', 'box-9')],
		['no such arrow', () => disconnect(two, 'arrow-9')],
		['no such label', () => relabel(two, 'arrow-9', 'x')],
	])('is not changed by %s', (_what, change) => {
		expect(change()).toBe(two);
	});

	test('can be read', () => {
		const diagram = addBox(renameBox(joined, 'box-2', 'Line'), 'Log');
		expect(sentences(diagram)).toEqual(['API → Line (jobs)', 'Line', 'Log, not connected']);
		expect(sentences(relabel(joined, 'arrow-1', ''))).toEqual(['API → Queue', 'Queue']);
	});
});
