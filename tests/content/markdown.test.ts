import { describe, expect, test } from 'vitest';
import { renderMarkdown, splitSections } from '../../src/content/markdown';

describe('Markdown', () => {
	test.each([
		['<script>alert(1)</script>', /<script/],
		['text <img src=x onerror=alert(1)>', /<img/],
		['[x](javascript:alert(1))', /href/],
		['[x](data:text/html,<script>)', /href/],
		['[x](http://plain.example)', /href/],
		['![x](https://example.org/x.png)', /<img/],
		['```"><b onclick=x\ncode\n```', /<b|onclick=x">/],
		['```python\nx = "</code><script>"\n```', /<script/],
		['`<b>`', /<b>/],
		['https://example.org', /<a/],
	])('%j lets nothing through', (text, forbidden) => {
		expect(renderMarkdown(text)).not.toMatch(forbidden);
	});

	test('opens links elsewhere, without telling where they come from', () => {
		expect(renderMarkdown('[PEP 342](https://peps.python.org/pep-0342/)')).toBe(
			'<p><a href="https://peps.python.org/pep-0342/" target="_blank" rel="noopener noreferrer">PEP 342</a></p>\n',
		);
	});

	test('keeps headings below the page’s own', () => {
		expect(renderMarkdown('# A\n\n## B\n\n###### C\n')).toBe(
			'<h2>A</h2>\n<h3>B</h3>\n<h6>C</h6>\n',
		);
	});

	test('colours Python', () => {
		expect(renderMarkdown('```python\ndef f(x): return "a<b"  # no\n```')).toBe(
			'<pre tabindex="0"><code class="language-python">' +
				'<span class="tok-keyword">def</span> ' +
				'<span class="tok-variableName tok-definition">f</span>' +
				'<span class="tok-punctuation">(</span><span class="tok-variableName">x</span>' +
				'<span class="tok-punctuation">)</span>: <span class="tok-keyword">return</span> ' +
				'<span class="tok-string">&quot;a&lt;b&quot;</span>  ' +
				'<span class="tok-comment"># no</span>\n</code></pre>\n',
		);
	});

	test('colours what is typed in a session and leaves the answers alone', () => {
		const html = renderMarkdown(
			'```python\n>>> for x in y:\n...     pass\n...\nfor x in <y>\n>>> "a\n```',
		);
		const lines = html.split('\n');
		expect(lines[0]).toContain(
			'<span class="tok-meta">&gt;&gt;&gt; </span><span class="tok-keyword">for</span>',
		);
		expect(lines[1]).toBe(
			'<span class="tok-meta">... </span>    <span class="tok-keyword">pass</span>',
		);
		expect(lines[2]).toBe('<span class="tok-meta">...</span>');
		expect(lines[3]).toBe('for x in &lt;y&gt;');
		expect(lines).toHaveLength(7);
	});

	test('lets no unfinished statement of a session colour the next', () => {
		const html = renderMarkdown('```python\n>>> x = """\n>>> def f(): ...\n```');
		expect(html).toContain('<span class="tok-keyword">def</span>');
	});

	test.each(['>>> a\n1', 'x = 1\n\n\ny = 2', '>>> "é" + """\n... b"""\n\nc'])(
		'loses no text of %j',
		(code) => {
			const text = renderMarkdown(`\`\`\`python\n${code}\n\`\`\``)
				.replace(/<[^>]+>/g, '')
				.replaceAll('&gt;', '>')
				.replaceAll('&quot;', '"');
			expect(text).toBe(`${code}\n\n`);
		},
	);

	test('leaves other code plain', () => {
		expect(renderMarkdown('```\ndef <x>\n```')).toBe(
			'<pre tabindex="0"><code>def &lt;x&gt;\n</code></pre>\n',
		);
	});
});

describe('sections', () => {
	test('are cut at second-level headings, not at comments in code', () => {
		const text = 'Before.\n\n## One `x`\n\nA\n\n```python\n## no\n```\n\n### Inner\n\n## Two\nB\n';
		expect(splitSections(text)).toEqual({
			before: 'Before.',
			sections: [
				{ title: 'One `x`', body: 'A\n\n```python\n## no\n```\n\n### Inner' },
				{ title: 'Two', body: 'B' },
			],
		});
	});

	test('may be none', () => {
		expect(splitSections('Just text.\n')).toEqual({ before: 'Just text.', sections: [] });
	});
});
