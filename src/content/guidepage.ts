import * as v from 'valibot';
import { failure, success, type Result } from '../core/errors';
import { anchorOf, type GuidePage } from '../core/guide';
import { readFront } from './front';
import { hasTitle, linksIn, plainText, renderMarkdown, splitSections } from './markdown';
import type { ContentProblem } from './problem';
import { line, slugSchema, whole } from './schema';

const frontSchema = v.strictObject({ title: line, summary: line, order: whole(1, 100) });

/** A page and its place in the guide. */
export type PlacedPage = { order: number; page: GuidePage };

/** Reads and checks the text of `guide/<slug>.md`. */
export function readGuidePage(slug: string, text: string): Result<PlacedPage, ContentProblem[]> {
	const file = `guide/${slug}.md`;
	const problems: ContentProblem[] = [];
	const complain = (message: string, field: string | null = null) =>
		problems.push({ file, field, message });

	if (!v.is(slugSchema, slug)) complain('the name is not a slug (small letters, hyphens)');
	const read = readFront(file, text, frontSchema);
	if (!read.ok) return failure([...problems, ...read.error]);
	const { front, body } = read.value;
	if (hasTitle(body)) complain('has a title (#), but the page shows the title');
	for (const link of linksIn(body)) {
		if (!/^(https:\/\/|#\/)/.test(link)) complain(`links to ${link}, neither https nor a page`);
	}
	const { before, sections } = splitSections(body);
	if (sections.length < 3) complain('has fewer than three ## headings');
	for (const { title, body: inside } of sections) {
		if (!inside) complain('has no text', title);
	}
	const ids = sections.map(({ title }) => anchorOf(title));
	if (new Set(ids).size < ids.length) complain('has two headings that are called alike');
	if (problems.length > 0) return failure(problems);
	return success({
		order: front.order,
		page: {
			slug,
			title: front.title,
			summary: front.summary,
			intro: renderMarkdown(before),
			sections: sections.map(({ title, body: inside }) => ({
				id: anchorOf(title),
				title,
				html: renderMarkdown(inside),
			})),
			words: plainText(body).split(/\s+/).length,
		},
	});
}
