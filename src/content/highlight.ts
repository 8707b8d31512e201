import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/python';

/**
 * Python as safe HTML with the `tok-…` classes of Lezer's `classHighlighter`. In an interpreter
 * session (`>>>`) the prompts are `tok-meta` and the answers stay plain.
 */
export function highlightPython(code: string): string {
	return /^>>> ?/m.test(code) ? highlightSession(code) : highlightSource(code);
}

/** `&`, `<`, `>` and quotes as entities. */
export function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

function highlightSource(code: string): string {
	let html = '';
	highlightCode(
		code,
		parser.parse(code),
		classHighlighter,
		(text, classes) => {
			html += classes ? `<span class="${classes}">${escapeHtml(text)}</span>` : escapeHtml(text);
		},
		() => (html += '\n'),
	);
	return html;
}

function highlightSession(code: string): string {
	const html: string[] = [];
	let prompts: string[] = [];
	let source: string[] = [];
	const flush = () => {
		const lines = highlightSource(source.join('\n')).split('\n');
		for (const [index, prompt] of prompts.entries()) {
			html.push(`<span class="tok-meta">${escapeHtml(prompt)}</span>${lines[index] ?? ''}`);
		}
		prompts = [];
		source = [];
	};
	for (const line of code.split('\n')) {
		const [, prompt, rest] = /^(>>> ?|\.\.\. ?)(.*)$/.exec(line) ?? [];
		if (prompt === undefined || rest === undefined) {
			flush();
			html.push(escapeHtml(line));
			continue;
		}
		if (prompt.startsWith('>')) flush();
		prompts.push(prompt);
		source.push(rest);
	}
	flush();
	return html.join('\n');
}
