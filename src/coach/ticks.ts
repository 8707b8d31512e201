import type { Day } from '../core/day';
import type { Block } from '../core/plan';
import type { Work } from '../core/work';

/**
 * The day on which each block was done, by the work itself; a block that is not done is missing. Work
 * counts from the block's day on. A pass counts from `from` on, the day of the plan, and so do an
 * answer to the block's own drill and a session: what is done ahead need not be done again. Each
 * answer or session ticks one block. Revision is not told here, since it belongs to one day alone.
 */
export function ticks(blocks: readonly Block[], works: readonly Work[], from: Day): Map<string, Day> {
	const done = new Map<string, Day>();
	const used = new Set<string>();
	const ordered = [...works].sort((one, two) => Date.parse(one.at) - Date.parse(two.at));
	const rounds = new Map<string, Day>();
	for (const block of [...blocks].sort((one, two) => compare(one.since, two.since))) {
		const ahead = firstRound(rounds, block) ? from : block.since;
		const day =
			block.kind === 'code' && block.slug !== null
				? codeDay(block, rounds.get(roundOf(block)) ?? block.since, ahead, ordered)
				: takeOne(block, ahead, ordered, used);
		if (day !== null) done.set(block.id, day);
	}
	return done;
}

/** Blocks about one thing that belong together: the parts of a challenge in one round. */
function roundOf({ id }: Block): string {
	return id.replace(/\.\d+$/, '');
}

/** Whether nothing earlier in the plan is about the same; notes when each round begins. */
function firstRound(rounds: Map<string, Day>, block: Block): boolean {
	const round = roundOf(block);
	const subject = `${block.kind}/${block.slug ?? 'any'}/`;
	if (!rounds.has(round)) rounds.set(round, block.since);
	return [...rounds.keys()].find((known) => known.startsWith(subject)) === round;
}

/** Part n is done on the n-th day on which the challenge was checked, or when it passes. */
function codeDay(block: Block, since: Day, ahead: Day, works: readonly Work[]): Day | null {
	const checks = works.filter((work) => work.kind === 'code' && work.slug === block.slug);
	const passed = checks.find((work) => work.kind === 'code' && work.passed && work.day >= ahead);
	const days = [...new Set(checks.filter(({ day }) => day >= since).map(({ day }) => day))];
	const worked = days.sort(compare)[block.part - 1];
	const found = [passed?.day, worked].filter((day) => day !== undefined).sort(compare);
	return found[0] ?? null;
}

function takeOne(block: Block, ahead: Day, works: readonly Work[], used: Set<string>): Day | null {
	const session = block.kind === 'interview' || block.kind === 'design';
	const since = session || block.slug !== null ? ahead : block.since;
	const work = works.find(
		(candidate) =>
			candidate.kind === block.kind &&
			!used.has(candidate.id) &&
			candidate.day >= since &&
			(session || block.slug === null || ('slug' in candidate && candidate.slug === block.slug)),
	);
	if (!work || block.kind === 'revise') return null;
	used.add(work.id);
	return work.day;
}

function compare(one: string, two: string): number {
	return one < two ? -1 : one > two ? 1 : 0;
}
