import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../src/coach/interview/course';
import { Rehearsal, check, said, tested } from './rehearsal';

describe('the clock of Real', () => {
	const silent = new Rehearsal('real');

	test.each([
		[0, 'introduce'],
		[119.9, 'introduce'],
		[120, 'clarify'],
		[240, 'code'],
		[840, 'test'],
		[960, 'cost'],
		[1080, 'change'],
		[1140, 'questions'],
	])('is at second %d in %s when nobody does anything', (second, kind) => {
		expect(phaseOf(silent.course(second)).kind).toBe(kind);
		expect(silent.course(second).ended).toBeNull();
	});

	test('ends the interview when its minutes are over, and stands still from then on', () => {
		expect(silent.course(1200).ended).toEqual({ at: 1_200_000, how: 'time' });
		const late = silent.course(90_000);
		expect(late.ended).toEqual({ at: 1_200_000, how: 'time' });
		expect(late.clock).toBe(1_200_000);
		expect(late.visits.at(-1)).toEqual({ kind: 'questions', from: 1_140_000, to: 1_200_000 });
	});

	test('gives the minutes that one part saves to the next', () => {
		const quick = new Rehearsal('real').next(30).next(60);
		expect(phaseOf(quick.course(60)).kind).toBe('code');
		expect(phaseOf(quick.course(839)).kind).toBe('code');
		expect(phaseOf(quick.course(840)).kind).toBe('test');
	});

	test('is not overtaken by a press of the button in the very moment that it moves on', () => {
		const late = new Rehearsal('real').at(120.01, { kind: 'next', from: 'introduce' });
		expect(phaseOf(late.course(121)).kind).toBe('clarify');
	});

	test('takes an answer that is still being written as far as it came', () => {
		const slow = new Rehearsal('real')
			.type(110, 'answer', 'I work on billing')
			.type(119, 'answer', 'I work on billing, and I')
			.course(125);
		expect(slow.answers).toMatchObject([
			{ ask: { id: 'introduce' }, text: 'I work on billing, and I', at: 120_000, first: 110_000 },
		]);
		expect(slow.boxes.answer).toBe('');
		expect(phaseOf(slow).kind).toBe('clarify');
	});

	test('knows no pause', () => {
		const pausing = new Rehearsal('real').at(10, { kind: 'pause', away: false });
		expect(pausing.course(130).pausedAt).toBeNull();
		expect(phaseOf(pausing.course(130)).kind).toBe('clarify');
	});

	test('knows no hints', () => {
		const asking = new Rehearsal('real').at(300, { kind: 'hint', hint: 1, title: 'Sum it' });
		expect(asking.course(301).hints).toEqual([]);
	});

	test('warns two minutes before a long part ends, and only then', () => {
		const remarks = (second: number) =>
			silent.course(second).turns.filter(({ kind }) => kind === 'time');
		expect(remarks(719)).toEqual([]);
		expect(remarks(720)).toMatchObject([{ at: 720_000, phase: 'code' }]);
		expect(remarks(1200)).toHaveLength(1);
	});

	test('lets nothing happen after the end', () => {
		const late = new Rehearsal('real')
			.at(1201, { kind: 'note', text: 'too late' }, check(tested('a', 'pass')))
			.answer(1210, 'questions', 'Too late.');
		expect(late.course(2000)).toEqual(silent.course(2000));
	});

	test('can be ended early, once', () => {
		const short = new Rehearsal('real').at(100, { kind: 'end' }).next(200);
		expect(short.course(300).ended).toEqual({ at: 100_000, how: 'early' });
	});
});

describe('the clock of Study', () => {
	test('moves on only when the candidate does, and says once that the time is over', () => {
		const slow = new Rehearsal('study');
		const course = slow.course(1000);
		expect(phaseOf(course).kind).toBe('introduce');
		expect(course.turns.filter(({ kind }) => kind === 'time')).toHaveLength(1);
		expect(course.ended).toBeNull();
	});

	test('rests in a pause, and nothing falls due in it', () => {
		const resting = new Rehearsal('study')
			.at(60, { kind: 'pause', away: false })
			.at(3660, { kind: 'resume' });
		expect(resting.course(1800)).toMatchObject({ clock: 60_000, pausedAt: 60_000 });
		expect(resting.course(1800).turns).toHaveLength(1);
		expect(resting.course(3670)).toMatchObject({ clock: 70_000, pausedAt: null });
		expect(said(resting.course(3670))).toEqual([]);
		expect(said(resting.course(3660 + 61))).toHaveLength(1);
	});

	test('counts two pauses, and one that was never ended', () => {
		const resting = new Rehearsal('study')
			.at(10, { kind: 'pause', away: false })
			.at(20, { kind: 'resume' })
			.at(30, { kind: 'pause', away: false })
			.at(50, { kind: 'resume' })
			.at(60, { kind: 'pause', away: false });
		expect(resting.course(55).clock).toBe(25_000);
		expect(resting.course(500).clock).toBe(30_000);
	});

	test('takes hints', () => {
		const asking = new Rehearsal('study').at(300, { kind: 'hint', hint: 1, title: 'Sum it' });
		expect(asking.course(301).hints).toEqual([{ at: 300_000, hint: 1, title: 'Sum it' }]);
	});

	test('is finished by going on from the last part', () => {
		const all = new Rehearsal('study');
		for (let part = 1; part <= 7; part++) all.next(part * 10);
		expect(all.course(100).ended).toEqual({ at: 70_000, how: 'finished' });
	});
});

describe('interruptions', () => {
	test('come at their second of the part', () => {
		const course = (second: number) => new Rehearsal('real').course(second);
		expect(course(479).interruption).toBeNull();
		expect(course(480).interruption).toMatchObject({ id: 'late', since: 480_000 });
	});

	test('come one at a time, with a minute of peace between', () => {
		expect(new Rehearsal('real').course(599).interruption?.id).toBe('late');
		const answered = new Rehearsal('real').at(590, { kind: 'dismiss', interruption: 'late' });
		expect(answered.course(600).interruption).toBeNull();
		expect(answered.course(649).interruption).toBeNull();
		expect(answered.course(650).interruption).toMatchObject({ id: 'silence', since: 650_000 });
	});

	test('whose reason is gone by then do not come at all', () => {
		const loud = new Rehearsal('real')
			.at(485, { kind: 'dismiss', interruption: 'late' })
			.at(500, { kind: 'note', text: 'A set keeps what I have seen.' });
		expect(loud.course(839).interruption).toBeNull();
		expect(said(loud.course(839))).not.toContain('silence');
	});

	test('are answered in a box of their own; the part goes on', () => {
		const answering = new Rehearsal('real')
			.type(470, 'code', 'total = sum')
			.answer(490, 'late', 'Because the sum is enough.', 'aside');
		const course = answering.course(495);
		expect(course.interruption).toBeNull();
		expect(course.answers.at(-1)).toMatchObject({
			ask: { id: 'late' },
			text: 'Because the sum is enough.',
			first: 486_000,
		});
		expect(course.boxes).toMatchObject({ code: 'total = sum', aside: '' });
	});

	test('that nobody takes up are let go after two minutes', () => {
		const ignoring = new Rehearsal('real');
		expect(ignoring.course(600).interruption).toBeNull();
		expect(ignoring.course(660).interruption?.id).toBe('silence');
	});

	test('wait for an answer that is being written', () => {
		const slow = new Rehearsal('real').type(590, 'aside', 'Because');
		expect(slow.course(700).interruption?.id).toBe('late');
	});

	test('end with their part', () => {
		expect(new Rehearsal('real').course(841).interruption).toBeNull();
	});
});
