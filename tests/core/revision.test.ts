import { describe, expect, test } from 'vitest';
import { mergeRevisions, revise } from '../../src/core/revision';
import { same } from '../../src/core/same';
import { chosenOf, mergeServices, type Service } from '../../src/core/service';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));

describe('revisions', () => {
	test('are one for each sitting', () => {
		const monday = revise(
			revise([], { text: 'a' }, 'monday', at(0)),
			{ text: 'b' },
			'monday',
			at(1),
		);
		const friday = revise(monday, { text: 'c' }, 'friday', at(2));
		expect(friday.map(({ id, content }) => [id, content.text])).toEqual([
			['monday', 'b'],
			['friday', 'c'],
		]);
	});

	test('of the same text are no change', () => {
		const once = revise([], { text: 'a' }, 'monday', at(0));
		expect(revise(once, { text: 'a' }, 'friday', at(5))).toEqual(once);
	});

	test('of a sitting that goes on after another come on top', () => {
		const parted = revise(revise([], 'a', 'one', at(0)), 'b', 'two', at(1));
		expect(revise(parted, 'c', 'one', at(2)).map(({ content }) => content)).toEqual(['b', 'c']);
	});

	test('of two devices are joined, each sitting in its later state', () => {
		const ours = revise(revise([], 'a', 'one', at(0)), 'b', 'two', at(5));
		const theirs = revise(revise([], 'A', 'one', at(3)), 'c', 'three', at(4));
		const joined = mergeRevisions(ours, theirs);
		expect(joined.map(({ content }) => content)).toEqual(['A', 'c', 'b']);
		expect(mergeRevisions(joined, ours)).toEqual(joined);
		expect(mergeRevisions(theirs, ours)).toEqual(joined);
	});
});

describe('two values', () => {
	test.each([
		[{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
		[{ a: 1 }, { a: 1, b: undefined }, false],
		[[1, 2], [2, 1], false],
		[[], {}, false],
		[null, {}, false],
		['a', 'a', true],
	])('%j and %j: %s', (one, two, expected) => {
		expect(same(one, two)).toBe(expected);
	});
});

describe('services', () => {
	const service = (slug: string, chosenAt: string | null): Service => ({
		slug,
		chosenAt,
		revisions: [],
	});

	test('have at most one that is one’s own', () => {
		expect(chosenOf([service('a', null)])).toBeNull();
		const list = [service('a', at(1).toISOString()), service('b', at(2).toISOString())];
		expect(chosenOf(list)?.slug).toBe('b');
	});

	test('joined keep the later choice', () => {
		const [early, late] = [service('a', at(1).toISOString()), service('a', at(2).toISOString())];
		expect(mergeServices(early, late).chosenAt).toBe(late.chosenAt);
		expect(mergeServices(late, service('a', null)).chosenAt).toBe(late.chosenAt);
	});
});
