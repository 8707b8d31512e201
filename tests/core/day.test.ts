import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay, localDay, weekdayOf } from '../../src/core/day';

describe('a day', () => {
	test('is counted on over months, years and leap days', () => {
		expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
		expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
		expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
		expect(daysBetween('2026-12-24', '2027-01-03')).toBe(10);
		expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
	});

	test('does not mind the hour that a change of clocks adds or takes', () => {
		for (let day = '2026-03-20', count = 0; count < 20; count++) {
			expect(daysBetween('2026-03-20', day)).toBe(count);
			day = addDays(day, 1);
		}
	});

	test('has its weekday, Monday first', () => {
		expect([0, 1, 2, 3, 4, 5, 6].map((count) => weekdayOf(addDays('2026-11-23', count)))).toEqual([
			1, 2, 3, 4, 5, 6, 7,
		]);
	});

	test('is the one of the device’s own clock', () => {
		expect(localDay(new Date(2026, 10, 5, 0, 0, 1))).toBe('2026-11-05');
		expect(localDay(new Date(2026, 10, 5, 23, 59, 59))).toBe('2026-11-05');
	});

	test.each([
		['2026-11-23', true],
		['2026-02-29', false],
		['2028-02-29', true],
		['2026-13-01', false],
		['23.11.2026', false],
		['', false],
	])('%j is one: %s', (text, is) => expect(isDay(text)).toBe(is));
});
