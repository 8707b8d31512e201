import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caller } from '../../../src/embed/scorm/lms';
import { Lms12, span } from '../../../src/embed/scorm/lms12';
import { duration, Lms2004 } from '../../../src/embed/scorm/lms2004';
import { explainStanding, Session } from '../../../src/embed/scorm/session';
import { longestSuspend, packKept, unpackKept } from '../../../src/embed/scorm/suspend';
import { Course } from './course';

const begin12 = (course: Course) => new Session(new Lms12(caller(course.api12)), 0);
const begin2004 = (course: Course) => new Session(new Lms2004(caller(course.api2004)), 0);
/** Text that does not compress, and is the same each time. */
function noise(length: number): string {
	let state = 7;
	const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
	return Array.from({ length }, () => String.fromCharCode(33 + (next() % 89))).join('');
}

describe('a session in SCORM 1.2', () => {
	test('begins incomplete, keeps work and result, and ends once', () => {
		const course = new Course({ 'cmi.core.lesson_status': 'not attempted' });
		const session = begin12(course);
		expect(course.values['cmi.core.lesson_status']).toBe('incomplete');
		session.worked({ code: 'x = 1\n', hints: 1, attempts: 1 });
		session.graded(0.5, false);
		expect(course.values).toMatchObject({
			'cmi.core.lesson_status': 'incomplete',
			'cmi.core.score.raw': '50',
			'cmi.core.score.min': '0',
			'cmi.core.score.max': '100',
		});
		session.graded(1, true);
		session.close(83_450);
		session.close(90_000);
		expect(course.values).toMatchObject({
			'cmi.core.lesson_status': 'passed',
			'cmi.core.score.raw': '100',
			'cmi.core.session_time': '0000:01:23.45',
			'cmi.core.exit': 'suspend',
		});
		expect(course.calls.filter((call) => call === 'Finish')).toHaveLength(1);
	});

	test('brings the work back, and a later failure takes no pass away', () => {
		const course = new Course();
		const first = begin12(course);
		first.worked({ code: 'print("✓ naïve")\n', hints: 2, attempts: 3 });
		first.graded(1, true);
		first.close(1000);
		const second = begin12(course);
		expect(second.kept).toEqual({
			code: 'print("✓ naïve")\n',
			hints: 2,
			attempts: 3,
			best: 1,
			passed: true,
		});
		second.graded(0.25, false);
		expect(course.values).toMatchObject({
			'cmi.core.lesson_status': 'passed',
			'cmi.core.score.raw': '100',
		});
	});

	test('hands nothing in while the course reviews', () => {
		const course = new Course({
			'cmi.core.lesson_mode': 'review',
			'cmi.core.lesson_status': 'failed',
		});
		const session = begin12(course);
		session.worked({ code: 'x', hints: 0, attempts: 0 });
		session.graded(1, true);
		expect(session.standing.kind).toBe('reviewing');
		expect(course.values).not.toHaveProperty('cmi.core.score.raw');
		expect(course.values['cmi.core.lesson_status']).toBe('failed');
	});
});

describe('a session in SCORM 2004', () => {
	test('says completion, success and a scaled score', () => {
		const course = new Course({ 'cmi.completion_status': 'unknown' });
		const session = begin2004(course);
		session.graded(2 / 3, false);
		expect(course.values).toMatchObject({
			'cmi.completion_status': 'incomplete',
			'cmi.success_status': 'unknown',
			'cmi.score.scaled': '0.6667',
			'cmi.score.raw': '66.67',
		});
		session.graded(1, true);
		session.close(3_723_500);
		expect(course.values).toMatchObject({
			'cmi.completion_status': 'completed',
			'cmi.success_status': 'passed',
			'cmi.score.scaled': '1',
			'cmi.score.min': '0',
			'cmi.score.max': '100',
			'cmi.session_time': 'PT1H2M3.5S',
			'cmi.exit': 'suspend',
		});
		expect(course.calls.at(-1)).toBe('Terminate');
	});
});

describe('a session that goes wrong', () => {
	test('does without a course system, and says so', () => {
		const session = new Session(null, 0);
		session.graded(1, true);
		session.worked({ code: 'x', hints: 0, attempts: 0 });
		session.save();
		session.close(10);
		expect(explainStanding(session.standing)).toContain('nothing is handed in');
	});

	test('tells a refusal from a loss, and recovers from a loss', () => {
		const refusing = new Course();
		refusing.refuses = true;
		expect(begin12(refusing).standing.kind).toBe('refused');

		const course = new Course();
		const session = begin12(course);
		course.refuses = true;
		session.graded(0.5, false);
		expect(session.standing.kind).toBe('lost');
		course.refuses = false;
		session.graded(0.5, false);
		expect(session.standing.kind).toBe('kept');
	});

	test('survives an API that throws', () => {
		const broken = {
			LMSInitialize: () => true,
			LMSGetValue: () => {
				throw new Error('signed out');
			},
		};
		const session = new Session(new Lms12(caller(broken)), 0);
		session.graded(1, true);
		expect(session.standing.kind).toBe('lost');
		session.close(1);
	});

	test('keeps the result when the program does not fit, and says what is dropped', () => {
		const course = new Course();
		const session = begin12(course);
		session.worked({ code: noise(9000), hints: 0, attempts: 1 });
		session.graded(0.75, false);
		const words = explainStanding(session.standing);
		expect(words).toContain('copy it before you leave');
		expect(unpackKept(course.values['cmi.suspend_data'] ?? '')).toMatchObject({
			code: null,
			best: 0.75,
		});
	});
});

describe('what is kept between sessions', () => {
	test('is never longer than a course system keeps, whatever was typed', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ maxLength: 8000 }), fc.string({ unit: 'grapheme', maxLength: 3000 })),
				(code) => {
					const kept = { code, hints: 1, attempts: 2, best: 0.5, passed: false };
					const { text, dropped } = packKept(kept);
					expect(text.length).toBeLessThanOrEqual(longestSuspend);
					expect(unpackKept(text)).toEqual(dropped === null ? kept : { ...kept, code: null });
				},
			),
			{ numRuns: 200 },
		);
	});

	test('holds an ordinary program of three hundred lines', () => {
		const code = Array.from(
			{ length: 300 },
			(_, at) =>
				`def step_${at}(items, limit=${at}):\n    return [it for it in items if it < limit]\n`,
		).join('\n');
		expect(packKept({ code, hints: 0, attempts: 0, best: null, passed: false }).dropped).toBeNull();
	});

	test('of somebody else is left alone', () => {
		for (const text of ['', 'page=3', 'dryrun1.', 'dryrun1.AAAA', 'dryrun1.*', 'x'.repeat(5000)]) {
			expect(unpackKept(text)).toBeNull();
		}
	});
});

describe('time in a session', () => {
	test.each([
		[0, '0000:00:00.00', 'PT0H0M0S'],
		[59.999, '0000:01:00.00', 'PT0H1M0S'],
		[3_661.5, '0001:01:01.50', 'PT1H1M1.5S'],
		[-5, '0000:00:00.00', 'PT0H0M0S'],
	])('%d seconds', (seconds, old, modern) => {
		expect(span(seconds)).toBe(old);
		expect(duration(seconds)).toBe(modern);
	});
});
