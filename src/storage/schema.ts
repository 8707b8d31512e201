import type { DBSchema, IndexNames, StoreKey, StoreNames, StoreValue } from 'idb';
import type { Answer, Sitting } from '../core/answer';
import type { Attempt } from '../core/attempt';
import type { Authored } from '../core/authored';
import type { Card, Review } from '../core/card';
import type { Draft, EarlierDraft } from '../core/draft';
import type { Discussion } from '../core/discussion';
import type { PracticeEvent } from '../core/event';
import type { OwnExercise } from '../core/pack';
import type { ModelChoice } from '../core/model';
import type { Note } from '../core/note';
import type { Plan } from '../core/plan';
import type { Preferences } from '../core/preferences';
import type { Verdict } from '../core/report';
import type { Moment, Session } from '../core/session';
import type { Run } from '../core/scenario';
import type { Service } from '../core/service';
import type { Story } from '../core/story';
import type { Terms } from '../core/terms';

/** A chosen preference; a missing row follows the app's default. */
export type PreferenceRow = {
	[Name in keyof Preferences]: { name: Name; value: Preferences[Name] };
}[keyof Preferences];

/** Everything that is stored, as it is in the newest version. */
export interface Schema extends DBSchema {
	/** The text being worked on, by exercise and version. */
	drafts: { key: [slug: string, version: number]; value: Draft };
	/** Texts that gave way to another. */
	earlier: {
		key: string;
		value: EarlierDraft;
		indexes: { 'by-exercise': [slug: string, version: number] };
	};
	/** Every check ever made. */
	attempts: {
		key: string;
		value: Attempt;
		/** Keys alone say how far each challenge is, without reading code and reports. */
		indexes: { 'by-result': [slug: string, status: Verdict] };
	};
	preferences: { key: keyof Preferences; value: PreferenceRow };
	notes: { key: string; value: Note };
	/** What was asked for: hints, debrief, solution. */
	events: { key: string; value: PracticeEvent; indexes: { 'by-slug': [slug: string, at: string] } };
	/** Every answer ever given to a drill. */
	answers: { key: string; value: Answer; indexes: { 'by-slug': [slug: string, at: string] } };
	/** Answers that are still being given. */
	sittings: { key: string; value: Sitting };
	/** What is to be revised; when each is due follows from its reviews. */
	cards: { key: string; value: Card };
	reviews: { key: string; value: Review };
	/** Every plan ever made or edited; the newest is in force. */
	plans: { key: string; value: Plan };
	/** Every mock interview. */
	sessions: { key: string; value: Session };
	/** What happened in them. */
	moments: {
		key: string;
		value: Moment;
		indexes: { 'by-session': [session: string, at: number, seq: number] };
	};
	/** Ways through scenarios. */
	decisions: { key: string; value: Run };
	/** Design discussions, as what happened in them. */
	discussions: { key: string; value: Discussion };
	/** Services that are designed over weeks, by the slug of their discussion. */
	services: { key: string; value: Service };
	stories: { key: string; value: Story };
	/** Under which constraints a challenge is taken, by its slug. */
	terms: { key: string; value: Terms };
	/** Exercises that somebody writes for others. */
	authored: { key: string; value: Authored };
	/** Which language model is used, with its key. Of this device alone: no backup carries it. */
	model: { key: string; value: ModelChoice };
	/** Exercises from elsewhere. */
	exercises: { key: string; value: OwnExercise };
}

export type StoreName = StoreNames<Schema>;
export type Row<S extends StoreName> = StoreValue<Schema, S>;
export type Key<S extends StoreName> = StoreKey<Schema, S>;
export type Index<S extends StoreName> = IndexNames<Schema, S>;

/** Goes up with each function in `migrations.ts`. */
export const version = 10;

/** Key paths as they are in the newest version; the tests hold the migrations to it. */
export const layout: {
	readonly [S in StoreName]: {
		readonly key: string | string[];
		readonly indexes: { readonly [I in Index<S>]: string[] };
	};
} = {
	drafts: { key: ['slug', 'version'], indexes: {} },
	earlier: { key: 'id', indexes: { 'by-exercise': ['slug', 'version'] } },
	attempts: { key: 'id', indexes: { 'by-result': ['slug', 'report.status'] } },
	preferences: { key: 'name', indexes: {} },
	notes: { key: 'slug', indexes: {} },
	events: { key: 'id', indexes: { 'by-slug': ['slug', 'at'] } },
	answers: { key: 'id', indexes: { 'by-slug': ['slug', 'at'] } },
	sittings: { key: 'id', indexes: {} },
	cards: { key: 'id', indexes: {} },
	reviews: { key: 'id', indexes: {} },
	plans: { key: 'id', indexes: {} },
	sessions: { key: 'id', indexes: {} },
	moments: { key: 'id', indexes: { 'by-session': ['session', 'at', 'seq'] } },
	decisions: { key: 'id', indexes: {} },
	discussions: { key: 'id', indexes: {} },
	services: { key: 'slug', indexes: {} },
	stories: { key: 'id', indexes: {} },
	terms: { key: 'slug', indexes: {} },
	authored: { key: 'id', indexes: {} },
	model: { key: 'id', indexes: {} },
	exercises: { key: 'slug', indexes: {} },
};

export const storeNames = Object.keys(layout) as StoreName[];
