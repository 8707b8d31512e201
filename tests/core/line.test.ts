import { describe, expect, test } from 'vitest';
import { lineBetween } from '../../src/core/line';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 });

describe('a line between two boxes', () => {
	test('leads from border to border, with a little room', () => {
		expect(lineBetween(box(0, 0), box(200, 0))).toEqual({
			path: 'M 105 20 L 195 20',
			middle: { x: 150, y: 20 },
		});
		expect(lineBetween(box(0, 0), box(0, 100)).path).toBe('M 50 45 L 50 95');
	});

	test('lies beside the one that leads back', () => {
		const there = lineBetween(box(0, 0), box(200, 0), 9).path;
		const back = lineBetween(box(200, 0), box(0, 0), 9).path;
		expect(there).toBe('M 105 29 L 195 29');
		expect(back).toBe('M 195 11 L 105 11');
	});

	test('of boxes at one place is no nonsense', () => {
		expect(lineBetween(box(0, 0), box(0, 0)).path).not.toMatch(/NaN|Infinity/);
	});
});
