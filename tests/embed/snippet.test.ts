import { describe, expect, test } from 'vitest';
import { addressOf, asElement, asHtml, asMarkdown } from '../../src/embed/snippet';

const snippet = {
	site: 'https://example.org/dry-run/',
	parameters: 'v=1&ex=bounded-gather&theme=dark&origin=https%3A%2F%2Fa.example',
	title: 'Sums "lazily" <b> [1]',
	height: 'auto' as const,
};

describe('a snippet', () => {
	test('names the frame by hash, or by query where hashes are stripped', () => {
		expect(addressOf(snippet)).toMatch(/^https:\/\/example\.org\/dry-run\/embed\.html#v=1&ex=/);
		expect(addressOf(snippet, true)).toMatch(/embed\.html\?v=1&ex=/);
	});

	test('is one line of HTML in which no title breaks out', () => {
		const html = asHtml({ ...snippet, height: 500 });
		expect(html).toContain('title="Sums &quot;lazily&quot; &lt;b&gt; [1]"');
		expect(html).toContain('&amp;ex=bounded-gather');
		expect(html).toContain('height="500"');
		expect(asHtml(snippet)).toContain('height="640"');
		expect(html.split('\n')).toHaveLength(1);
	});

	test('is a link in Markdown', () => {
		expect(asMarkdown({ ...snippet, parameters: 'v=1&ex=a&code=f(1)' })).toBe(
			'[Sums "lazily" <b> \\[1\\]](https://example.org/dry-run/embed.html#v=1&ex=a&code=f%281%29)',
		);
	});

	test('is the element, whose script stands before it', () => {
		const text = asElement(snippet);
		expect(text).toContain('src="https://example.org/dry-run/embed.js"');
		expect(text).toContain('<dry-run exercise="bounded-gather" theme="dark" title="Sums &quot;');
		expect(text).not.toContain('origin=');
	});
});
