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

/** A whole challenge. `prompt`, `hints[].html` and `debrief` are safe HTML made from our Markdown. */
export type Challenge = ChallengeMeta & {
	prompt: string;
	starter: string;
	solution: string;
	tests: string;
	hints: { title: string; html: string }[];
	debrief: string;
};

/** What lies beside a program. `path` is relative, with slashes, and never leads upwards. */
export type SideFile = { path: string; text: string };

/** All that the judge needs to know of an exercise; `solution` is null where there is none. */
export type Exercise = Pick<Challenge, 'tests' | 'limits'> & {
	solution: string | null;
	files?: SideFile[];
};
