import type { ChallengeState } from '../core/catalogue';
import type { ChallengeMeta, Difficulty, Role } from '../core/challenge';
import type { DrillMeta, Level } from '../core/drill';

/** A mock-interview scenario or a design discussion. */
export type SessionChoice = {
	slug: string;
	title: string;
	minutes: number;
	roles: readonly Role[];
};

/** All that a plan can be filled with; challenges in the order of the role's track. */
export type Syllabus = {
	challenges: readonly ChallengeMeta[];
	drills: readonly DrillMeta[];
	interviews: readonly SessionChoice[];
	designs: readonly SessionChoice[];
};

/** What has been done: where each challenge stands, and each drill's last score from 0 to 1. */
export type Standing = {
	states: ReadonlyMap<string, ChallengeState>;
	scores: ReadonlyMap<string, number>;
};

const difficulties: Record<Level, readonly Difficulty[]> = {
	junior: ['easy', 'medium', 'hard'],
	mid: ['medium', 'easy', 'hard'],
	senior: ['hard', 'medium', 'easy'],
};
const levels: Record<Level, readonly Level[]> = {
	junior: ['junior', 'mid', 'senior'],
	mid: ['mid', 'junior', 'senior'],
	senior: ['senior', 'mid', 'junior'],
};
/** What was begun comes before what is new, and what is passed comes last. */
const states: readonly ChallengeState[] = ['failed', 'started', 'new', 'passed'];

/** Challenges in the order to take them: kinds by turns, unfinished first, then as the level asks. */
export function codeOrder(
	syllabus: Syllabus,
	standing: Standing,
	role: Role,
	level: Level,
): ChallengeMeta[] {
	const rank = ({ slug, difficulty }: ChallengeMeta) =>
		states.indexOf(standing.states.get(slug) ?? 'new') * 10 +
		difficulties[level].indexOf(difficulty);
	const sorted = syllabus.challenges
		.filter(({ roles }) => roles.includes(role))
		.sort((one, two) => rank(one) - rank(two));
	const open = sorted.filter(({ slug }) => standing.states.get(slug) !== 'passed');
	const passed = sorted.filter(({ slug }) => standing.states.get(slug) === 'passed');
	const byKind = ({ kind }: ChallengeMeta) => kind;
	return [...byTurns(open, byKind), ...byTurns(passed, byKind)];
}

/** Drills in the order to take them: topics by turns, the role's own and the level's own first. */
export function speakOrder(
	syllabus: Syllabus,
	standing: Standing,
	role: Role,
	level: Level,
): DrillMeta[] {
	const rank = ({ slug, level: of }: DrillMeta) =>
		(standing.scores.get(slug) ?? 0.4) * 10 + levels[level].indexOf(of);
	const fitting = syllabus.drills
		.filter(({ roles }) => roles.includes(role))
		.sort((one, two) => rank(one) - rank(two));
	return byTurns(fitting, ({ topic }) => topic);
}

/** One of each group, then again one of each, in the order in which the groups appear. */
export function byTurns<T>(rows: readonly T[], groupOf: (row: T) => string): T[] {
	const groups = new Map<string, T[]>();
	for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row]);
	const queues = [...groups.values()];
	const turns: T[] = [];
	for (let turn = 0; turns.length < rows.length; turn++) {
		for (const queue of queues) {
			const row = queue[turn];
			if (row !== undefined) turns.push(row);
		}
	}
	return turns;
}
