import type { ChallengeMeta, Difficulty, Kind, Role } from './challenge';
import type { Verdict } from './report';
import { rank } from './search';

/** How far somebody has come with a challenge. */
export type ChallengeState = 'new' | 'started' | 'failed' | 'passed';

/** Every given criterion must hold; an empty one holds for all. */
export type Filter = {
	kind?: Kind | null;
	role?: Role | null;
	topic?: string | null;
	difficulty?: Difficulty | null;
	state?: ChallengeState | null;
	/** What was typed into the search box. */
	text?: string;
};

/** What is known of one challenge: the verdicts of its attempts and whether there is a draft. */
export type Progress = { verdicts: readonly Verdict[]; drafted: boolean };

/** A pass counts for good, whatever came after it. */
export function stateOf(progress: Progress | undefined): ChallengeState {
	if (!progress) return 'new';
	if (progress.verdicts.includes('pass')) return 'passed';
	if (progress.verdicts.length > 0) return 'failed';
	return progress.drafted ? 'started' : 'new';
}

/**
 * The challenges that meet the filter: in the given order, or best match first when there is text.
 * A slug missing from `states` is new.
 */
export function select(
	challenges: readonly ChallengeMeta[],
	filter: Filter,
	states: ReadonlyMap<string, ChallengeState> = new Map(),
): ChallengeMeta[] {
	const fitting = challenges.filter(
		(challenge) =>
			(!filter.kind || challenge.kind === filter.kind) &&
			(!filter.role || challenge.roles.includes(filter.role)) &&
			(!filter.topic || challenge.topics.includes(filter.topic)) &&
			(!filter.difficulty || challenge.difficulty === filter.difficulty) &&
			(!filter.state || (states.get(challenge.slug) ?? 'new') === filter.state),
	);
	return rank(fitting, filter.text ?? '');
}

/** How many challenges are in each state. */
export function countStates(
	challenges: readonly ChallengeMeta[],
	states: ReadonlyMap<string, ChallengeState>,
): { [S in ChallengeState]: number } {
	const counts = { new: 0, started: 0, failed: 0, passed: 0 };
	for (const { slug } of challenges) counts[states.get(slug) ?? 'new'] += 1;
	return counts;
}

/** The first in `order` that is not passed yet, the present one left out; null when all are. */
export function nextUp(
	order: readonly string[],
	states: ReadonlyMap<string, ChallengeState>,
	present?: string,
): string | null {
	const from = present === undefined ? 0 : order.indexOf(present) + 1;
	const turned = [...order.slice(from), ...order.slice(0, from)];
	return turned.find((slug) => slug !== present && states.get(slug) !== 'passed') ?? null;
}
