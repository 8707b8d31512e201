import { describe, expect, test } from 'vitest';
import { begin, follow, reach, take } from '../../../src/coach/interview/follow';
import { frameAt, markersOf, wallAt } from '../../../src/coach/interview/replay';
import { Rehearsal, said } from './rehearsal';
import { goodInterview, poorInterview, program, withTest } from './whole';

describe('a whole interview in Real', () => {
	const rehearsal = goodInterview();
	const course = rehearsal.course(3600);

	test('goes through all parts and is finished', () => {
		expect(course.visits.map(({ kind, from }) => [kind, from / 1000])).toEqual([
			['introduce', 0],
			['clarify', 90],
			['code', 160],
			['test', 460],
			['cost', 545],
			['change', 610],
			['questions', 660],
		]);
		expect(course.ended).toEqual({ at: 700_000, how: 'finished' });
	});

	test('asks what the answers and the evidence call for, and nothing else', () => {
		expect(said(course)).toEqual([
			'lesson',
			'Yes, and it counts once.',
			'I leave that to you. Say what you assume, and we will see whether it matters.',
			'late',
			'used',
			'Seven people.',
		]);
	});

	test('has every answer under its question, with its first key', () => {
		expect(course.answers.map(({ ask, first }) => [ask.id, (first ?? 0) / 1000])).toEqual([
			['introduce', 26],
			['lesson', 76],
			['late', 396],
			['test', 496],
			['used', 536],
			['cost', 596],
			['change', 646],
		]);
	});
});

describe('a whole interview in Study', () => {
	test('can be paused over night and goes on where it was', () => {
		const rehearsal = new Rehearsal('study')
			.answer(
				30,
				'introduce',
				'I cut the run by half, from 8 hours. It failed first, and I learnt to log.',
			)
			.at(60, { kind: 'pause', away: false })
			.at(60 + 43_200, { kind: 'resume' })
			.next(60 + 43_230);
		const course = rehearsal.course(60 + 43_240);
		expect(course.clock).toBe(100_000);
		expect(course.visits.map(({ kind, from }) => [kind, from])).toEqual([
			['introduce', 0],
			['clarify', 90_000],
		]);
	});

	test('gives the same course as Real where nothing is paused and no time runs out', () => {
		const study = goodInterview('study').course(3600);
		const real = goodInterview('real').course(3600);
		expect({ ...study, session: null }).toEqual({ ...real, session: null });
	});
});

describe('a reload in the middle', () => {
	const moments = [50, 130, 250, 311, 396, 405, 455, 520, 605, 655];

	test.each(moments)('at second %d loses nothing, Real keeps the clock', (second) => {
		const whole = goodInterview();
		const before = whole.moments.filter(({ at }) => at <= second * 1000);
		const stored = JSON.parse(JSON.stringify({ session: whole.session, before }));
		const after = follow(stored.session, stored.before.reverse(), second * 1000);
		expect(after).toEqual(follow(whole.session, before, second * 1000));
		const later = follow(stored.session, stored.before, second * 1000 + 45_000);
		expect(later.ended?.at ?? later.clock).toBe(second * 1000 + 45_000);
	});

	test('one thing after the other gives the same as all at once', () => {
		const { session, moments: all } = goodInterview();
		let course = begin(session);
		for (const moment of all) course = reach(take(course, moment), moment.at + 1);
		expect(reach(course, 3_600_000)).toEqual(follow(session, all, 3_600_000));
	});

	test('keeps a half-written answer and the code of the last second', () => {
		const writing = new Rehearsal('real')
			.next(1)
			.next(2)
			.type(30, 'code', 'def total')
			.type(31, 'code', 'def total(numbers)')
			.type(33, 'note', 'half a thou');
		expect(writing.course(900).boxes).toMatchObject({
			code: 'def total(numbers)',
			note: 'half a thou',
		});
	});

	test('after a page that lost a keystroke, the whole text is what counts', () => {
		const lost = new Rehearsal('real').type(10, 'code', 'abc').at(20, {
			kind: 'type',
			box: 'code',
			edit: { from: 0, to: 3, insert: 'def total()' },
			whole: true,
		});
		expect(lost.course(21).boxes.code).toBe('def total()');
	});
});

describe('the replay', () => {
	const { session, moments } = goodInterview();
	const course = follow(session, moments, 3_600_000);

	test('shows the code as it was', () => {
		expect(frameAt(session, moments, 199_000).boxes.code).toContain('NotImplementedError');
		expect(frameAt(session, moments, 201_000).boxes.code).toBe(program);
		expect(frameAt(session, moments, 421_000).boxes.code).toBe(withTest);
		expect(frameAt(session, moments, 421_000).checks).toHaveLength(1);
	});

	test('marks what was said, run and checked, in order', () => {
		const markers = markersOf(course);
		expect(markers.map(({ at }) => at)).toEqual(markers.map(({ at }) => at).sort((a, b) => a - b));
		expect(markers.filter(({ kind }) => kind === 'check').map(({ passed }) => passed)).toEqual([
			false,
			true,
		]);
		expect(markers.filter(({ kind }) => kind === 'phase')).toHaveLength(7);
		expect(markers.filter(({ kind }) => kind === 'asked')).toHaveLength(3);
	});

	test('finds its way around pauses', () => {
		const resting = new Rehearsal('study')
			.at(60, { kind: 'pause', away: false })
			.at(3660, { kind: 'resume' })
			.at(3700, { kind: 'pause', away: false })
			.at(3800, { kind: 'resume' });
		const wall = (clock: number) => wallAt(resting.session, resting.moments, clock * 1000) / 1000;
		expect([wall(59), wall(70), wall(99), wall(101)]).toEqual([59, 3670, 3699, 3801]);
		expect(frameAt(resting.session, resting.moments, 70_000).clock).toBe(70_000);
	});
});

test('an interview that was left goes on by itself and ends in time', () => {
	const course = poorInterview().course(100_000);
	expect(course.ended).toEqual({ at: 1_200_000, how: 'time' });
	expect(said(course)).toContain('quadratic');
	expect(said(course)).toContain('bite');
});
