import type { Role } from './challenge';
import type { Diagram } from './diagram';
import type { KeyPoint, Level } from './drill';

/** The stages of a discussion, in order. */
export const stageNames = [
	'requirements',
	'modules',
	'data',
	'failure',
	'scale',
	'change',
] as const;
export type StageName = (typeof stageNames)[number];

/**
 * A question that presses on, asked when what was said gives reason to: all of `said` were, none of
 * `missed` were, and a sentence has the words of `mentions`.
 */
export type Probe = {
	id: string;
	ask: string;
	looksFor: string;
	said: string[];
	missed: string[];
	mentions: string | null;
};

/** One part of a discussion. What is called `html` is safe HTML made from our Markdown. */
export type Stage = {
	name: StageName;
	title: string;
	/** Time to speak. */
	seconds: number;
	question: { text: string; html: string };
	points: KeyPoint[];
	probes: Probe[];
	model: { text: string; html: string };
};

/** What the list shows. */
export type DesignMeta = {
	/** Permanent key and folder name. */
	slug: string;
	title: string;
	summary: string;
	level: Level;
	roles: Role[];
	minutes: number;
};

/** A service to be discussed. */
export type Design = DesignMeta & {
	situation: string;
	stages: Stage[];
	/** One way to draw it; shown with the model answers. */
	picture: Diagram;
};

/** The slug of the discussion about a service of one's own. */
export const ownService = 'your-service';
