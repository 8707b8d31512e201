import { deadlineOf, type Course } from '../course';
import { finding, minutesAndSeconds, quote, span, type Finding } from '../evidence';

/** Time to the first word that earns three, two and one of three marks; milliseconds. */
const steps = [20_000, 40_000, 75_000];

/** Time to the first word, to code that passes, and whether every part was reached. */
export function speed(course: Course): Finding[] {
	const { phases, minutes } = course.session.scenario;
	const delays = course.answers
		.filter(({ first }) => first !== null)
		.map(({ ask, first }) => ({ ask, delay: Math.max(0, (first ?? 0) - ask.since) }))
		.sort((one, two) => one.delay - two.delay);
	const median = delays[Math.floor((delays.length - 1) / 2)];
	const slowest = delays.at(-1);
	const earned = median ? steps.filter((step) => median.delay <= step).length : 0;
	const pass = course.checks.find(({ report }) => report.status === 'pass');
	const limit = deadlineOf(
		course,
		phases.findIndex(({ kind }) => kind === 'code'),
	);
	const reached = new Set(course.visits.map(({ kind }) => kind)).size;
	const overall = minutes * 60_000;
	return [
		finding(
			'First words come soon (20 s, 40 s, 75 s; the median counts)',
			3,
			earned / steps.length,
			median && slowest
				? [median, slowest].map(({ ask, delay }) =>
						quote('clock', `${minutesAndSeconds(delay)} after “${ask.says}”`, ask.since),
					)
				: [span(course, 'introduce', 'no answer was typed.')],
		),
		finding(
			'Passing code within the time for coding',
			4,
			pass ? (pass.at <= limit ? 1 : 0.5) : 0,
			pass
				? [
						quote(
							'report',
							`Passed at ${minutesAndSeconds(pass.at)}; the time ran to ${minutesAndSeconds(limit)}.`,
							pass.at,
						),
					]
				: [span(course, 'code', 'no check passed.')],
		),
		finding(
			'Every part reached within the time',
			3,
			reachedShare(reached, phases.length, course.clock, overall),
			[
				quote(
					'clock',
					`${reached} of ${phases.length} parts, done at ${minutesAndSeconds(course.ended?.at ?? course.clock)} of ${minutes}:00.`,
					course.ended?.at ?? course.clock,
				),
			],
		),
	];
}

/** Going over the time, as Study allows, takes off as much as it went over. */
function reachedShare(reached: number, all: number, took: number, overall: number): number {
	return (reached / all) * Math.min(1, overall / Math.max(overall, took));
}
