import { describe, expect, test } from 'vitest';
import { defaults, moves, settle } from '../../src/core/preferences';

describe('preferences', () => {
	test('are the defaults as long as nothing is chosen', () => {
		expect(settle({})).toEqual(defaults);
	});

	test('put what was chosen over the defaults', () => {
		expect(settle({ theme: 'dark', role: 'data' })).toEqual({
			...defaults,
			theme: 'dark',
			role: 'data',
		});
	});

	test.each([
		[3, 10],
		[15.4, 15],
		[400, 28],
	])('pull a font size of %d to %d', (chosen, expected) => {
		expect(settle({ editorFontSize: chosen }).editorFontSize).toBe(expected);
	});

	test.each([
		[0, 15],
		[100, 85],
	])('pull a pane of %d per cent to %d', (chosen, expected) => {
		expect(settle({ promptWidth: chosen }).promptWidth).toBe(expected);
	});

	test.each([
		['auto', false, true],
		['auto', true, false],
		['reduced', false, false],
		['full', true, true],
	] as const)(
		'with motion %s and a system that reduces: %s, things move: %s',
		(motion, reduces, expected) => {
			expect(moves(motion, reduces)).toBe(expected);
		},
	);
});
