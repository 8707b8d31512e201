import { describe, expect, test } from 'vitest';
import { anchorOf, readingMinutes } from '../../src/core/guide';

describe('a page of the guide', () => {
	test.each([
		[
			'How much data structures and algorithms do I need?',
			'how-much-data-structures-and-algorithms-do-i-need',
		],
		['`asyncio`, in one breath', 'asyncio-in-one-breath'],
	])('%j can be linked to as %j', (title, anchor) => {
		expect(anchorOf(title)).toBe(anchor);
	});

	test('takes at least a minute to read', () => {
		expect([0, 100, 440, 900].map(readingMinutes)).toEqual([1, 1, 2, 4]);
	});
});
