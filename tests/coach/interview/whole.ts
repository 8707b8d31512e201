import type { Mode } from '../../../src/core/session';
import { Rehearsal, check, growth, run, tested } from './rehearsal';

export const program = `def total(numbers):
    """Sum of the different numbers."""
    seen = set()
    result = 0
    for number in numbers:
        if number not in seen:
            seen.add(number)
            result += number
    return result
`;
export const withTest = `${program}

assert total([1, 1, 2]) == 3
`;

/** A good interview, from the first word to the last, in less than twenty minutes. */
export function goodInterview(mode: Mode = 'real'): Rehearsal {
	return new Rehearsal(mode)
		.answer(
			30,
			'introduce',
			'I build billing services. I cut our nightly run from 40 minutes to 6.',
		)
		.answer(
			80,
			'lesson',
			'My first migration lost an hour of orders. Since then I rehearse each one on a copy of production.',
		)
		.next(90)
		.at(120, { kind: 'question', text: 'Can the same number come twice?' })
		.at(150, {
			kind: 'question',
			text: 'I would keep a set of what I have seen and add up as the numbers come. Is that fine?',
		})
		.next(160)
		.type(200, 'code', program)
		.at(230, run)
		.at(300, { kind: 'note', text: 'The set costs memory, one entry for each different number.' })
		.at(310, check(tested('Examples.test_sum', 'pass'), tested('Rules.test_twice', 'fail')))
		.answer(400, 'late', 'Because a list would make each look-up linear.', 'aside')
		.type(420, 'code', withTest)
		.at(
			450,
			check(
				tested('Examples.test_sum', 'pass'),
				tested('Rules.test_twice', 'pass'),
				tested('Cost.test_growth', 'pass', 'growth', [growth('n')]),
			),
		)
		.next(460)
		.answer(
			500,
			'test',
			'I tried the empty list and the same number twice. In our billing project I had a test that fed in a day of real records.',
		)
		.answer(540, 'used', 'The set takes care of it.')
		.next(545)
		.answer(
			600,
			'cost',
			'It is O(n), because each number is looked up once in a set. We had a list in that place once, and it took 20 minutes.',
		)
		.next(610)
		.answer(
			650,
			'change',
			'I would yield the running sum, one number at a time, from a generator over the stream.',
		)
		.next(660)
		.at(680, { kind: 'question', text: 'How big is the team?' })
		.next(700);
}

/** An interview in which nothing goes well: no question, no test, quadratic code, few words. */
export function poorInterview(mode: Mode = 'real'): Rehearsal {
	return new Rehearsal(mode)
		.answer(
			110,
			'introduce',
			'Um, I am basically a developer, I guess, and I do Python stuff maybe.',
		)
		.next(115)
		.next(120.5)
		.type(
			300,
			'code',
			'def total(numbers):\n    q = []\n    for n in numbers:\n        if n not in q: q.append(n)\n    print(q)\n    try:\n        return sum(q)\n    except:\n        return 0\n',
		)
		.at(
			700,
			check(
				tested('Examples.test_sum', 'pass'),
				tested('Cost.test_growth', 'fail', 'growth', [growth('n^2')]),
			),
		)
		.answer(
			900,
			'test',
			'A test is a function that checks whether a program is correct. You write assert and then it works.',
		);
}
