import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGuidePage } from '../../src/content/guidepage';
import { describe as tell } from '../../src/content/problem';
import { readTexts } from '../../src/content/texts';

const { items, problems } = await readTexts('challenges', 'guide', '.md', readGuidePage);
const pages = items.map(({ page }) => page);

describe('the guide', () => {
	test('can be read', () => {
		expect(problems.map(tell)).toEqual([]);
		expect(pages.length).toBeGreaterThanOrEqual(6);
	});

	test('has one place for each page', () => {
		expect(new Set(items.map(({ order }) => order)).size).toBe(items.length);
	});

	test.each(pages)('$slug is neither a note nor a book', ({ words }) => {
		expect(words).toBeGreaterThanOrEqual(400);
		expect(words).toBeLessThanOrEqual(950);
	});

	test('names no amount of money to expect', () => {
		for (const { slug } of pages) {
			const text = readFileSync(`challenges/guide/${slug}.md`, 'utf8');
			expect(text).not.toMatch(/[€$£]\s?\d|\d\s?(€|\$|£|EUR|USD|k a year)/);
		}
	});
});

describe('a page', () => {
	const page = (body: string, front = 'title: A\nsummary: B\norder: 1') =>
		readGuidePage('a-page', `---\n${front}\n---\n${body}`);
	const three = '## One\n\nText.\n\n## Two `x`\n\nText.\n\n## Three\n\n[Drills](#/drills).\n';

	test('is cut at its headings, which can be linked to', () => {
		const read = page(`Before.\n\n${three}`);
		if (!read.ok) throw new Error(read.error.map(tell).join());
		expect(read.value.page.intro).toBe('<p>Before.</p>\n');
		expect(read.value.page.sections.map(({ id }) => id)).toEqual(['one', 'two-x', 'three']);
		expect(read.value.page.sections[2]?.html).toBe('<p><a href="#/drills">Drills</a>.</p>\n');
	});

	test.each([
		['# Title\n\n' + three, /has a title/],
		['## One\n\nText.\n', /fewer than three/],
		[three + '\n## Empty\n', /has no text/],
		[three + '\n## One\n\nText.\n', /called alike/],
		[three + '\n[x](http://plain.example)\n', /neither https/],
	])('%j is refused', (body, message) => {
		const read = page(body);
		expect(read.ok ? '' : read.error.map(tell).join()).toMatch(message);
	});
});
