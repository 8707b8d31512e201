import type { LocalExercise } from '../../src/core/pack';

/** A small exercise that its author got right. */
export const sample: LocalExercise = {
	slug: 'local-running-total',
	version: 1,
	title: 'Running total',
	summary: 'Yield the sum so far, one number at a time',
	kind: 'generators',
	difficulty: 'easy',
	minutes: 10,
	topics: ['generators'],
	roles: ['backend'],
	skills: [],
	limits: { seconds: 5, cost: 50_000_000 },
	prompt:
		'Write `running_total(numbers)`: a generator that yields the **sum so far** after each number.\n',
	starter: 'def running_total(numbers):\n    pass\n',
	solution:
		'def running_total(numbers):\n    total = 0\n    for number in numbers:\n        total += number\n        yield total\n',
	tests: `import unittest

import judge
from solution import running_total


class Examples(unittest.TestCase):
    def test_sums(self):
        """yields the sum after each number"""
        self.assertEqual(list(running_total([3, 4, 5])), [3, 7, 12])


class Behaviour(unittest.TestCase):
    def test_lazy(self):
        """reads a number only when it is asked for the next sum"""
        source = judge.Source(range(1, 1000))
        sums = running_total(source)
        next(sums)
        source.assert_pulled(at_most=1)
`,
	hints: [{ title: 'Keep a total', text: 'One variable is enough.' }],
	debrief: 'One pass, constant memory.\n',
	wrong: [
		{
			name: 'builds_a_list',
			code: 'def running_total(numbers):\n    total, sums = 0, []\n    for number in numbers:\n        total += number\n        sums.append(total)\n    return iter(sums)\n',
			caughtBy: 'Behaviour.test_lazy',
		},
	],
};
