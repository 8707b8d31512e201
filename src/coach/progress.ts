import { addDays, type Day } from '../core/day';
import type { CodeWork, SpeakWork, Work } from '../core/work';
import { mean } from './formulas';

/** What each figure of the past means, to be shown where it stands. */
export const progressFormulas = {
	correctness:
		'For each challenge checked that day, the share of its tests that held in the last check; the mean of these.',
	quality: 'The mean of the scores of that day’s answers.',
	clarity: 'The mean of the clarity of that day’s answers: sentence length, fillers and hedges.',
	speed:
		'The mean of two kinds: for an answer its speed; for a challenge passed for the first time, its expected minutes divided by the minutes from opening it that day, at most 100 %.',
	trend:
		'The mean of the last five days that have a figure; the change is against the five before.',
	calibration:
		'Answers in five groups by how sure you said you were: in each, how sure on average, against the score on average. On the line, you know what you know.',
	gap: 'How sure you said you were, minus the score, on average. Above 0 you were too sure, below 0 not sure enough.',
	brier:
		'How sure minus score, squared, on average. 0 is perfect, and saying 50 % each time gives at most 25 %.',
	streak:
		'Days of practice in a row. A day of rest in your plan neither adds to it nor ends it; today counts once something is done.',
} as const;

export type Series = 'correctness' | 'quality' | 'clarity' | 'speed';
/** One day's figure from 0 to 1, and how many pieces of work it is made of. */
export type Point = { day: Day; value: number; count: number };

/** The figure of each day that has one, oldest first. `minutesOf`: what a challenge is expected to take. */
export function history(
	series: Series,
	works: readonly Work[],
	minutesOf: (slug: string) => number | undefined,
): Point[] {
	switch (series) {
		case 'correctness':
			return daily(lastChecks(works), ({ share }) => share);
		case 'quality':
			return daily(answers(works), ({ score }) => score);
		case 'clarity':
			return daily(answers(works), ({ clarity }) => clarity);
		case 'speed':
			return daily([...answers(works), ...firstPasses(works)], (work) => speedOf(work, minutesOf));
	}
}

/** One group of answers by confidence; `said` and `scored` are means from 0 to 1. */
export type Bin = { from: number; to: number; said: number; scored: number; count: number };

/** How well confidence meets the scores; null while nobody has said how sure they are. */
export type Calibration = { bins: Bin[]; gap: number; brier: number; count: number };

/** Over all answers whose author said how sure they were. */
export function calibration(works: readonly Work[]): Calibration | null {
	const told = answers(works).flatMap(({ sure, score }) =>
		sure === null ? [] : [{ said: sure, scored: score }],
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
export function trend(
	points: readonly Point[],
	count = 5,
): { now: number; before: number | null } | null {
	if (points.length === 0) return null;
	const before = points.slice(-2 * count, -count);
	const values = (some: readonly Point[]) => mean(some.map(({ value }) => value));
	return {
		now: values(points.slice(-count)),
		before: before.length > 0 ? values(before) : null,
	};
}

/** A streak is looked for in so many days. */
const farthest = 1100;

/** Days of practice in a row up to today, the most there ever were, and whether today is one. */
export type Streak = { days: number; best: number; today: boolean };

/** `rests` tells planned days of rest. */
export function streak(works: readonly Work[], today: Day, rests: (day: Day) => boolean): Streak {
	const practised = new Set(works.map(({ day }) => day));
	const oldest = [...practised].sort()[0];
	if (oldest === undefined) return { days: 0, best: 0, today: false };
	const far = addDays(today, -farthest);
	const first = oldest < far ? far : oldest;
	const runs = [0];
	for (let day = today; day >= first; day = addDays(day, -1)) {
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

function speedOf(
	work: CodeWork | SpeakWork,
	minutesOf: (slug: string) => number | undefined,
): number | null {
	if (work.kind === 'speak') return work.speed;
	const expected = minutesOf(work.slug);
	if (work.minutes === null || expected === undefined) return null;
	return expected >= work.minutes ? 1 : expected / work.minutes;
}

function daily<T extends { day: Day }>(
	works: readonly T[],
	value: (work: T) => number | null,
): Point[] {
	const days = new Map<Day, number[]>();
	for (const work of works) {
		const found = value(work);
		if (found !== null) days.set(work.day, [...(days.get(work.day) ?? []), found]);
	}
	return [...days]
		.map(([day, values]) => ({ day, value: mean(values), count: values.length }))
		.sort((one, two) => (one.day < two.day ? -1 : 1));
}
