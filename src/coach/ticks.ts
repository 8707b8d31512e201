import type { Day } from '../core/day';
import type { Block } from '../core/plan';
import type { Work } from '../core/work';

/**
 * The day on which each block was done, by the work itself; a block that is not done is missing. Work
 * counts from the block's day on. A pass counts from `from` on, the day of the plan, and so do an
 * answer to the block's own drill and a session: what is done ahead need not be done again. Each
 * answer or session ticks one block. Revision is not told here, since it belongs to one day alone.
 */
export function ticks(
	blocks: readonly Block[],
	works: readonly Work[],
	from: Day,
): Map<string, Day> {
	const done = new Map<string, Day>();
	const used = new Set<string>();
	const ordered = [...works].sort((one, two) => Date.parse(one.at) - Date.parse(two.at));
	const seen = new Set<string>();
	for (const round of roundsOf(blocks)) {
		const [first] = round;
		const subject = `${first.kind}/${first.slug ?? 'any'}`;
		const ahead = seen.has(subject) ? first.since : from;
		seen.add(subject);
		if (first.kind === 'code' && first.slug !== null) tickParts(round, ahead, ordered, done);
		else {
			const work = takeOne(first, ahead, ordered, used);
			if (work) done.set(first.id, work.day);
		}
	}
	return done;
}

type Round = [Block, ...Block[]];

/** In order of days; the parts of one challenge together. */
function roundsOf(blocks: readonly Block[]): Round[] {
	const rounds = new Map<string, Round>();
	for (const block of [...blocks].sort((one, two) => compare(one.since, two.since))) {
		const name = block.id.replace(/\.\d+$/, '');
		const round = rounds.get(name);
		if (round) round.push(block);
		else rounds.set(name, [block]);
	}
	return [...rounds.values()];
}

/** A day with a check ticks the part that was planned last up to then; a pass ticks all. */
function tickParts(round: Round, ahead: Day, works: readonly Work[], done: Map<string, Day>): void {
	const checks = works.filter((work) => work.kind === 'code' && work.slug === round[0].slug);
	const pass = checks.find((work) => work.kind === 'code' && work.passed && work.day >= ahead);
	for (const day of [...new Set(checks.map((work) => work.day))].sort(compare)) {
		const part = round.findLast(({ id, since }) => since <= day && !done.has(id));
		if (part) done.set(part.id, day);
	}
	if (!pass) return;
	for (const { id } of round) {
		const worked = done.get(id);
		if (worked === undefined || worked > pass.day) done.set(id, pass.day);
	}
}

function takeOne(block: Block, ahead: Day, works: readonly Work[], used: Set<string>): Work | null {
	if (block.kind === 'revise') return null;
	const session = block.kind === 'interview' || block.kind === 'design';
	const since = session || block.slug !== null ? ahead : block.since;
	const work = works.find(
		(candidate) =>
			candidate.kind === block.kind &&
			!used.has(candidate.id) &&
			candidate.day >= since &&
			(session || block.slug === null || ('slug' in candidate && candidate.slug === block.slug)),
	);
	if (work) used.add(work.id);
	return work ?? null;
}

function compare(one: string, two: string): number {
	return one < two ? -1 : one > two ? 1 : 0;
}
