import * as v from 'valibot';
import type { Answer, Sitting } from '../../core/answer';
import type { Attempt } from '../../core/attempt';
import type { Draft, EarlierDraft } from '../../core/draft';
import { mistakeNames } from '../../core/drill';
import type { Note } from '../../core/note';
import type { Preferences } from '../../core/preferences';
import { eventSchema } from './event';
import { ownSchema } from './exercise';
import { id, instant, slug } from './parts';
import { authoredSchema } from './authored';
import { cardSchema, planSchema, reviewSchema } from './practice';
import { formatName, formatVersion } from './format';
import { discussionSchema, runSchema, serviceSchema, storySchema } from './rehearsal';
import { reportSchema } from './report';
import { momentSchema, sessionSchema } from './session';
import { circumstancesSchema, termsSchema } from './terms';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const draft: v.GenericSchema<Draft> = v.object({
	slug,
	version: positive,
	code: v.string(),
	revision: positive,
	savedAt: instant,
	tab: v.string(),
});

const earlier: v.GenericSchema<EarlierDraft> = v.object({
	id,
	slug,
	version: positive,
	code: v.string(),
	at: instant,
	tab: v.string(),
	reason: v.picklist(['conflict', 'reset', 'restore', 'import']),
});

const attempt: v.GenericSchema<Attempt> = v.object({
	id,
	slug,
	version: positive,
	at: instant,
	code: v.string(),
	report: reportSchema,
	hintsShown: count,
	debriefSeen: v.boolean(),
	under: v.optional(circumstancesSchema),
	tabId: v.string(),
});

const preferences: v.GenericSchema<Partial<Preferences>> = v.partial(
	v.object({
		theme: v.picklist(['auto', 'light', 'dark']),
		editorFontSize: v.number(),
		wrapLines: v.boolean(),
		stdinOpen: v.boolean(),
		motion: v.picklist(['auto', 'reduced', 'full']),
		hideDifficulty: v.boolean(),
		interviewMode: v.boolean(),
		role: v.nullable(v.picklist(['backend', 'automation', 'data'])),
		promptWidth: v.number(),
	}),
);

const note: v.GenericSchema<Note> = v.object({
	slug,
	text: v.string(),
	revision: positive,
	savedAt: instant,
});

const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const mode = v.picklist(['typed', 'spoken']);
const growth = v.array(v.object({ at: v.number(), length: count }));

const answer: v.GenericSchema<Answer> = v.object({
	id,
	slug,
	at: instant,
	text: v.string(),
	mode,
	timing: v.nullable(v.object({ growth, end: v.number() })),
	sure: v.nullable(part),
	corrections: v.array(v.object({ point: id, sentence: v.string(), earns: v.boolean() })),
	followUps: v.array(v.object({ question: v.string(), text: v.string() })),
	score: v.object({
		earned: v.array(id),
		coverage: part,
		structure: part,
		clarity: part,
		speed: v.nullable(part),
		overall: part,
		mistakes: v.array(v.picklist(mistakeNames)),
	}),
	revision: positive,
});

const sitting: v.GenericSchema<Sitting> = v.object({
	id,
	slug,
	text: v.string(),
	mode,
	growth,
	elapsed: v.number(),
	sure: v.nullable(part),
	savedAt: instant,
	revision: positive,
	tab: v.string(),
});

/** Everything of one device, as a file. What came later than the first format may be missing. */
export const backupSchema = v.object({
	format: v.literal(formatName),
	formatVersion: v.literal(formatVersion),
	exportedAt: instant,
	appVersion: v.string(),
	stores: v.object({
		drafts: v.array(draft),
		earlier: v.array(earlier),
		attempts: v.array(attempt),
		preferences,
		notes: v.array(note),
		events: v.array(eventSchema),
		// Files from before these were kept do not have them.
		answers: v.optional(v.array(answer), []),
		sittings: v.optional(v.array(sitting), []),
		cards: v.optional(v.array(cardSchema), []),
		reviews: v.optional(v.array(reviewSchema), []),
		plans: v.optional(v.array(planSchema), []),
		sessions: v.optional(v.array(sessionSchema), []),
		moments: v.optional(v.array(momentSchema), []),
		decisions: v.optional(v.array(runSchema), []),
		discussions: v.optional(v.array(discussionSchema), []),
		services: v.optional(v.array(serviceSchema), []),
		stories: v.optional(v.array(storySchema), []),
		terms: v.optional(v.array(termsSchema), []),
		authored: v.optional(v.array(authoredSchema), []),
		exercises: v.optional(v.array(ownSchema), []),
	}),
});

export type BackupFile = v.InferOutput<typeof backupSchema>;
