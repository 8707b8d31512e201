import { describe, expect, test } from 'vitest';
import { advance, begin, redo, undo } from '../../src/core/history';

const three = advance(advance(begin('a'), 'b'), 'c');

describe('a history', () => {
	test('goes back and forward', () => {
		expect(undo(three).present).toBe('b');
		expect(undo(undo(three)).present).toBe('a');
		expect(redo(undo(three))).toEqual(three);
	});

	test('ends at both ends', () => {
		const first = begin('a');
		expect(undo(first)).toBe(first);
		expect(redo(three)).toBe(three);
	});

	test('forgets what was taken back when something new happens', () => {
		const changed = advance(undo(three), 'd');
		expect(changed.present).toBe('d');
		expect(redo(changed)).toBe(changed);
		expect(undo(changed).present).toBe('b');
	});

	test('does not count what is no change', () => {
		expect(advance(three, 'c')).toBe(three);
	});

	test('remembers a hundred steps', () => {
		let long = begin(0);
		for (let step = 1; step <= 150; step += 1) long = advance(long, step);
		for (let step = 0; step < 200; step += 1) long = undo(long);
		expect(long.present).toBe(50);
	});
});
