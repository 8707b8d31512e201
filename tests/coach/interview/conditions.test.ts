import { describe, expect, test } from 'vitest';
import type { Condition, Scenario } from '../../../src/core/interview';
import { holds } from '../../../src/coach/interview/condition';
import { Rehearsal, check, growth, run, said, starter, tested } from './rehearsal';
import { phase, question, scenario } from './scenario';

/** In the part with code of a Study interview, after these acts. */
function coding(act: (rehearsal: Rehearsal) => void = () => undefined): Rehearsal {
	const rehearsal = new Rehearsal('study').next(1).next(2);
	act(rehearsal);
	return rehearsal;
}

const mean = 'def total(numbers):\n    return sum(set(numbers))\n';
type Case = [Condition, string, (rehearsal: Rehearsal) => void, (rehearsal: Rehearsal) => void];
const nothing = () => undefined;

/** Each condition with something that makes it hold and something near it that does not. */
const cases: Case[] = [
	[
		{ kind: 'growth', from: 'n^2' },
		'the last check fitted that or worse',
		(r) => r.at(9, check(tested('a', 'fail', 'growth', [growth('n^3')]))),
		(r) => r.at(9, check(tested('a', 'pass', 'growth', [growth('n log n')]))),
	],
	[
		{ kind: 'growth', from: 'n^2' },
		'only the last check counts',
		(r) => r.at(9, check(tested('a', 'fail', 'growth', [growth('n^2')]))),
		(r) =>
			r
				.at(8, check(tested('a', 'fail', 'growth', [growth('n^2')])))
				.at(9, check(tested('a', 'pass', 'growth', [growth('n')]))),
	],
	[
		{ kind: 'aspect-failed', aspect: 'memory' },
		'a test of the aspect failed',
		(r) => r.at(9, check(tested('a', 'fail', 'memory'))),
		(r) => r.at(9, check(tested('a', 'fail'), tested('b', 'pass', 'memory'))),
	],
	[
		{ kind: 'test-failed', test: 'Rules.test_empty' },
		'that very test failed',
		(r) => r.at(9, check(tested('Rules.test_empty', 'error'))),
		(r) => r.at(9, check(tested('Rules.test_empty', 'pass'), tested('b', 'fail'))),
	],
	[
		{ kind: 'passed' },
		'the last check passed',
		(r) => r.at(9, check(tested('a', 'pass'))),
		(r) => r.at(8, check(tested('a', 'pass'))).at(9, check(tested('a', 'fail'))),
	],
	[
		{ kind: 'not-passed' },
		'the last check failed',
		(r) => r.at(9, check(tested('a', 'fail'))),
		nothing,
	],
	[
		{ kind: 'never-checked' },
		'no check was made',
		nothing,
		(r) => r.at(9, check(tested('a', 'fail'))),
	],
	[{ kind: 'never-run' }, 'no run was made', nothing, (r) => r.at(9, run)],
	[
		{ kind: 'no-test' },
		'the program has no test',
		(r) => r.type(9, 'code', mean),
		(r) => r.type(9, 'code', `${mean}\nassert total([1, 1]) == 1\n`),
	],
	[
		{ kind: 'tested' },
		'the program has one',
		(r) => r.type(9, 'code', `${mean}\ndef test_twice():\n    assert total([1, 1]) == 1\n`),
		(r) => r.type(9, 'code', `${mean}# assert nothing\n`),
	],
	[
		{ kind: 'code-has', text: 'set(' },
		'the program has the words',
		(r) => r.type(9, 'code', mean),
		nothing,
	],
	[
		{ kind: 'code-lacks', text: 'set(' },
		'the program lacks them',
		nothing,
		(r) => r.type(9, 'code', mean),
	],
	[
		{ kind: 'no-question' },
		'no clarifying question was asked',
		nothing,
		(r) => r.at(9, { kind: 'question', text: 'May I use Python 3.14?' }),
	],
	[
		{ kind: 'hidden-missed' },
		'nobody asked for the hidden constraint',
		(r) => r.at(9, { kind: 'question', text: 'How many numbers are there?' }),
		(r) => r.at(9, { kind: 'question', text: 'Do the numbers repeat?' }),
	],
	[
		{ kind: 'hidden-learnt' },
		'somebody did, in other words than the example',
		(r) => r.at(9, { kind: 'question', text: 'Are there duplicates in there?' }),
		(r) => r.at(9, { kind: 'question', text: 'Are there any tests yet?' }),
	],
	[
		{ kind: 'hidden-learnt' },
		'in time to put it into the code',
		(r) => r.at(9, { kind: 'question', text: 'Are there duplicates?' }).next(10),
		(r) => r.next(9).at(10, { kind: 'question', text: 'Are there duplicates?' }),
	],
	[
		{ kind: 'said', point: 'empty' },
		'the point was made in this part',
		(r) => r.next(5).answer(20, 'test', 'I would try the empty list.'),
		(r) => r.next(5).answer(20, 'test', 'I would try a list.'),
	],
	[
		{ kind: 'not-said', point: 'empty' },
		'it was not',
		(r) => r.next(5).answer(20, 'test', 'I would try a list.'),
		(r) => r.next(5).answer(20, 'test', 'With no numbers it gives zero.'),
	],
	[
		{ kind: 'silent' },
		'nothing was said while coding',
		nothing,
		(r) => r.at(9, { kind: 'note', text: 'Now the loop.' }),
	],
];

describe('in the part with code', () => {
	test.each(cases)('%j: %s', (condition, _says, holding, failing) => {
		expect(holds(condition, coding(holding).course(30))).toBe(true);
		expect(holds(condition, coding(failing).course(30))).toBe(false);
	});
});

describe('in the introduction', () => {
	const told = (text: string) => new Rehearsal('study').answer(10, 'introduce', text).course(11);

	test.each([
		['I cut the nightly import from 40 minutes to 6.', false],
		['We serve two million requests a day with it.', false],
		['Errors fell by 30 % after that.', false],
		['I have five years of Python, since 2019, on Python 3.12.', true],
		['I made the import a lot faster.', true],
	])('%s: no metric is %s', (text, missing) => {
		expect(holds({ kind: 'no-metric' }, told(text))).toBe(missing);
	});

	test.each([
		['We lost a day of orders. Since then I rehearse each migration on a copy.', false],
		['My retry loop broke the partner, and I learnt to cap it.', false],
		['We lost a day of orders.', true],
		['I learnt a lot about databases.', true],
	])('%s: no lesson is %s', (text, missing) => {
		expect(holds({ kind: 'no-lesson' }, told(text))).toBe(missing);
	});

	test.each([
		['Yes, I have.', true],
		['I build services that move orders between two systems.', false],
	])('%s: short of six words is %s', (text, short) => {
		expect(holds({ kind: 'short', words: 6 }, told(text))).toBe(short);
	});
});

describe('follow-ups', () => {
	test('come after an answer, one at a time, while their conditions hold', () => {
		const talk = new Rehearsal('study').answer(20, 'introduce', 'I write Python for a bank.');
		expect(talk.course(21).ask?.id).toBe('metric');
		talk.answer(40, 'metric', 'We cut the failures by 40 %, to three a month.');
		expect(talk.course(41).ask?.id).toBe('lesson');
		talk.answer(60, 'lesson', 'A migration failed, and since then I try it on a copy.');
		expect(talk.course(61).ask).toBeNull();
	});

	test('that an answer has already given are left out', () => {
		const talk = new Rehearsal('study').answer(
			20,
			'introduce',
			'I cut our costs by 20 %. My first try lost data, and I learnt to test the restore.',
		);
		expect(talk.course(21).ask).toBeNull();
		expect(said(talk.course(21))).toEqual([]);
	});

	test('come no more than there is room for', () => {
		const many = ['one', 'two', 'three', 'four', 'five'].map((id) => question(id));
		const long: Scenario = { ...scenario, phases: [phase('cost', 20, { followUps: many })] };
		const talk = new Rehearsal('study', long);
		let second = 0;
		const asked: string[] = [];
		for (let ask = talk.course(0).ask; ask; ask = talk.course(second + 1).ask) {
			asked.push(ask.id);
			talk.answer((second += 10), ask.id, 'Yes.');
		}
		expect(asked).toEqual(['cost', 'one', 'two', 'three']);
	});

	test('interrupt the work right after the check that calls for them', () => {
		const work = coding((r) => r.at(100, check(tested('a', 'fail', 'growth', [growth('n^2')]))));
		expect(work.course(99).interruption).toBeNull();
		expect(work.course(100).interruption?.id).toBe('quadratic');
	});

	test('of the work wait for their turn', () => {
		const work = coding((r) =>
			r
				.at(100, check(tested('a', 'pass', 'growth', [growth('n^2')])))
				.at(110, check(tested('a', 'pass', 'growth', [growth('n^2')]))),
		);
		expect(work.course(115).interruption?.id).toBe('quadratic');
		work.at(120, { kind: 'dismiss', interruption: 'quadratic' });
		expect(work.course(179).interruption).toBeNull();
		expect(work.course(180).interruption?.id).toBe('untested');
	});

	test('of the work are asked only while they still fit', () => {
		const work = coding((r) =>
			r
				.at(100, check(tested('a', 'pass', 'growth', [growth('n^2')])))
				.at(110, check(tested('a', 'pass')))
				.at(120, { kind: 'dismiss', interruption: 'quadratic' })
				.type(150, 'code', `${mean}assert total([]) == 0\n`),
		);
		expect(said(work.course(235))).toEqual(['quadratic']);
	});

	test('an answer to something that is not asked any more changes nothing', () => {
		const talk = new Rehearsal('study').at(10, { kind: 'answer', to: 'late', text: 'What?' });
		expect(talk.course(11).answers).toEqual([]);
		expect(talk.course(11).ask?.id).toBe('introduce');
	});
});

describe('the hidden constraint', () => {
	const untilTest = (...questions: string[]) => {
		const talk = new Rehearsal('study').next(1);
		questions.forEach((text, index) => talk.at(10 + index, { kind: 'question', text }));
		return talk
			.next(30)
			.type(40, 'code', mean)
			.next(50)
			.answer(70, 'test', 'I would try a few lists.');
	};

	test('bites later when nobody asked', () => {
		expect(untilTest('How big is the input?').course(71).ask?.id).toBe('bite');
	});

	test('is built on when somebody did', () => {
		expect(
			untilTest('Can a number be in there twice, I mean the same number?').course(71).ask?.id,
		).toBe('used');
	});

	test('is told only to the one who asks, in the interviewer’s words', () => {
		const told = (...questions: string[]) =>
			untilTest(...questions)
				.course(29)
				.turns.some(({ text }) => text.includes('counts once'));
		expect(told('Do duplicates occur?')).toBe(true);
		expect(told('What is the weather like?', 'How many numbers are there?')).toBe(false);
	});

	test('two questions in one are both answered', () => {
		const course = untilTest('How big is the input? And do numbers repeat?').course(29);
		expect(course.turns.at(-1)?.text).toBe('Yes, and it counts once. A few million.');
		expect(course.questions[0]?.topics).toEqual(['duplicates', 'size']);
	});

	test.each([
		'How big is the input, and may numbers repeat?',
		'How many numbers are there and do duplicates occur?',
		'How many numbers are there, and can they repeat?',
	])('so are two in one sentence: %s', (text) => {
		expect(untilTest(text).course(29).questions[0]?.topics).toEqual(['duplicates', 'size']);
	});

	test('a question that nothing fits is left to the candidate, never twice in the same words', () => {
		const { turns } = untilTest('May I use Rust?', 'May I wear a hat?').course(29);
		const replies = turns.filter(({ kind }) => kind === 'reply').map(({ text }) => text);
		expect(new Set(replies).size).toBe(2);
	});

	test('questions about the job are answered in the last part only', () => {
		const talk = new Rehearsal('study').at(1, { kind: 'question', text: 'How large is the team?' });
		expect(talk.course(2).questions[0]?.topics).toEqual([]);
		for (let part = 0; part < 6; part++) talk.next(10 + part);
		talk.at(20, { kind: 'question', text: 'How large is your team?' });
		expect(talk.course(21).turns.at(-1)).toMatchObject({ kind: 'reply', text: 'Seven people.' });
	});
});

test('the starter’s own tests are nobody’s merit', () => {
	const given: Scenario = scenario;
	const rehearsal = new Rehearsal('study', given);
	rehearsal.session.starter = `${starter}assert True\n`;
	expect(holds({ kind: 'no-test' }, rehearsal.course(1))).toBe(true);
});
