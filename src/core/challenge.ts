export type Difficulty = 'easy' | 'medium' | 'hard';
export type Kind = 'generators' | 'async' | 'data-structures' | 'threads' | 'testing';
export type Role = 'backend' | 'automation' | 'data';

/** What the catalogue shows; small enough to be in the first script. */
export type ChallengeMeta = {
	/** Permanent key and folder name. */
	slug: string;
	/** Goes up when the starter or the tests change in a way that old drafts would notice. */
	version: number;
	title: string;
	/** One line for the catalogue. */
	summary: string;
	kind: Kind;
	difficulty: Difficulty;
	/** Expected working time in minutes. */
	minutes: number;
	topics: string[];
	roles: Role[];
	skills: string[];
	limits: Limits;
};

/** Of one test: `seconds` of wall time, `cost` in metered steps. */
export type Limits = { seconds: number; cost: number };

/** What lies beside a program. `path` is relative, with slashes, and never leads upwards. */
export type SideFile = { path: string; text: string };

/** A whole challenge. `prompt`, `hints[].html` and `debrief` are safe HTML made from Markdown. */
export type Challenge = ChallengeMeta & {
	prompt: string;
	starter: string;
	/** Null where an exercise from elsewhere brought none. */
	solution: string | null;
	tests: string;
	hints: { title: string; html: string }[];
	debrief: string;
	files?: SideFile[];
};

/** One of the app's own. */
export type BuiltIn = Challenge & { solution: string };

/** All that the judge needs to know of an exercise. */
export type Exercise = Pick<Challenge, 'tests' | 'solution' | 'limits' | 'files'>;
