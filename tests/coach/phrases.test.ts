import { describe, expect, test } from 'vitest';
import { matches, readPhrase, reachOf } from '../../src/coach/phrases';
import { tokensOf } from '../../src/coach/tokens';

const says = (phrase: string, sentence: string) => matches(readPhrase(phrase), tokensOf(sentence));

describe('a phrasing is found', () => {
	test.each([
		['shift every item', 'Every single item has to be shifted.'],
		['moves all remaining elements', 'all of the remaining elements are moved one down'],
		['every/each other element', 'Each other element moves.'],
		['O(n) from front/left', 'Popping from the left is O(n).'],
		['O(n)', 'so it is o of n in total'],
		['O(n log n)', 'Sorting is O(n  log n) at best.'],
		['O(n^2)', 'that is big O of n squared'],
		['O(n^2)', 'that is O(n²), or O(n**2)'],
		['pop(0)', 'I would not call `queue.pop(0)` in a loop.'],
		['popleft', 'deque.popleft() is constant'],
		['asyncio.gather', 'use asyncio.gather(*jobs) here'],
		['gather', 'use asyncio.gather here'],
		['__slots__', 'Adding __slots__ saves it.'],
		['read-only', 'It is read only.'],
		['read-only', 'a readonly view'],
		['read only', 'a read-only view'],
		['copy-on-write', 'pages are copy on write'],
		['up-to-date', 'it stays up to date'],
		['trade-off', 'The tradeoff is memory.'],
		['not thread-safe', "It isn't thread safe."],
		['cannot pickle', 'lambdas can’t be pickled'],
		['1000 rows', 'after 1,000 rows'],
		['2 threads', 'with two threads'],
		['40ms', 'it took 40 ms'],
		['I/O bound', 'The work is IO-bound.'],
		['I/O', 'mostly I/O'],
		['serialise behaviour', 'it serializes the behavior'],
		['held lock', 'while holding the lock'],
		['wrote test', 'I write tests first'],
		['shift item', 'The items are moved.'],
		['O(n) pop', 'A pop is linear.'],
		['linear pop', 'A pop is o of n.'],
		['quadratic loop', 'The loop is n squared.'],
		['slow insert', 'Inserts get slower.'],
		['lazy read', 'It reads lazily.'],
		['line-by-line', 'We go line by line.'],
	])('%j in %j', (phrase, sentence) => {
		expect(says(phrase, sentence)).toBe(true);
	});

	test.each([
		['shift every item', 'Every item is read.'],
		['generator lazy', 'In general I am lazy.'],
		['import cost', 'The important cost is memory.'],
		['O(n)', 'It is O(1).'],
		['asyncio.gather', 'We gather requirements.'],
		['new job', 'It keeps the newest job.'],
		['apply rule', 'The app rules.'],
		['pop(0)', 'pop() from the end'],
		['the of it', 'the of it'],
		['', 'anything'],
		['3', 'Python 3.12'],
	])('%j not in %j', (phrase, sentence) => {
		expect(says(phrase, sentence)).toBe(false);
	});

	test('only within its reach', () => {
		const phrase = readPhrase('lock held');
		expect(reachOf(phrase)).toBe(8);
		const between = (count: number) => `lock ${'word '.repeat(count)} held`;
		expect(says('lock held', between(6))).toBe(true);
		expect(says('lock held', between(7))).toBe(false);
		expect(says('lock held', `lock ${'of the '.repeat(20)} held`)).toBe(true);
	});
});
