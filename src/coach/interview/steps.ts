import type { DrillTopic } from '../../core/drill';
import type { Aspect } from '../../core/report';
import { lessonIn, metricIn } from './story';
import { everythingSaid, learnt } from './condition';
import type { Course } from './course';
import type { Score } from './score';

/** Where to go on. */
export type Goal =
	| { kind: 'challenge'; slug: string }
	| { kind: 'aspect'; slug: string; aspect: Aspect }
	| { kind: 'drills'; topic: DrillTopic }
	| { kind: 'stories' }
	| { kind: 'interview'; slug: string }
	| { kind: 'another' };

/** One of the next things to practise, and why. */
export type Step = { goal: Goal; title: string; why: string };

type Candidate = Step & { loss: number };

/** The three things that cost most marks; what went well throughout gets a harder interview. */
export function nextSteps(course: Course, scores: readonly Score[]): Step[] {
	const found = [
		...aspects(course),
		...talk(course),
		...scores.map((score) => byCriterion(course, score)),
	];
	const ranked = [...found.filter(({ loss }) => loss > 0), ...further]
		.sort((one, two) => two.loss - one.loss)
		.filter((step, index, all) => all.findIndex((other) => same(step.goal, other.goal)) === index);
	return ranked.slice(0, 3).map(({ goal, title, why }) => ({ goal, title, why }));
}

/** Aspects that failed in the last check, each a card of its own. */
function aspects(course: Course): Candidate[] {
	const slug = course.session.scenario.challenge;
	const failing = (course.checks.at(-1)?.report.tests ?? []).filter(
		({ status }) => status !== 'pass',
	);
	return [...new Set(failing.map(({ aspect }) => aspect))].map((aspect) => {
		const tests = failing.filter((test) => test.aspect === aspect);
		return {
			goal: { kind: 'aspect', slug, aspect },
			title: `Get ${aspect} right in this exercise`,
			why: `“${tests[0]?.title ?? ''}” did not hold in your last check.`,
			loss: 6 + tests.length / 10,
		};
	});
}

function talk(course: Course): Candidate[] {
	const said = everythingSaid(course);
	const { slug, hidden } = course.session.scenario;
	const found: Candidate[] = [];
	if (!metricIn(said) || !lessonIn(said)) {
		found.push({
			goal: { kind: 'stories' },
			title: 'Write down one result with its number and one lesson from a failure',
			why: metricIn(said)
				? 'No failure with its lesson was told.'
				: 'No result came with a number, and numbers are what people remember.',
			loss: 5,
		});
	}
	if (!learnt(course).has(hidden.topic)) {
		found.push({
			goal: { kind: 'interview', slug },
			title: 'Take this interview again in Study, and ask before you code',
			why: `Nobody asked about it: ${hidden.constraint}`,
			loss: 4.5,
		});
	}
	return found;
}

function byCriterion(course: Course, { criterion, marks, findings }: Score): Candidate {
	const slug = course.session.scenario.challenge;
	const worst = findings.toSorted((one, two) => two.of - two.earned - (one.of - one.earned))[0];
	const why = worst ? `“${worst.says}” earned ${worst.earned} of ${worst.of}.` : '';
	const lost = 10 - marks;
	const drills = (topic: DrillTopic, title: string): Candidate => ({
		goal: { kind: 'drills', topic },
		title,
		why,
		loss: lost / 2,
	});
	switch (criterion) {
		case 'problem-solving':
			return {
				goal: { kind: 'another' },
				title: 'Take an interview on another exercise',
				why,
				loss: lost / 3,
			};
		case 'correctness':
			return {
				goal: { kind: 'challenge', slug },
				title: 'Finish the exercise without the clock',
				why,
				loss: lost / 1.5,
			};
		case 'code-quality':
			return drills('python-core', 'Answer drills on Python itself');
		case 'testing':
			return drills('testing', 'Answer drills on testing');
		case 'cost-awareness':
			return drills('performance', 'Answer drills on performance and memory');
		case 'communication':
			return drills('api', 'Answer drills aloud, with an example in each');
		case 'speed':
			return {
				goal: { kind: 'challenge', slug },
				title: 'Take the exercise once more against the clock',
				why,
				loss: lost / 2.5,
			};
	}
}

/** For those who lost little. */
const further: Candidate[] = [
	{
		goal: { kind: 'another' },
		title: 'Take a longer interview, or one for another role',
		why: 'This one went well enough; the next should be harder.',
		loss: 0,
	},
	{
		goal: { kind: 'drills', topic: 'concurrency' },
		title: 'Answer drills on concurrency',
		why: 'It comes up in almost every Python interview for this role.',
		loss: 0,
	},
	{
		goal: { kind: 'drills', topic: 'data-structures' },
		title: 'Answer drills on data structures',
		why: 'Costs of operations should come without thinking.',
		loss: 0,
	},
];

function same(one: Goal, two: Goal): boolean {
	return JSON.stringify(one) === JSON.stringify(two);
}
