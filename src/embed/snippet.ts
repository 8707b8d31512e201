import { escapeXml } from './scorm/manifest';

/** An exercise to put on a page. `parameters`: what goes after the `#`, as `printParameters` says. */
export type Snippet = {
	/** Address of the site, ending in a slash. */
	site: string;
	parameters: string;
	title: string;
	/** Pixels; `auto` needs the element, or a page that listens to the frame. */
	height: 'auto' | number;
};

/** Pixels of a frame whose height nobody follows. */
const ordinary = 640;
/** Parameters that the element calls otherwise. */
const renamed: Readonly<Record<string, string>> = { ex: 'exercise', src: 'pack', x: 'inline' };

/** The frame's address; `query` for editors that strip what follows a `#`. */
export function addressOf({ site, parameters }: Snippet, query = false): string {
	return `${site}embed.html${query ? '?' : '#'}${parameters}`;
}

/** One line of HTML that works wherever frames are allowed. */
export function asHtml(snippet: Snippet): string {
	const { title, height } = snippet;
	const pixels = height === 'auto' ? ordinary : height;
	return `<iframe src="${escapeXml(addressOf(snippet))}" title="${escapeXml(title)}" width="100%" height="${pixels}" style="border: 0" loading="lazy" allow="clipboard-write; fullscreen"></iframe>`;
}

/** A link in Markdown, for pages whose Markdown lets no frame through. */
export function asMarkdown(snippet: Snippet): string {
	const title = snippet.title.replace(/[\\[\]]/g, '\\$&');
	return `[${title}](${addressOf(snippet).replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** The element of the SDK, with the script that defines it; its height follows the exercise. */
export function asElement({ site, parameters, title }: Snippet): string {
	const attributes = [...new URLSearchParams(parameters)]
		.filter(([name]) => name !== 'v' && name !== 'origin')
		.map(([name, value]) => ` ${renamed[name] ?? name}="${escapeXml(value)}"`);
	return `<script type="module" src="${escapeXml(site)}embed.js"></script>
<dry-run${attributes.join('')} title="${escapeXml(title)}"></dry-run>`;
}
