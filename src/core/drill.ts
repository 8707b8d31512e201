import type { Role } from './challenge';

export const levels = ['junior', 'mid', 'senior'] as const;
export type Level = (typeof levels)[number];

/** What drills are about, in the order of the list. */
export const drillTopics = [
	'python-core',
	'oop',
	'generators',
	'concurrency',
	'api',
	'testing',
	'performance',
	'data-structures',
	'data-handling',
	'automation',
] as const;
export type DrillTopic = (typeof drillTopics)[number];

/** Common mistakes of answers; each has a detector. */
export const mistakeNames = [
	'textbook',
	'no-example',
	'no-cost',
	'no-trade-off',
	'hedging',
	'rambling',
] as const;
export type MistakeName = (typeof mistakeNames)[number];

/** What a good answer says; `any` are phrasings that show that it was said. */
export type KeyPoint = { id: string; says: string; any: string[] };

export type FollowUp = { question: string; looksFor: string };

/** What lists show. */
export type DrillMeta = {
	/** Permanent key and file name. */
	slug: string;
	title: string;
	topic: DrillTopic;
	level: Level;
	roles: Role[];
	/** Time to answer aloud. */
	seconds: number;
};

/** A whole drill. What is called `html` is safe HTML made from our Markdown; `text` is plain. */
export type Drill = DrillMeta & {
	question: { text: string; html: string };
	points: KeyPoint[];
	model: { text: string; html: string };
	followUps: FollowUp[];
	/** What people commonly say, the mistake in it, and what is wrong with it. */
	weak: { text: string; html: string; mistake: MistakeName; why: string };
};
