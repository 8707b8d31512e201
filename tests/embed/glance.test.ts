import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/content/markdown';
import { glance } from '../../src/embed/glance';

const folder = new URL('../../challenges/code/', import.meta.url);
const prompts = readdirSync(folder).map(
	(slug) => [slug, readFileSync(new URL(`${slug}/prompt.md`, folder), 'utf8')] as const,
);

/** What there is to read, and where a block or an item starts. */
function words(html: string): string {
	return html
		.replace(/<(?:p|li|pre|h\d)\b[^>]*>/g, ' ¶ ')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&')
		.replace(/(?:¶\s*)+/g, '¶ ')
		.replace(/\s+/g, ' ')
		.trim();
}

describe('Markdown at a glance', () => {
	test('has prompts to be tried on', () => {
		expect(prompts.length).toBeGreaterThan(30);
	});

	test.each(prompts)('reads like the rendered prompt of %s', (_, markdown) => {
		expect(words(glance(markdown))).toBe(words(renderMarkdown(markdown)));
	});

	test('shows headings, lists, code and marks', () => {
		const html = glance(
			'# Sums #\r\n\r\nAdd **all** of `a < b`, *lazily*:\r\n\r\n1. [one](http://x.y)\r\n2. two\r\n   more\r\n\r\n~~~\r\nx < 1\r\n~~~\r\n    y\r\n',
		);
		expect(html).toBe(
			'<h2>Sums</h2><p>Add <strong>all</strong> of <code>a &lt; b</code>, <em>lazily</em>:</p>' +
				'<ol><li>one</li><li>two\n   more</li></ol><pre><code>x &lt; 1\n</code></pre><pre><code>y</code></pre>',
		);
	});

	test('lets headings and lists end a paragraph, as the renderer does', () => {
		const markdown =
			'# Sums\nAdd them:\n- one\n  more\n- two\n## Then\n1. a\n2. b\n\n1 - 2\nis no list';
		expect(words(glance(markdown))).toBe(words(renderMarkdown(markdown)));
		expect(words(glance(markdown))).toBe(
			'¶ Sums ¶ Add them: ¶ one more ¶ two ¶ Then ¶ a ¶ b ¶ 1 - 2 is no list',
		);
	});

	test('shows a fence without an end, and nothing for nothing', () => {
		expect(glance('a\n```py\nb')).toBe('<p>a</p><pre><code>b</code></pre>');
		expect(glance(' \n\n')).toBe('');
	});

	test('makes no tags but its own, whatever is written', () => {
		const odd = fc.constantFrom(
			'<',
			'>',
			'&',
			'`',
			'*',
			'[',
			'](',
			')',
			'#',
			'- ',
			'\n',
			'    ',
			'"',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(odd, fc.string()), { maxLength: 60 }), (parts) => {
				const html = glance(parts.join(''));
				const rest = html.replace(/<\/?(?:p|h2|blockquote|ul|ol|li|pre|code|strong|em)>/g, '');
				expect(rest).not.toMatch(/[<>]/);
			}),
		);
	});
});
