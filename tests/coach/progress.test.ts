import { describe, expect, test } from 'vitest';
import { calibration, history, progressFormulas, streak, trend } from '../../src/coach/progress';
import { missing, readiness, readinessFormulas, readinessLimits } from '../../src/coach/readiness';
import { answered, challenges, checked, drills, met, monday, on, passed, revised } from './works';

const minutesOf = (slug: string) => challenges.find((each) => each.slug === slug)?.minutes;
const later = (hour: number, day = monday) => ({ at: `${day}T${hour}:00:00.000Z` });

describe('history', () => {
	test('of correctness is the mean of each challenge’s last check of the day', () => {
		const works = [
			checked('a', monday, { share: 0.2, ...later(10) }),
			checked('a', monday, { share: 0.8, ...later(11) }),
			passed('b', monday),
			checked('a', on(2), { share: 0.5, ...later(10, on(2)) }),
		];
		expect(history('correctness', works, minutesOf)).toEqual([
			{ day: monday, value: 0.9, count: 2 },
			{ day: on(2), value: 0.5, count: 1 },
		]);
	});

	test('of quality and clarity are means of the day’s answers', () => {
		const works = [
			answered('x', monday, { score: 0.4, clarity: 1 }),
			answered('y', monday, { score: 0.8, clarity: 0.5 }),
		];
		expect(history('quality', works, minutesOf)[0]).toMatchObject({ count: 2 });
		expect(history('quality', works, minutesOf)[0]!.value).toBeCloseTo(0.6);
		expect(history('clarity', works, minutesOf)[0]!.value).toBe(0.75);
	});

	test('of speed sets expected minutes against those to the first pass', () => {
		const works = [
			passed('challenge-0', monday, { minutes: 30 }),
			passed('challenge-1', on(1), { minutes: 10 }),
			passed('challenge-1', on(2), { minutes: 100 }),
			checked('challenge-2', on(3), { minutes: 5 }),
			answered('x', on(4), { speed: 0.25 }),
			answered('y', on(5), { speed: null }),
		];
		expect(history('speed', works, minutesOf)).toEqual([
			{ day: monday, value: 0.5, count: 1 },
			{ day: on(1), value: 1, count: 1 },
			{ day: on(4), value: 0.25, count: 1 },
		]);
	});

	test('has a trend against the days before', () => {
		const points = [1, 1, 1, 1, 1, 0, 0.5, 0.5, 0.5, 1].map((value, index) => ({
			day: on(index),
			value,
			count: 1,
		}));
		expect(trend(points)).toEqual({ now: 0.5, before: 1 });
		expect(trend(points.slice(0, 3))).toEqual({ now: 1, before: null });
		expect(trend([])).toBeNull();
	});
});

describe('calibration', () => {
	test('sets how sure somebody was against the score, group by group', () => {
		const works = [
			answered('a', monday, { sure: 0.9, score: 0.5 }),
			answered('b', monday, { sure: 1, score: 0.7 }),
			answered('c', monday, { sure: 0.1, score: 0.3 }),
			answered('d', monday, { sure: null, score: 0 }),
		];
		const found = calibration(works)!;
		expect(found.count).toBe(3);
		expect(found.bins.map(({ from, count }) => [from, count])).toEqual([
			[0, 1],
			[0.8, 2],
		]);
		expect(found.bins[1]!.said).toBeCloseTo(0.95);
		expect(found.bins[1]!.scored).toBeCloseTo(0.6);
		expect(found.gap).toBeCloseTo((0.4 + 0.3 - 0.2) / 3);
		expect(found.brier).toBeCloseTo((0.16 + 0.09 + 0.04) / 3);
	});

	test('is not there before anybody said how sure they are', () => {
		expect(calibration([answered('a', monday)])).toBeNull();
	});

	test('gives 0 to who knows what they know, and 25 % at most to who always says half', () => {
		const exact = [0, 0.5, 1].map((value) => answered('a', monday, { sure: value, score: value }));
		expect(calibration(exact)).toMatchObject({ gap: 0, brier: 0 });
		const half = [0, 1].map((score) => answered('a', monday, { sure: 0.5, score }));
		expect(calibration(half)!.brier).toBe(0.25);
	});
});

describe('a streak', () => {
	const never = () => false;
	const sundays = (day: string) => day === on(6) || day === on(-1);

	test('counts days in a row, and today only once something is done', () => {
		const works = [revised(on(0)), checked('a', on(1)), answered('b', on(2))];
		expect(streak(works, on(2), never)).toEqual({ days: 3, best: 3, today: true });
		expect(streak(works, on(3), never)).toEqual({ days: 3, best: 3, today: false });
		expect(streak(works, on(4), never)).toEqual({ days: 0, best: 3, today: false });
	});

	test('is not broken by a planned day of rest, nor made longer', () => {
		const works = [4, 5, 7].map((count) => revised(on(count)));
		expect(streak(works, on(7), sundays)).toEqual({ days: 3, best: 3, today: true });
		expect(streak(works, on(7), never)).toEqual({ days: 1, best: 2, today: true });
	});

	test('counts work on a day of rest all the same', () => {
		const works = [5, 6, 7].map((count) => revised(on(count)));
		expect(streak(works, on(7), sundays).days).toBe(3);
	});

	test('of nothing is nothing', () => {
		expect(streak([], monday, never)).toEqual({ days: 0, best: 0, today: false });
	});
});

describe('readiness', () => {
	const material = { challenges, drills };
	const backend = (works: Parameters<typeof readiness>[1], today = monday) =>
		readiness('backend', works, material, today);
	const row = (of: ReturnType<typeof backend>, topic: string) =>
		of.rows.find((each) => each.topic === topic)!;
	const { aided, tried, halfLife } = readinessLimits;

	test('is 0 before anything is proven, with a row for each topic that there is', () => {
		const { value, rows } = backend([]);
		expect(value).toBe(0);
		expect(rows.map(({ topic }) => topic).sort()).toEqual([
			'api',
			'concurrency',
			'data-structures',
			'design',
			'generators',
			'interview',
			'oop',
			'testing',
		]);
		expect(rows.map(({ weight }) => weight)).toEqual(
			rows
				.map(({ weight }) => weight)
				.sort()
				.reverse(),
		);
	});

	test('counts a pass without help in full, with help in part, and a try by its tests', () => {
		const works = [
			passed('challenge-0', monday),
			passed('challenge-6', monday, { unaided: false }),
			checked('challenge-9', monday, { share: 0.5 }),
			checked('challenge-9', monday, { share: 0.1 }),
		];
		const { code, value } = row(backend(works), 'generators');
		expect(code!.value).toBeCloseTo((1 + aided + 0.5 * tried) / 3);
		expect(value).toBe(code!.value);
		expect(code!.proofs.map(({ slug }) => slug)).toEqual([
			'challenge-0',
			'challenge-6',
			'challenge-9',
		]);
	});

	test('is the mean of code and answers where a topic has both', () => {
		const works = [
			passed('challenge-1', monday),
			answered('drill-3', monday, { score: 0.2, ...later(10) }),
			answered('drill-3', monday, { score: 0.9, ...later(11) }),
		];
		const found = row(backend(works), 'concurrency');
		expect(found.speak!.value).toBeCloseTo(0.3);
		expect(found.value).toBeCloseTo((1 / 3 + 0.3) / 2);
	});

	test('needs three proofs, and says what is missing', () => {
		const two = [
			answered('drill-0', monday, { score: 1 }),
			answered('drill-4', monday, { score: 1 }),
		];
		const { speak } = row(backend(two), 'oop');
		expect(missing(speak!, 'answer')).toBe('1 more answer');
		const three = [...two, answered('drill-8', monday, { score: 0.2 })];
		expect(missing(row(backend(three), 'oop').speak!, 'answer')).toBe(
			'a better answer than the weakest',
		);
		const good = [...two, answered('drill-8', monday, { score: 0.9 })];
		expect(missing(row(backend(good), 'oop').speak!, 'answer')).toBeNull();
	});

	test('fades by half in the stated days', () => {
		const works = [passed('challenge-0', monday)];
		const [now, then] = [monday, on(halfLife)].map(
			(day) => row(backend(works, day), 'generators').value,
		);
		expect(then).toBeCloseTo(now! / 2);
	});

	test('counts scored sessions, and each row as often as its weight says', () => {
		const found = backend([met('interview', monday, 0.8), met('interview', monday, null)]);
		expect(row(found, 'interview').value).toBe(0.4);
		const weights = found.rows.reduce((sum, { weight }) => sum + weight, 0);
		expect(found.value).toBeCloseTo((0.4 * 3) / weights);
	});

	test('is whole when everything is proven', () => {
		const all = [
			...challenges.map(({ slug }) => passed(slug, monday)),
			...drills.map(({ slug }) => answered(slug, monday, { score: 1 })),
			...[0, 1].flatMap(() => [met('interview', monday, 1), met('design', monday, 1)]),
		];
		expect(backend(all).value).toBeCloseTo(1);
	});

	test('states each of its formulas', () => {
		for (const text of Object.values({ ...readinessFormulas, ...progressFormulas })) {
			expect(text).toMatch(/^[A-Z].{20,}\.$/);
		}
		expect(readinessFormulas.age).toContain(String(halfLife));
	});
});
