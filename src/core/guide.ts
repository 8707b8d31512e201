/** What the guide's list shows. */
export type GuideMeta = { slug: string; title: string; summary: string };

/** A page of the guide. `html` is safe HTML made from our Markdown. */
export type GuidePage = GuideMeta & {
	intro: string;
	sections: { id: string; title: string; html: string }[];
	/** Whole words of the page, for the time it takes to read. */
	words: number;
};

/** A short name for a heading, for links within a page. */
export function anchorOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Minutes to read so many words, at 220 words a minute; at least one. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.round(words / 220));
}
