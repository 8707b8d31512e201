import * as v from 'valibot';
import { everyWay } from '../coach/scenario';
import { levels } from '../core/drill';
import { failure, success, type Result } from '../core/errors';
import type { Scenario } from '../core/scenario';
import { renderInline, renderMarkdown } from './markdown';
import { parseJson, type ContentProblem } from './problem';
import { line, roles, several, slugSchema, whole, words } from './schema';

const inline = v.pipe(words, v.transform(renderInline));
const fact = v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/, 'small letters and hyphens'));
const condition = { if: v.optional(v.array(fact), []), not: v.optional(v.array(fact), []) };

const option = v.strictObject({
	id: slugSchema,
	label: inline,
	then: inline,
	buys: inline,
	costs: inline,
	sets: v.optional(v.array(fact), []),
	adds: v.optional(v.record(fact, v.number()), {}),
	to: v.nullable(slugSchema),
});

const step = v.strictObject({
	id: slugSchema,
	title: words,
	text: inline,
	also: v.optional(v.array(v.strictObject({ ...condition, text: inline })), []),
	options: v.pipe(v.array(option), v.minLength(2), v.maxLength(4)),
});

const scenarioSchema = v.strictObject({
	title: line,
	summary: line,
	level: v.picklist(levels),
	roles: several(v.picklist(roles)),
	topics: several(words),
	minutes: whole(3, 30),
	situation: v.pipe(
		several(words),
		v.transform((paragraphs) => renderMarkdown(paragraphs.join('\n\n'))),
	),
	facts: v.pipe(v.array(inline), v.minLength(2), v.maxLength(6)),
	meters: v.pipe(
		v.array(v.strictObject({ id: fact, title: words, start: v.optional(v.number(), 0) })),
		v.minLength(1),
		v.maxLength(3),
	),
	first: slugSchema,
	steps: v.pipe(v.array(step), v.minLength(2)),
	endings: v.pipe(
		v.array(v.strictObject({ ...condition, title: words, text: inline })),
		v.minLength(2),
	),
	lesson: v.pipe(words, v.transform(renderMarkdown)),
});

/** Reads and checks the text of `scenarios/<slug>.json`: its shape, and that every way through ends. */
export function readScenario(slug: string, text: string): Result<Scenario, ContentProblem[]> {
	const file = `scenarios/${slug}.json`;
	if (!v.is(slugSchema, slug)) {
		return failure([{ file, field: null, message: 'the name is not a slug' }]);
	}
	const read = parseJson(file, text, scenarioSchema);
	if (!read.ok) return read;
	const scenario = { slug, ...read.value };
	const problems = looseEnds(scenario).map((message) => ({ file, field: null, message }));
	return problems.length > 0 ? failure(problems) : success(scenario);
}

/** What leads nowhere, and what nothing leads to. */
function looseEnds(scenario: Scenario): string[] {
	const { steps, first, endings, meters } = scenario;
	const ids = steps.map((step) => step.id);
	const targets = steps.flatMap((step) => step.options.flatMap(({ to }) => to ?? []));
	const missing = [first, ...targets].filter((id) => !ids.includes(id));
	if (missing.length > 0) return missing.map((id) => `there is no step ${id}`);
	const last = endings.at(-1);
	const known = meters.map(({ id }) => id);
	const problems: string[] = [];
	if (new Set(ids).size < ids.length) problems.push('has two steps of one name');
	if (last && last.if.length + last.not.length > 0)
		problems.push('its last ending has a condition');
	for (const step of steps) {
		const names = step.options.map(({ id }) => id);
		if (new Set(names).size < names.length) problems.push(`${step.id} has two options of one name`);
		for (const { id, adds } of step.options) {
			for (const meter of Object.keys(adds)) {
				if (!known.includes(meter)) problems.push(`${step.id}/${id} adds to an unknown ${meter}`);
			}
		}
	}
	const ways = everyWay(scenario);
	if (ways.some((way) => way.at(-1)?.option.to !== null)) problems.push('goes in a circle');
	for (const way of ways) {
		if (way.length < 2 || way.length > 4) {
			problems.push(`a way through has ${way.length} decisions, not two to four`);
			break;
		}
	}
	return problems;
}
