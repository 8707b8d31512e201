import MarkdownIt from 'markdown-it';
import { escapeHtml, highlightPython } from './highlight';

const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.disable(['image']);
markdown.validateLink = (target) => /^(https:\/\/|#\/)/.test(target);

markdown.core.ruler.push('below-the-page', (state) => {
	for (const token of state.tokens) {
		if (!token.type.startsWith('heading_')) continue;
		token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 1)}`;
	}
});

markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
	const token = tokens[index];
	if (!String(token?.attrGet('href')).startsWith('#/')) {
		token?.attrSet('target', '_blank');
		token?.attrSet('rel', 'noopener noreferrer');
	}
	return renderer.renderToken(tokens, index, options);
};

markdown.renderer.rules.fence = (tokens, index) => {
	const token = tokens[index];
	if (!token) return '';
	const language = token.info.trim().split(/\s+/)[0] ?? '';
	const code = token.content.replace(/\n$/, '');
	const inside = language === 'python' ? highlightPython(code) : escapeHtml(code);
	const name = /^\w+$/.test(language) ? ` class="language-${language}"` : '';
	return `<pre tabindex="0"><code${name}>${inside}\n</code></pre>\n`;
};

/**
 * Our Markdown as safe HTML: no raw HTML, no images, only https links (in a new tab) and those to
 * pages of the app, headings one level down so that the page keeps its `h1`, Python highlighted.
 */
export function renderMarkdown(text: string): string {
	return markdown.render(text);
}

/** The same for a line: no paragraph around it. */
export function renderInline(text: string): string {
	return markdown.renderInline(text);
}

/** A part of a text under one `##` heading, Markdown inside. */
export type Section = { title: string; body: string };

/** Splits at `##` headings; `before` is what stands above the first. */
export function splitSections(text: string): { before: string; sections: Section[] } {
	const lines = text.split('\n');
	const headings = markdown
		.parse(text, {})
		.flatMap((token, index, tokens) =>
			token.type === 'heading_open' && token.markup === '##' && token.level === 0 && token.map
				? [{ line: token.map[0], title: tokens[index + 1]?.content ?? '' }]
				: [],
		);
	const sections = headings.map(({ line, title }, index) => ({
		title,
		body: lines
			.slice(line + 1, headings[index + 1]?.line)
			.join('\n')
			.trim(),
	}));
	return { before: lines.slice(0, headings[0]?.line).join('\n').trim(), sections };
}

const everyLink = new MarkdownIt({ html: false, linkify: false });
everyLink.validateLink = () => true;

/** The targets of all links and images, wanted or not. */
export function linksIn(text: string): string[] {
	return everyLink
		.parse(text, {})
		.flatMap((token) => token.children ?? [])
		.flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? [])
		.map(String);
}

/** Whether the text has a heading of the first level. */
export function hasTitle(text: string): boolean {
	return markdown
		.parse(text, {})
		.some((token) => token.type === 'heading_open' && ['#', '='].includes(token.markup));
}

/** What a text says, without marks: a line for each paragraph or item; code keeps its backticks. */
export function plainText(text: string): string {
	return markdown
		.parse(text, {})
		.flatMap((token) => (token.type === 'inline' ? [inlineText(token.children ?? [])] : []))
		.join('\n');
}

function inlineText(tokens: readonly { type: string; content: string }[]): string {
	return tokens
		.map(({ type, content }) => {
			if (type === 'code_inline') return `\`${content}\``;
			return type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
		})
		.join('');
}
