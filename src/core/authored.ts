import type { LocalExercise } from './pack';

/** An exercise while its author works on it; anything in it may still be empty. */
export type Authored = {
	/** A UUID. */
	id: string;
	exercise: LocalExercise;
	/** ISO 8601, UTC. */
	savedAt: string;
	/** Put away at that time; null while it is there. */
	deletedAt: string | null;
	/** Hash of what was proven (see `provenText`) when the content check last passed; else null. */
	proven: string | null;
	/** Version that was last given to others; null before that. */
	shared: number | null;
};

/** What the content check looks at; with any change in it the check has to pass again. */
export function provenText(exercise: LocalExercise): string {
	const { starter, solution, tests, limits, wrong } = exercise;
	return JSON.stringify([starter, solution, tests, limits.seconds, limits.cost, wrong]);
}

/** Of two states of one exercise the one that was saved later. */
export function laterAuthored(one: Authored, two: Authored): Authored {
	return Date.parse(two.savedAt) > Date.parse(one.savedAt) ? two : one;
}

/** A permanent key out of a title and a few random small letters or digits. */
export function slugFor(title: string, random: string): string {
	const words = title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 40)
		.replace(/^-+|-+$/g, '');
	return ['local', words, random].filter((part) => part !== '').join('-');
}

/** Where an author has to write something yet. `field` is a name of `LocalExercise`. */
export type Gap = { field: keyof LocalExercise; message: string };

/** What is missing before the content check can say anything. */
export function gapsOf(exercise: LocalExercise): Gap[] {
	const { title, prompt, starter, solution, tests, wrong } = exercise;
	const empty = (text: string | null) => text === null || text.trim() === '';
	const gaps: (Gap | false)[] = [
		empty(title) && { field: 'title', message: 'Give it a title.' },
		empty(prompt) && { field: 'prompt', message: 'Write the prompt.' },
		empty(starter) && { field: 'starter', message: 'Write the code that learners start with.' },
		empty(solution) && { field: 'solution', message: 'Write a solution.' },
		empty(tests) && { field: 'tests', message: 'Write the tests.' },
		wrong.length === 0 && {
			field: 'wrong',
			message: 'Add at least one wrong solution, and name the test that catches it.',
		},
		...wrong.flatMap(({ name, code, caughtBy }): (Gap | false)[] => [
			empty(name) && { field: 'wrong', message: 'Give each wrong solution a name.' },
			empty(code) && { field: 'wrong', message: `“${name}” has no code.` },
			empty(caughtBy) && { field: 'wrong', message: `Name the test that catches “${name}”.` },
		]),
	];
	return gaps.filter((gap) => gap !== false);
}

/** An exercise to begin with: small, whole, and the author's to overwrite. */
export function blankExercise(slug: string): LocalExercise {
	return {
		slug,
		version: 1,
		title: '',
		summary: '',
		kind: 'generators',
		difficulty: 'easy',
		minutes: 15,
		topics: [],
		roles: [],
		skills: [],
		limits: { seconds: 5, cost: 50_000_000 },
		prompt: '',
		starter: '',
		solution: '',
		tests: '',
		hints: [],
		debrief: '',
		wrong: [],
	};
}

/** The same with texts that pass the content check, to learn from. */
export function exampleExercise(slug: string): LocalExercise {
	return {
		...blankExercise(slug),
		title: 'First of each day',
		summary: 'Yield the first reading of each day, lazily',
		topics: ['generators', 'laziness'],
		prompt: `A meter sends \`(day, value)\` pairs in order of time, without end.

Write \`first_of_each_day(readings)\`: a generator that yields the **first** pair of each day. It must not read further than it has to.

\`\`\`python
list(first_of_each_day([(1, 20), (1, 21), (2, 19)]))  # [(1, 20), (2, 19)]
\`\`\`
`,
		starter: 'def first_of_each_day(readings):\n    ...\n',
		solution: `def first_of_each_day(readings):
    present = None
    for day, value in readings:
        if day != present:
            present = day
            yield day, value
`,
		tests: `import unittest

import judge
from solution import first_of_each_day


class Examples(unittest.TestCase):
    def test_first_pairs(self):
        """Yields the first pair of each day"""
        readings = [(1, 20), (1, 21), (2, 19), (2, 25), (4, 18)]
        self.assertEqual(list(first_of_each_day(readings)), [(1, 20), (2, 19), (4, 18)])


class Laziness(unittest.TestCase):
    def test_reads_no_further(self):
        """Reads one pair for the first result"""
        source = judge.Source((day, 20) for day in range(10**9))
        results = first_of_each_day(source)
        self.assertEqual(next(results), (0, 20))
        source.assert_pulled(at_most=1)
`,
		hints: [
			{ title: 'What to remember', text: 'Only the day of the last pair that you yielded.' },
			{ title: 'When to yield', text: 'When a pair’s day is another than the remembered one.' },
		],
		debrief: 'One pass and one remembered day: constant memory, and it works on endless input.\n',
		wrong: [
			{
				name: 'collects_first',
				code: 'def first_of_each_day(readings):\n    first = {}\n    for day, value in readings:\n        first.setdefault(day, value)\n        if len(first) > 1000:\n            break\n    return iter(first.items())\n',
				caughtBy: 'Laziness.test_reads_no_further',
			},
			{
				name: 'last_of_each_day',
				code: 'def first_of_each_day(readings):\n    latest = {}\n    for day, value in readings:\n        latest[day] = value\n        if len(latest) > 1000:\n            break\n    yield from latest.items()\n',
				caughtBy: 'Examples.test_first_pairs',
			},
		],
	};
}
