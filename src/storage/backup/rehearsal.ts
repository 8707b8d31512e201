import * as v from 'valibot';
import { stageNames } from '../../core/design';
import type { Diagram } from '../../core/diagram';
import type { Discussion, DiscussionEvent } from '../../core/discussion';
import type { Run } from '../../core/scenario';
import type { Service } from '../../core/service';
import { storyParts, type Story, type StoryText } from '../../core/story';
import { id, instant, slug } from './parts';

const span = { id, slug, startedAt: instant, changedAt: instant, endedAt: v.nullable(instant) };

/** A way through a scenario as it is found in a file; the others likewise. */
export const runSchema: v.GenericSchema<Run> = v.object({
	...span,
	choices: v.array(v.object({ step: id, option: id, why: v.string(), at: instant })),
});

const stage = v.picklist(stageNames);
const at = v.pipe(v.number(), v.minValue(0));
const discussionEvent: v.GenericSchema<DiscussionEvent> = v.variant('kind', [
	v.object({ kind: v.literal('answered'), at, stage, text: v.string() }),
	v.object({ kind: v.literal('pressed'), at, stage, probe: id, text: v.string() }),
	v.object({
		kind: v.literal('corrected'),
		at,
		stage,
		point: id,
		rulings: v.array(v.object({ sentence: v.string(), earns: v.boolean() })),
	}),
	v.object({ kind: v.literal('ended'), at }),
]);

export const discussionSchema: v.GenericSchema<Discussion> = v.object({
	...span,
	events: v.array(discussionEvent),
	draft: v.string(),
	score: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});

const diagram: v.GenericSchema<Diagram> = v.pipe(
	v.object({
		boxes: v.array(v.object({ id, name: v.string(), x: v.number(), y: v.number() })),
		arrows: v.array(v.object({ id, from: id, to: id, label: v.string() })),
	}),
	v.check(
		({ boxes, arrows }) =>
			arrows.every((arrow) =>
				[arrow.from, arrow.to].every((end) => boxes.some((box) => box.id === end)),
			),
		'has an arrow without a box',
	),
);

function revisions<T>(content: v.GenericSchema<T>) {
	return v.array(v.object({ id, savedAt: instant, content }));
}

export const serviceSchema: v.GenericSchema<Service> = v.object({
	slug,
	chosenAt: v.nullable(instant),
	revisions: revisions(v.object({ name: v.string(), about: v.string(), diagram })),
});

const storyText: v.GenericSchema<StoryText> = v.object({
	title: v.string(),
	...(v.entriesFromList(storyParts, v.string()) as Record<
		(typeof storyParts)[number],
		v.StringSchema<undefined>
	>),
});

export const storySchema: v.GenericSchema<Story> = v.object({
	id,
	createdAt: instant,
	changedAt: instant,
	deletedAt: v.nullable(instant),
	revisions: revisions(storyText),
	tellings: v.array(
		v.object({
			id,
			at: instant,
			text: v.string(),
			mode: v.picklist(['typed', 'spoken']),
			seconds: v.pipe(v.number(), v.minValue(0)),
		}),
	),
});
