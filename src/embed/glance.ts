const fenced = /^(`{3,}|~{3,})[^\n]*\n([^]*?)(?:^\1[ \t]*(?:\n|$)|(?![^]))/m;
const coded = /(`+)([^]*?[^`])\1(?!`)/;
const item = /^[ \t]*(?:[-*+]|(\d+)[.)])[ \t]+/;
const nextItem = /\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])/;

/**
 * Markdown as safe HTML before the start of a frame, for which the renderer is too heavy: paragraphs,
 * headings, lists, quotations and code. What it does not know is shown as it is written.
 */
export function glance(markdown: string): string {
	// Of three parts the first is text, the second a fence, the third what was fenced.
	const parts = markdown.replaceAll('\r\n', '\n').split(fenced);
	return parts.map((part, at) => [blocks, () => '', code][at % 3]!(part)).join('');
}

function blocks(text: string): string {
	return text
		.replace(/^#{1,6}[ \t].*$/gm, '\n$&\n')
		.replace(/^(?![ \t]*(?:[-*+]|\d+[.)])[ \t])\S.*\n(?=(?:[-*+]|1[.)])[ \t])/gm, '$&\n')
		.split(/\n(?:[ \t]*\n)+/)
		.map((part) => part.replace(/^\n+|\s+$/g, ''))
		.filter(Boolean)
		.map(block)
		.join('');
}

function block(text: string): string {
	const heading = /^#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(text);
	if (heading) return `<h2>${inline(heading[1]!)}</h2>`;
	if (text.startsWith('>')) {
		return `<blockquote>${blocks(text.replace(/^> ?/gm, ''))}</blockquote>`;
	}
	if (/^(?: {4}|\t)/.test(text)) return code(text.replace(/^(?: {4}|\t)/gm, ''));
	const first = item.exec(text);
	if (!first) return `<p>${inline(text)}</p>`;
	const items = text.split(nextItem).map((each) => `<li>${inline(each.replace(item, ''))}</li>`);
	const list = first[1] === undefined ? 'ul' : 'ol';
	return `<${list}>${items.join('')}</${list}>`;
}

function inline(text: string): string {
	const parts = text.split(coded);
	return parts
		.map((part, at) =>
			[marked, () => '', (it: string) => `<code>${escape(it)}</code>`][at % 3]!(part),
		)
		.join('');
}

function marked(text: string): string {
	return escape(text)
		.replace(/!?\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
		.replace(/\*([^\s*][^*]*)\*/g, '<em>$1</em>');
}

function code(text: string): string {
	return `<pre><code>${escape(text)}</code></pre>`;
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
