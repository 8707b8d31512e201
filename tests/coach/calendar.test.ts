import { describe, expect, test } from 'vitest';
import type { ArrangedDay } from '../../src/coach/arrange';
import { toCalendar } from '../../src/coach/calendar';
import type { Block } from '../../src/core/plan';
import { monday, on } from './works';

const block = (title: string, minutes: number): Block => ({
	id: title,
	kind: 'code',
	slug: null,
	title,
	minutes,
	since: monday,
	part: 1,
	parts: 1,
});
const dayOf = (day: string, ...blocks: Block[]): ArrangedDay => ({
	day,
	rest: null,
	blocks: blocks.map((each) => ({ block: each, done: false, doneOn: null, from: null })),
});
const options = {
	now: new Date('2026-11-23T08:09:10.999Z'),
	time: null,
	interview: null,
	site: 'https://example.org/#/',
};

describe('a calendar file', () => {
	test('has each day as an event that takes the whole day', () => {
		const text = toCalendar([dayOf(monday, block('Revision', 9), block('Trees', 20))], options);
		expect(text.split('\r\n')).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Dry Run//Practice plan//EN',
			'CALSCALE:GREGORIAN',
			'METHOD:PUBLISH',
			'BEGIN:VEVENT',
			'UID:practice-2026-11-23@dry-run',
			'DTSTAMP:20261123T080910Z',
			'DTSTART;VALUE=DATE:20261123',
			'DTEND;VALUE=DATE:20261124',
			'TRANSP:TRANSPARENT',
			'SUMMARY:Interview practice\\, 29 min',
			'DESCRIPTION:Revision (9 min)\\nTrees (20 min)',
			'URL:https://example.org/#/',
			'END:VEVENT',
			'END:VCALENDAR',
			'',
		]);
	});

	test('begins at the chosen hour, wherever that is', () => {
		const text = toCalendar([dayOf(on(40), block('Trees', 35))], { ...options, time: '07:30' });
		expect(text).toContain('DTSTART:20270102T073000\r\nDURATION:PT35M\r\n');
	});

	test('tells the interview, and leaves out what is done and days of rest', () => {
		const done = dayOf(monday, block('Trees', 20));
		done.blocks[0]!.done = true;
		const text = toCalendar([done, dayOf(on(1))], { ...options, interview: on(2) });
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
		expect(text).toContain('UID:interview-2026-11-25@dry-run\r\n');
		expect(text).toContain('DTSTART;VALUE=DATE:20261125\r\n');
	});

	test('escapes what has a meaning of its own', () => {
		const text = toCalendar([dayOf(monday, block('a; b, c\\d\r\ne', 5))], options);
		expect(text).toContain('DESCRIPTION:a\\; b\\, c\\\\d\\ne (5 min)\r\n');
	});

	test('folds long lines at 75 octets, never inside a character', () => {
		const title = `${'é'.repeat(40)} 🐍 ${'名'.repeat(60)}`;
		const text = toCalendar([dayOf(monday, block(title, 5))], options);
		const lines = text.split('\r\n');
		const octets = lines.map((line) => new TextEncoder().encode(line).length);
		expect(Math.max(...octets)).toBeLessThanOrEqual(75);
		expect(text).not.toContain('\uFFFD');
		expect(text.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${title} (5 min)`);
	});

	test('gives a day the same name each time, so that a new file updates the old events', () => {
		const names = (title: string) =>
			toCalendar([dayOf(monday, block(title, 5))], options).match(/UID:.*/g);
		expect(names('one')).toEqual(names('other'));
	});
});
