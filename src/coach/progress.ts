import type { Day } from '../core/day';
import type { CodeWork, SessionWork, SpeakWork, Work } from '../core/work';

/** Every figure on the progress page, and beside each what it is made of, in words. */
export const formulas = {
	correctness:
		'For each challenge checked that day, the share of its tests that held in the last check; the mean of these.',
	quality: 'The mean score of the answers given that day; what a score is made of stands beside each answer.',
	clarity:
		'The mean clarity of the answers given that day: sentence length, filler words and hedges, as told beside each answer.',
	speed:
		'Expected time divided by time taken, at most 100 %. For an answer its limit counts as expected; for a challenge, its minutes, from opening it to the first pass. The mean of the day.',
	calibration:
		'Answers are put into five groups by how sure you said you were. In each group, how sure you were on average is set against your average score. On the line, you know what you know.',
	gap: 'How sure you said you were, minus your score, on average over all answers where you said it. Above 0 you were too sure, below 0 not sure enough.',
	brier:
		'The square of the difference between how sure you were and your score, on average. 0 is perfect; always saying 50 % gives at most 25.',
	streak:
		'Days of practice in a row. A day of rest in your plan neither adds to it nor ends it, and today counts once something is done.',
} as const;

export type Series = 'correctness' | 'quality' | 'clarity' | 'speed';
/** One day's figure from 0 to 1, and how many pieces of work it is made of. */
export type Point = { day: Day; value: number; count: number };

/** The figure of each day that has one, oldest first. `expected`: a challenge's minutes. */
export function history(
	series: Series,
	works: readonly Work[],
	expected: (slug: string) => number | undefined,
): Point[] {
	switch (series) {
		case 'correctness':
			return daily(lastChecks(works), ({ share }) => share);
		case 'quality':
			return daily(answers(works), ({ score }) => score);
		case 'clarity':
			return daily(answers(works), ({ clarity }) => clarity);
		case 'speed':
			return daily([...answers(works), ...firstPasses(works)], (work) => speedOf(work, expected));
	}
}

/** One group of answers by confidence; `said` and `scored` are means from 0 to 1. */
export type Bin = { from: number; to: number; said: number; scored: number; count: number };

/** How well confidence meets the scores; null while nobody has said how sure they are. */
export type Calibration = { bins: Bin[]; gap: number; brier: number; count: number };

export function calibration(works: readonly Work[]): Calibration | null {
	const told = answers(works).flatMap(({ confidence, score }) =>
		confidence === null ? [] : [{ said: confidence, scored: score }],
	);
	if (told.length === 0) return null;
	const bins = [0, 1, 2, 3, 4].flatMap((index) => {
		const inside = told.filter(({ said }) => Math.min(4, Math.floor(said * 5)) === index);
		if (inside.length === 0) return [];
		const said = mean(inside.map((one) => one.said));
		const scored = mean(inside.map((one) => one.scored));
		return [{ from: index / 5, to: (index + 1) / 5, said, scored, count: inside.length }];
	});
	return {
		bins,
		gap: mean(told.map(({ said, scored }) => said - scored)),
		brier: mean(told.map(({ said, scored }) => (said - scored) ** 2)),
		count: told.length,
	};
}

/** The mean of the last `count` days of a series beside that of the `count` days before. */
export function trend(points: readonly Point[], count = 5): { now: number; before: number | null } | null {
	if (points.length === 0) return null;
	const before = points.slice(-2 * count, -count);
	const values = (some: readonly Point[]) => mean(some.map(({ value }) => value));
	return {
		now: values(points.slice(-count)),
		before: before.length > 0 ? values(before) : null,
	};
}

/** In words, for the mean of a series; steps of five hundredths are a change. */
export const trendFormula =
	'The mean of the last five days that have a figure; the change is against the five before.';

export type Streak = { days: number; best: number; today: boolean };

/** `rests` tells planned days of rest. */
export function streak(works: readonly Work[], today: Day, rests: (day: Day) => boolean, previous: (day: Day) => Day): Streak {
	const practised = new Set(works.map(({ day }) => day));
	const first = [...practised].sort()[0];
	if (first === undefined) return { days: 0, best: 0, today: false };
	const runs = [0];
	for (let day = today; day >= first; day = previous(day)) {
		if (practised.has(day)) runs[runs.length - 1]! += 1;
		else if (!rests(day) && day !== today) runs.push(0);
	}
	return { days: runs[0]!, best: Math.max(...runs), today: practised.has(today) };
}

/** Each challenge's last check of each day. */
function lastChecks(works: readonly Work[]): CodeWork[] {
	const last = new Map<string, CodeWork>();
	for (const work of works) {
		if (work.kind !== 'code') continue;
		const key = `${work.day} ${work.slug}`;
		const known = last.get(key);
		if (!known || known.at <= work.at) last.set(key, work);
	}
	return [...last.values()];
}

/** Each challenge's first pass. */
function firstPasses(works: readonly Work[]): CodeWork[] {
	const first = new Map<string, CodeWork>();
	for (const work of works) {
		if (work.kind !== 'code' || !work.passed) continue;
		const known = first.get(work.slug);
		if (!known || work.at < known.at) first.set(work.slug, work);
	}
	return [...first.values()];
}

function answers(works: readonly Work[]): SpeakWork[] {
	return works.filter((work) => work.kind === 'speak');
}

/** Sessions that were scored, the best first. */
export function bestSessions(works: readonly Work[], kind: SessionWork['kind']): SessionWork[] {
	return works
		.filter((work) => work.kind === kind && work.score !== null)
		.map((work) => work as SessionWork)
		.sort((one, two) => (two.score ?? 0) - (one.score ?? 0));
}

function speedOf(
	work: CodeWork | SpeakWork,
	expected: (slug: string) => number | undefined,
): number | null {
	const taken = work.kind === 'speak' ? work.seconds : work.minutes;
	const allowed = work.kind === 'speak' ? work.limit : expected(work.slug);
	if (taken === null || allowed === undefined) return null;
	return taken <= 0 ? 1 : Math.min(1, allowed / taken);
}

function daily<T extends { day: Day }>(works: readonly T[], value: (work: T) => number | null): Point[] {
	const days = new Map<Day, number[]>();
	for (const work of works) {
		const found = value(work);
		if (found !== null) days.set(work.day, [...(days.get(work.day) ?? []), found]);
	}
	return [...days]
		.map(([day, values]) => ({ day, value: mean(values), count: values.length }))
		.sort((one, two) => (one.day < two.day ? -1 : 1));
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
