import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/coach/sentences';

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text);

describe('a text is split into sentences', () => {
	test.each([
		['It is slow. Use a deque!', ['It is slow.', 'Use a deque!']],
		['lists are arrays. popping shifts all', ['lists are arrays.', 'popping shifts all']],
		['Really?! Yes… Then go.', ['Really?!', 'Yes…', 'Then go.']],
		['So... it depends. Well... It does.', ['So... it depends.', 'Well...', 'It does.']],
		['He said “no.” Then (at last.) we left.', ['He said “no.”', 'Then (at last.)', 'we left.']],
		['First line\nsecond line\r\n\r\nthird', ['First line', 'second line', 'third']],
		['', []],
		[' \n.\n?! ', []],
	])('%j', (text, expected) => {
		expect(texts(text)).toEqual(expected);
	});

	test.each([
		'Use a queue, e.g. a deque, i.e. both ends.',
		'It took 3.5 s instead of 12.75 s with v1.2.3.',
		'Call asyncio.gather(a, b) and self.items.pop(0) from main.py today.',
		'That is O(n). '.trim(),
		'Lists, sets etc. are fine vs. tuples.',
		'We ran `a. b. c? d` twice.',
		'1. Measure it first.',
		'J. R. Smith wrote it at 9 a.m. every day.',
		'.NET is another world.',
	])('but not within %j', (text) => {
		expect(texts(text)).toEqual([text]);
	});

	test.each([
		['Python has etc. Then more.', 2],
		['It is O(n). It was O(1).', 2],
		['We stayed on Python 3. Then we moved.', 2],
		['We chose plan B. Then it broke.', 2],
		['So did I. Then we went.', 2],
		['An open `tick. Two sentences.', 2],
	])('%j is %i', (text, count) => {
		expect(texts(text)).toHaveLength(count);
	});

	test('and each says where it stands', () => {
		const text = '  One.  Two words!\n\n- Three';
		for (const sentence of splitSentences(text)) {
			expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
		}
		expect(splitSentences(text).map(({ start }) => start)).toEqual([2, 8, 20]);
	});
});
