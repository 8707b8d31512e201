import { expect, test } from 'vitest';
import { difference } from '../../src/editor/formatting';

test.each([
	['a\nb\n', 'a\nb\n'],
	['', 'a'],
	['a', ''],
	['aaa', 'aa'],
	['x = f( 1 )\ny\n', 'x = f(1)\ny\n'],
	['one two', 'two one'],
])('the difference of %j and %j makes one of the other', (before, after) => {
	const { from, to, insert } = difference(before, after);
	expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
});

test('only what differs is replaced', () => {
	expect(difference('x = f( 1 )\ny\n', 'x = f(1)\ny\n')).toEqual({ from: 6, to: 9, insert: '1' });
});
