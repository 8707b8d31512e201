import { describe, expect, test } from 'vitest';
import { printCsv } from '../../src/core/csv';

describe('a table for a spreadsheet', () => {
	test('quotes what has to be quoted', () => {
		expect(
			printCsv([
				['a', 'b,c', 'say "hi"', 'two\nlines', ' space '],
				['', null, 3, 0.5, 'plain'],
			]),
		).toBe('a,"b,c","say ""hi""","two\nlines"," space "\r\n,,3,0.5,plain\r\n');
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '=HYPERLINK("http://x","y")'])(
		'does not let %j become a formula',
		(text) => {
			const [cell = ''] = printCsv([[text]])
				.split('\r\n')
				.slice(0, 1);
			expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
		},
	);

	test('leaves numbers as numbers', () => {
		expect(printCsv([[-3]])).toBe('-3\r\n');
	});
});
