import { describe, expect, test } from 'vitest';
import { decideNote, divider, mergeTexts, type Note } from '../../src/core/note';

const now = new Date('2026-11-23T10:00:00Z');
const present: Note = { slug: 'a', text: 'one', revision: 2, savedAt: '2026-11-22T10:00:00.000Z' };

describe('two texts', () => {
	test.each([
		['one', 'one', 'one'],
		['one and two', 'two', 'one and two'],
		['one', 'one and two', 'one and two'],
		['', 'two', 'two'],
		['one', '', 'one'],
		['one\n', '\ntwo', `one${divider}two`],
	])('%j and %j give %j', (ours, theirs, expected) => {
		expect(mergeTexts(ours, theirs)).toBe(expected);
	});

	test('joined once are not joined again', () => {
		const joined = mergeTexts('one', 'two');
		expect(mergeTexts(joined, 'two')).toBe(joined);
		expect(mergeTexts('one', joined)).toBe(joined);
	});
});

describe('saving a note', () => {
	test('replaces the text that it grew from', () => {
		expect(decideNote(present, { slug: 'a', text: 'new', base: 2 }, now)).toEqual({
			slug: 'a',
			text: 'new',
			revision: 3,
			savedAt: now.toISOString(),
		});
	});

	test('joins a text that grew from an older one', () => {
		const note = decideNote(present, { slug: 'a', text: 'new', base: 1 }, now);
		expect(note).toMatchObject({ text: `one${divider}new`, revision: 3 });
	});

	test('begins with revision 1', () => {
		expect(decideNote(undefined, { slug: 'a', text: 'x', base: 0 }, now).revision).toBe(1);
	});

	test('of the same text changes nothing', () => {
		expect(decideNote(present, { slug: 'a', text: 'one', base: 0 }, now)).toBe(present);
	});
});
