import type { Role } from './challenge';
import type { KeyPoint, Level } from './drill';
import type { Aspect } from './report';

export type Minutes = 20 | 45 | 60;

/** In the order in which an interview goes through them. */
export const phaseKinds = [
	'introduce',
	'clarify',
	'code',
	'test',
	'cost',
	'change',
	'questions',
] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** Classes of growth as the judge names them, from slow to fast. */
export const growthClasses = [
	'1',
	'log n',
	'n',
	'n log n',
	'n^2',
	'n^3',
	'faster than n^3',
] as const;
export type GrowthClass = (typeof growthClasses)[number];

/** What has to be so for the interviewer to ask. The last check and the present code are meant. */
export type Condition =
	/** A measured growth was fitted by this class or a steeper one. */
	| { kind: 'growth'; from: GrowthClass }
	| { kind: 'aspect-failed'; aspect: Aspect }
	/** `test` is the id of one of the challenge's tests. */
	| { kind: 'test-failed'; test: string }
	| { kind: 'passed' }
	| { kind: 'not-passed' }
	| { kind: 'never-checked' }
	| { kind: 'never-run' }
	/** The code has no assertion, test function or doctest of the candidate's own. */
	| { kind: 'no-test' }
	| { kind: 'tested' }
	| { kind: 'code-has'; text: string }
	| { kind: 'code-lacks'; text: string }
	/** No clarifying question was asked at all. */
	| { kind: 'no-question' }
	/** The hidden constraint was never asked for, or was. */
	| { kind: 'hidden-missed' }
	| { kind: 'hidden-learnt' }
	/** A point of the phase was said, or not, in its answers so far. */
	| { kind: 'said'; point: string }
	| { kind: 'not-said'; point: string }
	| { kind: 'no-metric' }
	| { kind: 'no-lesson' }
	/** The last answer has fewer words than this. */
	| { kind: 'short'; words: number }
	/** Nothing was said or noted while coding. */
	| { kind: 'silent' };

/** A question that is asked when all of `when` hold; `points` are what a good answer says. */
export type FollowUp = { id: string; when: Condition[]; says: string; points: KeyPoint[] };

/** A question in the middle of the work, `after` that many seconds of its phase. */
export type Interruption = FollowUp & { after: number };

/** One part of an interview. `says` is how the interviewer opens it. */
export type Phase = {
	kind: PhaseKind;
	minutes: number;
	says: string;
	points: KeyPoint[];
	followUps: FollowUp[];
	interruptions: Interruption[];
};

/** What the interviewer can tell when asked; `example` is a natural way to ask for it. */
export type Topic = { id: string; any: string[]; example: string; answer: string };

/** What the list of scenarios shows. */
export type ScenarioMeta = {
	/** Permanent key and file name. */
	slug: string;
	/** Goes up when the course of the interview changes. */
	version: number;
	title: string;
	/** One line for the list. */
	summary: string;
	role: Role;
	level: Level;
	minutes: Minutes;
	/** Slug of the coding challenge inside. */
	challenge: string;
};

/** A whole interview, as data. */
export type Scenario = ScenarioMeta & {
	interviewer: { name: string; title: string };
	/** The firm and the team, for the candidate to read before it begins. */
	setting: string;
	/** What only the asker learns: `topic` is the clarification that tells it. */
	hidden: { topic: string; constraint: string };
	clarifications: Topic[];
	/** What the interviewer can tell about the job at the end. */
	closing: Topic[];
	phases: Phase[];
};

/** Which of two classes of growth is steeper; positive when the first is. Unknown names come last. */
export function compareGrowth(one: string, two: string): number {
	const place = (name: string) => {
		const index = growthClasses.findIndex((known) => known === name);
		return index < 0 ? growthClasses.length : index;
	};
	return place(one) - place(two);
}
