import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { readPhrase } from '../coach/phrases';
import { stageNames, type Design, type Stage, type StageName } from '../core/design';
import type { Diagram } from '../core/diagram';
import { levels } from '../core/drill';
import { failure, success, type Result } from '../core/errors';
import { phrasing } from './drill';
import { readFront } from './front';
import { listContent } from './listing';
import { hasTitle, plainText, renderMarkdown, splitSections } from './markdown';
import type { ContentProblem } from './problem';
import { line, roles, several, slugSchema, whole, words } from './schema';

/** Pixels of the picture for one column and one row. */
const cell = { width: 270, height: 110 };

const arrowSchema = v.pipe(
	v.string(),
	v.regex(/^[a-z-]+ -> [a-z-]+(: .+)?$/, 'an arrow reads “from -> to: what”'),
);

const designSchema = v.strictObject({
	title: line,
	summary: line,
	level: v.picklist(levels),
	roles: several(v.picklist(roles)),
	minutes: whole(10, 90),
	order: whole(1, 100),
	boxes: v.record(
		slugSchema,
		v.strictObject({ name: words, at: v.tuple([whole(0, 5), whole(0, 8)]) }),
	),
	arrows: several(arrowSchema),
});

const stageSchema = v.strictObject({
	title: line,
	seconds: whole(60, 600),
	points: v.pipe(
		v.array(v.strictObject({ id: slugSchema, says: line, any: several(phrasing) })),
		v.minLength(3),
		v.maxLength(6),
	),
	probes: v.pipe(
		v.array(
			v.strictObject({
				id: slugSchema,
				ask: words,
				looksFor: words,
				said: v.optional(v.array(slugSchema), []),
				missed: v.optional(v.array(slugSchema), []),
				mentions: v.optional(v.nullable(words), null),
			}),
		),
		v.minLength(3),
	),
});

export type PlacedDesign = { order: number; design: Design };

/** Reads and checks one folder of `designs/`: `design.md` and a file for each stage. */
export async function readDesign(
	directory: string,
): Promise<Result<PlacedDesign, ContentProblem[]>> {
	const slug = basename(directory);
	const place = `designs/${slug}`;
	const problems: ContentProblem[] = [];
	const expected = ['design.md', ...stageNames.map((name) => `${name}.md`)];
	const names = await listContent(directory);
	for (const name of names) {
		if (expected.includes(name)) continue;
		problems.push({ file: `${place}/${name}`, field: null, message: 'is a stray file' });
	}
	for (const name of expected) {
		if (names.includes(name)) continue;
		problems.push({ file: `${place}/${name}`, field: null, message: 'is missing' });
	}
	if (problems.length > 0) return failure(problems);
	const text = (name: string) => readFile(join(directory, name), 'utf8');

	const stages: Stage[] = [];
	for (const name of stageNames) {
		const stage = readStage(`${place}/${name}.md`, name, await text(`${name}.md`));
		if (stage.ok) stages.push(stage.value);
		else problems.push(...stage.error);
	}
	const file = `${place}/design.md`;
	const front = readFront(file, await text('design.md'), designSchema);
	if (!front.ok) return failure([...problems, ...front.error]);
	const { boxes, arrows, order, ...meta } = front.value.front;
	const picture = pictureOf(boxes, arrows);
	for (const { from, to } of picture.arrows) {
		for (const id of [from, to]) {
			if (!boxes[id]) problems.push({ file, field: 'arrows', message: `there is no box ${id}` });
		}
	}
	if (problems.length > 0) return failure(problems);
	const situation = renderMarkdown(front.value.body);
	return success({ order, design: { slug, ...meta, situation, stages, picture } });
}

/** Reads and checks the text of one stage. */
export function readStage(
	file: string,
	name: StageName,
	text: string,
): Result<Stage, ContentProblem[]> {
	const read = readFront(file, text, stageSchema);
	if (!read.ok) return read;
	const { front, body } = read.value;
	const problems: ContentProblem[] = [];
	const complain = (message: string) => problems.push({ file, field: null, message });
	const { before, sections } = splitSections(body);
	const [model] = sections;
	if (hasTitle(body)) complain('has a title (#), but the page shows the title');
	if (!before) complain('has no question above its heading');
	if (sections.length !== 1 || model?.title !== 'Model answer') {
		complain('needs one heading, “Model answer”');
	}
	const points = front.points.map(({ id }) => id);
	for (const probe of front.probes) {
		for (const id of [...probe.said, ...probe.missed]) {
			if (!points.includes(id)) complain(`the probe ${probe.id} knows no point ${id}`);
		}
		if (probe.said.length + probe.missed.length === 0 && probe.mentions === null) {
			complain(`the probe ${probe.id} depends on nothing`);
		}
		if (probe.mentions !== null && readPhrase(probe.mentions).words.length === 0) {
			complain(`the probe ${probe.id} looks for words that do not count`);
		}
	}
	if (!model || problems.length > 0) return failure(problems);
	return success({
		name,
		...front,
		question: { text: plainText(before), html: renderMarkdown(before) },
		model: { text: plainText(model.body), html: renderMarkdown(model.body) },
	});
}

function pictureOf(
	boxes: { [id: string]: { name: string; at: [number, number] } },
	arrows: string[],
): Diagram {
	return {
		boxes: Object.entries(boxes).map(
			([
				id,
				{
					name,
					at: [column, row],
				},
			]) => ({
				id,
				name,
				x: column * cell.width,
				y: row * cell.height,
			}),
		),
		arrows: arrows.map((arrow, index) => {
			const [, from = '', to = '', label = ''] =
				/^([a-z-]+) -> ([a-z-]+)(?:: (.+))?$/.exec(arrow) ?? [];
			return { id: `arrow-${index + 1}`, from, to, label };
		}),
	};
}
