import * as v from 'valibot';
import { readPhrase } from '../coach/phrases';
import { drillTopics, levels, mistakeNames, type Drill, type FollowUp } from '../core/drill';
import { failure, success, type Result } from '../core/errors';
import { readFront } from './front';
import { hasTitle, linksIn, plainText, renderMarkdown, splitSections } from './markdown';
import type { ContentProblem } from './problem';
import { line, roles, several, slugSchema, whole, words } from './schema';

const title = v.pipe(
	line,
	v.maxLength(60, 'at most 60 characters'),
	v.check((text) => !text.includes('`'), 'plain text, without backticks'),
);

/** A phrasing of a key point. One word alone must be meant as such, not be what is left of several. */
export const phrasing = v.pipe(
	words,
	v.check(
		(text) => readPhrase(text).words.length > (text.includes(' ') ? 1 : 0),
		(issue) => `“${issue.input}” has fewer than two words that count`,
	),
);

const frontSchema = v.strictObject({
	title,
	topic: v.picklist(drillTopics),
	level: v.picklist(levels),
	roles: several(v.picklist(roles)),
	seconds: whole(60, 180),
	mistake: v.picklist(mistakeNames),
	points: v.pipe(
		v.array(
			v.strictObject({
				id: slugSchema,
				says: line,
				any: v.pipe(
					several(phrasing),
					v.minLength(4, 'at least four phrasings'),
					v.maxLength(12, 'at most twelve phrasings'),
				),
			}),
		),
		v.minLength(3, 'at least three points'),
		v.maxLength(6, 'at most six points'),
		v.check((points) => new Set(points.map(({ id }) => id)).size === points.length, 'no id twice'),
	),
});

const headings = ['Model answer', 'Follow-ups', 'Weak answer', 'What is wrong with it'] as const;

/** Reads and checks the text of `answers/<slug>.md`; all errors are found in one go. */
export function readDrill(slug: string, text: string): Result<Drill, ContentProblem[]> {
	const file = `answers/${slug}.md`;
	const problems: ContentProblem[] = [];
	const complain = (message: string, field: string | null = null) =>
		problems.push({ file, field, message });

	if (!v.is(slugSchema, slug)) complain('the name is not a slug (small letters, hyphens)');
	if (text.includes('\r') || text.startsWith('\uFEFF')) complain('has CR or a BOM');
	const read = readFront(file, text, frontSchema);
	if (!read.ok) return failure([...problems, ...read.error]);
	const { before, sections } = splitSections(read.value.body);
	if (hasTitle(read.value.body)) complain('has a title (#), but the page shows the title');
	for (const link of linksIn(read.value.body)) {
		if (!link.startsWith('https://')) complain(`links to ${link}, which is not https`);
	}
	if (!before) complain('has no question above its first ## heading');
	const found = sections.map((section) => section.title);
	if (found.join() !== headings.join()) {
		complain(`has the headings ${found.join(', ') || 'none'}, not ${headings.join(', ')}`);
	}
	const body = (heading: (typeof headings)[number]) => {
		const content = sections.find((section) => section.title === heading)?.body ?? '';
		if (!content) complain('has no text', heading);
		return content;
	};
	const model = body('Model answer');
	const followUps = readFollowUps(body('Follow-ups'));
	const weak = body('Weak answer');
	const why = body('What is wrong with it');
	if (followUps === null || followUps.length < 2) {
		complain('needs two or more lines “- Question? — what a good answer has”', 'Follow-ups');
	}
	if (problems.length > 0) return failure(problems);

	const { mistake, ...front } = read.value.front;
	return success({
		slug,
		...front,
		question: { text: plainText(before), html: renderMarkdown(before) },
		model: { text: plainText(model), html: renderMarkdown(model) },
		followUps: followUps ?? [],
		weak: { text: plainText(weak), html: renderMarkdown(weak), mistake, why: plainText(why) },
	});
}

/** A list item each: the question up to its mark, a dash, what to look for; null when one is not so. */
function readFollowUps(text: string): FollowUp[] | null {
	const items = text
		.split(/^- /m)
		.slice(1)
		.map((item) => /^([\s\S]+?\?)\s+[—–-]\s+([\s\S]+)$/.exec(plainText(item)));
	const whole = items.filter((item) => item !== null);
	if (whole.length !== items.length) return null;
	return whole.map(([, question = '', looksFor = '']) => ({ question, looksFor }));
}
