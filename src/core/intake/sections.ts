/** The `##` sections of a Markdown file as hints; what stands above the first is left out. */
export function hintsOf(markdown: string): { title: string; text: string }[] {
	return markdown
		.split(/^## +/m)
		.slice(1)
		.map((section) => {
			const [title = '', ...rest] = section.split('\n');
			return { title: title.trim(), text: rest.join('\n').trim() };
		})
		.filter(({ text }) => text !== '');
}

/** Markdown without its title, as the page shows one of its own. */
export function withoutTitle(markdown: string): string {
	return markdown.replace(/^\s*# .*\n?/, '').trim();
}
