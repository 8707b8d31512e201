import { describe, expect, test } from 'vitest';
import { applyEdit, editBetween } from '../../src/core/edit';

describe('a change of text', () => {
	test.each([
		['', 'abc'],
		['abc', ''],
		['aaa', 'aaaa'],
		['return a', 'return a + b'],
		['one two three', 'one three'],
		['abcabc', 'abcXabc'],
		['same', 'sane'],
	])('leads from %j to %j', (before, after) => {
		const edit = editBetween(before, after);
		expect(edit && applyEdit(before, edit)).toBe(after);
	});

	test('says only what is new', () => {
		expect(editBetween('return a', 'return ab')).toEqual({ from: 8, to: 8, insert: 'b' });
		expect(editBetween('same', 'same')).toBeNull();
	});

	test('holds on to a shorter text than it was made for', () => {
		expect(applyEdit('ab', { from: 5, to: 9, insert: 'c' })).toBe('abc');
	});
});
