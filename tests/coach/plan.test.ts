import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, type Arranged } from '../../src/coach/arrange';
import { edited, extra, tell } from '../../src/coach/edit';
import { layOut, shares } from '../../src/coach/layout';
import { ticks } from '../../src/coach/ticks';
import { addDays, weekdays, type Day, type Weekday } from '../../src/core/day';
import {
	newestPlan,
	settlePlan,
	type Plan,
	type PlanEdit,
	type PlanSettings,
} from '../../src/core/plan';
import type { Work } from '../../src/core/work';
import {
	answered,
	checked,
	fresh,
	met,
	monday,
	nothing,
	on,
	passed,
	revised,
	settings,
	syllabus,
} from './works';

function planOf(wanted: PlanSettings, content = syllabus): Plan {
	const days = layOut(wanted, monday, content, fresh);
	return { id: 'p', at: `${monday}T08:00:00Z`, settings: wanted, from: monday, days, edits: [] };
}

function change(plan: Plan, ...edits: PlanEdit[]): Plan {
	return edits.reduce(edited, plan);
}

const seen = (plan: Plan, day: Day, works: readonly Work[] = [], isRevised = false) =>
	arrange(plan, { day, works, revised: isRevised });

/** What is to be done on a day, by kind and slug. */
function blocksOn(arranged: Arranged, day: Day): string[] {
	const found = arranged.days.find((entry) => entry.day === day);
	return (found?.blocks ?? []).map(({ block }) => block.id);
}

/** Ids of what is not done, from a day on, revision apart. */
function toDo(arranged: Arranged, day: Day): string[] {
	const ahead = arranged.days.filter((entry) => entry.day >= day);
	const placed = ahead.flatMap(({ blocks }) => blocks.filter(({ done }) => !done));
	return [...placed.map(({ block }) => block), ...arranged.left]
		.filter(({ kind }) => kind !== 'revise')
		.map(({ id }) => id);
}

describe('a plan', () => {
	test('is fourteen days of a warm-up, one block of code and one answer', () => {
		const { days } = planOf(settings());
		expect(days).toHaveLength(14);
		expect(days[0]!.blocks.map(({ kind }) => kind)).toEqual(['revise', 'code', 'speak']);
		const ordinary = days.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'code'));
		expect(ordinary.length).toBeGreaterThanOrEqual(8);
	});

	test('has two mock interviews and a design discussion, on weekends where they are near', () => {
		const { days } = planOf(settings());
		const sessions = days.flatMap(({ day, blocks }) =>
			blocks.flatMap(({ kind, slug }) =>
				kind === 'interview' || kind === 'design' ? [`${day} ${kind} ${slug}`] : [],
			),
		);
		expect(sessions).toEqual([
			'2026-11-28 interview backend-20',
			'2026-12-01 design shortener',
			'2026-12-05 interview backend-20',
		]);
		const longer = planOf(settings({ minutes: 45 })).days.flatMap(({ blocks }) => blocks);
		expect(longer.filter(({ kind }) => kind === 'interview').map(({ slug }) => slug)).toEqual([
			'backend-20',
			'backend-45',
		]);
	});

	test('leaves room to catch up once a week and on the eve of the interview', () => {
		const { days } = planOf(settings({ interview: on(12) }));
		expect(days).toHaveLength(12);
		const light = days.filter(({ blocks }) => blocks.length === 2 && blocks[1]!.kind === 'speak');
		expect(light.map(({ day }) => day)).toEqual([on(6), on(11)]);
	});

	test('practises on the chosen weekdays alone', () => {
		const { days } = planOf(settings({ weekdays: [2, 4] }));
		expect(days.filter(({ rest }) => rest === null).map(({ day }) => day)).toEqual(
			[1, 3, 8, 10].map(on),
		);
	});

	test('takes kinds by turns, what failed first, what passed last', () => {
		const states = new Map([
			['challenge-0', 'passed'],
			['challenge-12', 'failed'],
		] as const);
		const days = layOut(settings(), monday, syllabus, { states, scores: new Map() });
		const codes = days.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'code'));
		expect(codes[0]!.slug).toBe('challenge-12');
		expect(codes.map(({ slug }) => slug)).not.toContain('challenge-0');
		expect(new Set(codes.slice(0, 4).map(({ slug }) => Number(slug!.slice(10)) % 3)).size).toBe(3);
	});

	test('spreads a long challenge over several days', () => {
		const { days } = planOf(settings({ level: 'senior', minutes: 30 }));
		const codes = days.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'code'));
		const long = codes.filter(({ parts }) => parts > 1);
		expect(long[0]).toMatchObject({ part: 1, parts: 2, slug: long[1]!.slug });
		expect(long[1]).toMatchObject({ part: 2, parts: 2 });
	});

	test('can be made when there is nothing to fill it with', () => {
		const { days } = planOf(settings(), nothing);
		expect(days[0]!.blocks.map(({ title }) => title)).toEqual([
			'Revision',
			'A challenge of your choice',
			'An answer of your choice',
		]);
	});

	test('is the same whenever it is made from the same', () => {
		expect(planOf(settings())).toEqual(planOf(settings()));
	});

	test('shares out all minutes of a day', () => {
		for (let minutes = 15; minutes <= 180; minutes++) {
			const { revise, code, speak } = shares(minutes);
			expect(revise + code + speak).toBe(minutes);
			expect(Math.min(revise, code, speak)).toBeGreaterThanOrEqual(5);
		}
	});

	test('has settings that make sense', () => {
		expect(settlePlan(settings({ minutes: 3, weekdays: [] }))).toMatchObject({
			minutes: 15,
			weekdays,
		});
		expect(settlePlan(settings({ minutes: Number.NaN, weekdays: [5, 1] }))).toMatchObject({
			minutes: 15,
			weekdays: [1, 5],
		});
	});

	test('gives way to a newer one, by id at the same moment', () => {
		const plan = planOf(settings());
		const newer = { ...plan, id: 'n', at: '2026-11-24T08:00:00Z' };
		expect(newestPlan([newer, plan])?.id).toBe('n');
		expect(newestPlan([plan, { ...plan, id: 'z' }, { ...plan, id: 'a' }])?.id).toBe('z');
		expect(newestPlan([])).toBeNull();
	});
});

describe('a day is ticked by the work', () => {
	const plan = planOf(settings());
	const [revision, code, speak] = plan.days[0]!.blocks;

	function doneOn(day: Day, works: Work[], today = day): string[] {
		const entry = seen(plan, today, works).days.find((each) => each.day === day)!;
		return entry.blocks.filter(({ done }) => done).map(({ block }) => block.id);
	}

	test('as each is done', () => {
		expect(doneOn(monday, [])).toEqual([]);
		expect(doneOn(monday, [checked(code!.slug!, monday)])).toEqual([code!.id]);
		expect(doneOn(monday, [checked('other', monday)])).toEqual([]);
		expect(doneOn(monday, [answered(speak!.slug!, monday)])).toEqual([speak!.id]);
		expect(doneOn(monday, [revised(monday, 8)])).toEqual([revision!.id]);
		expect(doneOn(monday, [revised(monday, 2)])).toEqual([]);
	});

	test('but not by work of the day before', () => {
		expect(doneOn(monday, [checked(code!.slug!, on(-1)), revised(on(-1))])).toEqual([]);
	});

	test('its warm-up too when nothing is left to revise', () => {
		const [first] = arrange(plan, { day: monday, works: [], revised: true }).days;
		expect(first!.blocks[0]).toMatchObject({ done: true });
	});

	test('by a pass or an answer ahead of its day', () => {
		const later = plan.days[3]!.blocks[1]!;
		const arranged = seen(plan, on(1), [passed(later.slug!, on(1))]);
		const [placed] = arranged.days[3]!.blocks.filter(({ block }) => block.id === later.id);
		expect(placed).toMatchObject({ done: true, doneOn: on(1) });
	});

	test('by any session of its kind, one for one', () => {
		const arranged = seen(plan, on(2), [met('interview', on(2))]);
		const interviews = arranged.days.flatMap(({ blocks }) =>
			blocks.filter(({ block }) => block.kind === 'interview'),
		);
		expect(interviews.map(({ done }) => done)).toEqual([true, false]);
	});

	test('with each part of a challenge on a day of its own, all of them by a pass', () => {
		const senior = planOf(settings({ level: 'senior', minutes: 30 }));
		const parts = senior.days.flatMap(({ blocks }) => blocks.filter(({ parts: n }) => n > 1));
		const { slug, since } = parts[0]!;
		const ticked = (works: Work[]) =>
			seen(senior, since, works)
				.days.flatMap(({ blocks }) => blocks)
				.filter(({ block, done }) => block.slug === slug && done)
				.map(({ block }) => block.part);
		expect(ticked([checked(slug!, since), checked(slug!, since)])).toEqual([1]);
		expect(ticked([passed(slug!, since)])).toEqual([1, 2]);
	});
});

describe('a missed day', () => {
	const plan = planOf(settings());

	test('moves to the first days with room, and says so', () => {
		const [, code, speak] = plan.days[0]!.blocks;
		const arranged = seen(plan, on(1));
		expect(arranged.moves).toEqual([
			{ block: code, from: monday, to: on(6) },
			{ block: speak, from: monday, to: on(5) },
		]);
		expect(blocksOn(arranged, on(6))).toContain(code!.id);
		expect(arranged.days[0]!.blocks.every(({ done }) => !done)).toBe(true);
	});

	test('keeps only what was not done', () => {
		const [, code, speak] = plan.days[0]!.blocks;
		const arranged = seen(plan, on(1), [checked(code!.slug!, monday)]);
		expect(arranged.moves.map(({ block }) => block.id)).toEqual([speak!.id]);
		expect(
			seen(plan, on(1), [checked(code!.slug!, monday), answered(speak!.slug!, on(1))]).moves,
		).toEqual([]);
	});

	test('makes the plan longer when no day has room', () => {
		const arranged = seen(plan, on(4));
		expect(arranged.days.length).toBeGreaterThan(14);
		expect(arranged.left).toEqual([]);
	});

	test('cannot go beyond the interview: what has no room is said', () => {
		const tight = planOf(settings({ interview: on(14) }));
		const arranged = seen(tight, on(13));
		expect(arranged.days.every(({ day }) => day < on(14))).toBe(true);
		expect(arranged.left.length).toBeGreaterThan(5);
		expect(toDo(arranged, on(13)).length).toBe(
			tight.days.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'revise')).length,
		);
	});

	test('may come back after months away', () => {
		const arranged = seen(plan, on(200));
		expect(arranged.left).toEqual([]);
		expect(toDo(arranged, on(200)).length).toBeGreaterThan(15);
	});
});

describe('an edit', () => {
	const plan = planOf(settings());

	test('skips a day, whose work finds other days', () => {
		const skipped = change(plan, { kind: 'skip', on: monday, day: on(2) });
		const arranged = seen(skipped, monday);
		expect(arranged.days[2]).toMatchObject({ rest: 'skipped', blocks: [] });
		expect(toDo(arranged, monday).sort()).toEqual(toDo(seen(plan, monday), monday).sort());
	});

	test('lets two days change places', () => {
		const moved = change(plan, { kind: 'move', on: monday, from: on(0), to: on(5) });
		const work = (id: string) => !id.startsWith('revise');
		const before = seen(plan, monday);
		const after = seen(moved, monday);
		expect(blocksOn(after, on(5)).filter(work)).toEqual(blocksOn(before, on(0)).filter(work));
		expect(blocksOn(after, on(0)).filter(work)).toEqual(blocksOn(before, on(5)).filter(work));
	});

	test('moves a day to one of rest, which it leaves behind', () => {
		const weekday = planOf(settings({ weekdays: [1, 2, 3, 4, 5] }));
		const moved = change(weekday, { kind: 'move', on: monday, from: on(4), to: on(5) });
		const arranged = seen(moved, monday);
		expect(arranged.days[4]).toMatchObject({ rest: 'skipped', blocks: [] });
		expect(arranged.days[5]!.rest).toBeNull();
		expect(blocksOn(arranged, on(5)).slice(1)).toEqual(
			blocksOn(seen(weekday, monday), on(4)).slice(1),
		);
	});

	test('adds what is wanted more, where there is room', () => {
		const wanted = { kind: 'speak', slug: 'drill-9', title: 'Drill 9', minutes: 5 } as const;
		const arranged = seen(change(plan, extra(plan, wanted, on(1))), on(1));
		expect(toDo(arranged, on(1))).toContain('speak/drill-9/extra 1');
	});

	test('drops a block for good', () => {
		const id = plan.days[3]!.blocks[1]!.id;
		const arranged = seen(change(plan, { kind: 'drop', on: monday, block: id }), monday);
		expect(toDo(arranged, monday)).not.toContain(id);
	});

	test('is told in a sentence', () => {
		expect(tell({ kind: 'skip', on: monday, day: monday }, () => 'Monday')).toContain(
			'Monday is free',
		);
		expect(tell({ kind: 'move', on: monday, from: on(0), to: on(1) }, (day) => day)).toContain(
			on(1),
		);
	});
});

describe('whatever happens', () => {
	const anySettings = fc.record({
		role: fc.constant('backend' as const),
		level: fc.constantFrom('junior' as const, 'mid' as const, 'senior' as const),
		interview: fc.option(fc.integer({ min: 1, max: 40 }).map(on), { nil: null }),
		minutes: fc.integer({ min: 15, max: 90 }),
		weekdays: fc.subarray<Weekday>([...weekdays], { minLength: 1 }),
		time: fc.constant(null),
	});
	const anyEdit = fc.record({
		kind: fc.constantFrom('skip' as const, 'move' as const),
		on: fc.integer({ min: 0, max: 20 }),
		one: fc.integer({ min: 0, max: 25 }),
		other: fc.integer({ min: 0, max: 25 }),
	});
	const life = fc.record({
		wanted: anySettings,
		today: fc.integer({ min: 0, max: 30 }),
		/** On which days which of the blocks shown then are done. */
		diligence: fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 31, maxLength: 31 }),
		edits: fc.array(anyEdit, { maxLength: 4 }),
	});

	/** Lives through the days, doing some of what each shows. */
	function live({
		wanted,
		today,
		diligence,
		edits,
	}: typeof life extends fc.Arbitrary<infer T> ? T : never) {
		let plan = planOf(wanted);
		const works: Work[] = [];
		for (let count = 0; count <= today; count++) {
			for (const { kind, one, other } of edits.filter((edit) => edit.on === count)) {
				const [day, to] = [on(Math.max(count, one)), on(Math.max(count, other))];
				const edit: PlanEdit =
					kind === 'skip' ? { kind, on: on(count), day } : { kind, on: on(count), from: day, to };
				plan = change(plan, edit);
			}
			if (count === today) break;
			const day = seen(plan, on(count), works).days.find((entry) => entry.day === on(count));
			for (const index of diligence[count]!) {
				const block = day?.blocks[index]?.block;
				if (block?.kind === 'code') works.push(checked(block.slug!, on(count)));
				if (block?.kind === 'speak') works.push(answered(block.slug!, on(count)));
				if (block?.kind === 'interview' || block?.kind === 'design') {
					works.push(met(block.kind, on(count)));
				}
			}
		}
		return { plan, works, arranged: seen(plan, on(today), works) };
	}

	test('no day exceeds its minutes', () => {
		fc.assert(
			fc.property(life, (facts) => {
				const { arranged } = live(facts);
				for (const { day, blocks } of arranged.days.filter(
					(entry) => entry.day >= on(facts.today),
				)) {
					const minutes = blocks
						.filter(({ doneOn }) => doneOn === null || doneOn >= day)
						.reduce((sum, { block }) => sum + block.minutes, 0);
					expect(minutes).toBeLessThanOrEqual(facts.wanted.minutes);
				}
			}),
			{ numRuns: 120, seed: 7 },
		);
	});

	test('nothing is lost and nothing is there twice', () => {
		fc.assert(
			fc.property(life, (facts) => {
				const { plan, works, arranged } = live(facts);
				const all = plan.days
					.flatMap(({ blocks }) => blocks)
					.filter(({ kind }) => kind !== 'revise');
				const open = toDo(arranged, on(facts.today));
				expect(new Set(open).size).toBe(open.length);
				const done = ticks(all, works, plan.from);
				const kept = new Set([...open, ...done.keys()]);
				expect(all.filter(({ id }) => !kept.has(id))).toEqual([]);
			}),
			{ numRuns: 120, seed: 11 },
		);
	});

	test('nothing is planned for a day of rest, or for the interview’s and after', () => {
		fc.assert(
			fc.property(life, (facts) => {
				const { arranged } = live(facts);
				for (const { day, rest, blocks } of arranged.days) {
					const open = blocks.filter(({ done }) => !done);
					if (rest !== null && day >= on(facts.today)) expect(open).toEqual([]);
					if (facts.wanted.interview && day >= facts.wanted.interview) expect(blocks).toEqual([]);
				}
			}),
			{ numRuns: 120, seed: 13 },
		);
	});
});

describe('two whole weeks', () => {
	/** Does everything that a day shows. */
	function diligently(plan: Plan, day: Day, works: Work[]) {
		const entry = seen(plan, day, works).days.find((each) => each.day === day);
		for (const { block, done } of entry?.blocks ?? []) {
			if (done) continue;
			if (block.kind === 'revise') works.push(revised(day));
			else if (block.kind === 'code') works.push(passed(block.slug!, day));
			else if (block.kind === 'speak') works.push(answered(block.slug!, day));
			else works.push(met(block.kind, day));
		}
	}

	test('with a weekend, a Tuesday and the second Thursday missed still end before the interview', () => {
		const plan = planOf(settings({ interview: on(16), level: 'junior' }));
		const works: Work[] = [];
		const missed = [1, 5, 6, 10];
		const said: Record<string, string[]> = {};
		for (let count = 0; count < 16; count++) {
			const { moves, left } = seen(plan, on(count), works);
			expect(left).toEqual([]);
			const fresh = moves.filter(({ from }) => from === on(count - 1));
			if (fresh.length > 0) {
				said[on(count)] = fresh.map(({ block, to }) => `${block.kind} to ${to}`);
			}
			if (!missed.includes(count)) diligently(plan, on(count), works);
		}
		expect(Object.keys(said)).toEqual([on(2), on(6), on(7), on(11)]);
		const end = seen(plan, on(16), works);
		expect(toDo(end, on(0)).filter((id) => !id.startsWith('revise'))).toEqual(
			missedOnly(end, missed.map(on)),
		);
		const all = plan.days.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind !== 'revise');
		const ticked = new Set(
			end.days.flatMap(({ blocks }) =>
				blocks.filter(({ done }) => done).map(({ block }) => block.id),
			),
		);
		expect(all.filter(({ id }) => !ticked.has(id))).toEqual([]);
	});

	/** What stands unticked on the days that were missed, as history. */
	function missedOnly(arranged: Arranged, days: Day[]): string[] {
		return arranged.days
			.filter(({ day }) => days.includes(day))
			.flatMap(({ blocks }) => blocks.filter(({ done }) => !done).map(({ block }) => block))
			.filter(({ kind }) => kind !== 'revise')
			.map(({ id }) => id);
	}

	test('without a miss tick everything and move nothing', () => {
		const plan = planOf(settings());
		const works: Work[] = [];
		for (let count = 0; count < 14; count++) {
			expect(seen(plan, on(count), works).moves).toEqual([]);
			diligently(plan, on(count), works);
		}
		const { days } = seen(plan, addDays(monday, 14), works);
		expect(days).toHaveLength(14);
		expect(days.every(({ blocks }) => blocks.every(({ done }) => done))).toBe(true);
	});
});
