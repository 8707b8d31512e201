import * as v from 'valibot';
import type { Role } from '../../core/challenge';
import { levels } from '../../core/drill';
import { growthClasses, phaseKinds, type Condition, type Scenario } from '../../core/interview';
import type { Aspect } from '../../core/report';

const aspects: Aspect[] = [
	'correctness',
	'laziness',
	'concurrency',
	'growth',
	'memory',
	'threads',
	'style',
];
const roles: Role[] = ['backend', 'automation', 'data'];

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and hyphens'));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const phrasings = v.pipe(v.array(words), v.minLength(2, 'at least two phrasings'));

const condition: v.GenericSchema<Condition> = v.variant('kind', [
	v.strictObject({ kind: v.literal('growth'), from: v.picklist(growthClasses) }),
	v.strictObject({ kind: v.literal('aspect-failed'), aspect: v.picklist(aspects) }),
	v.strictObject({ kind: v.literal('test-failed'), test: words }),
	v.strictObject({ kind: v.literal('code-has'), text: words }),
	v.strictObject({ kind: v.literal('code-lacks'), text: words }),
	v.strictObject({ kind: v.literal('said'), point: id }),
	v.strictObject({ kind: v.literal('not-said'), point: id }),
	v.strictObject({ kind: v.literal('short'), words: positive }),
	v.strictObject({
		kind: v.picklist([
			'passed',
			'not-passed',
			'never-checked',
			'never-run',
			'no-test',
			'tested',
			'no-question',
			'hidden-missed',
			'hidden-learnt',
			'no-metric',
			'no-lesson',
			'silent',
		]),
	}),
]);

const point = v.strictObject({ id, says: words, any: phrasings });
const followUp = { id, when: v.array(condition), says: words, points: v.array(point) };
const topic = v.strictObject({ id, any: phrasings, example: words, answer: words });

const phase = v.strictObject({
	kind: v.picklist(phaseKinds),
	minutes: positive,
	says: words,
	points: v.array(point),
	followUps: v.array(v.strictObject(followUp)),
	interruptions: v.array(v.strictObject({ ...followUp, after: positive })),
});

const parts = {
	version: positive,
	title: words,
	summary: words,
	role: v.picklist(roles),
	level: v.picklist(levels),
	minutes: v.picklist([20, 45, 60]),
	challenge: id,
	interviewer: v.strictObject({ name: words, title: words }),
	setting: words,
	hidden: v.strictObject({ topic: id, constraint: words }),
	clarifications: v.pipe(v.array(topic), v.minLength(1, 'at least one')),
	closing: v.pipe(v.array(topic), v.minLength(1, 'at least one')),
	phases: v.pipe(v.array(phase), v.minLength(1, 'at least one')),
};

/** A scenario's file; the slug is the file's name and not in it. */
export const scenarioFileSchema: v.GenericSchema<unknown, Omit<Scenario, 'slug'>> = v.strictObject(
	parts,
);

/** A whole scenario, as a session carries it. */
export const scenarioSchema: v.GenericSchema<unknown, Scenario> = v.strictObject({
	slug: id,
	...parts,
});
