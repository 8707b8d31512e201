import { daysBetween, noon, type Day } from '../core/day';

const zone = { timeZone: 'UTC' } as const;
const long = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	...zone,
});
const short = new Intl.DateTimeFormat('en-GB', {
	weekday: 'short',
	day: 'numeric',
	month: 'short',
	...zone,
});
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', ...zone });
const plain = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...zone });

/** `Thursday 26 November`. */
export function longDay(day: Day): string {
	return long.format(noon(day)).replace(',', '');
}

/** `Thu 26 Nov`. */
export function shortDay(day: Day): string {
	return short.format(noon(day)).replace(',', '');
}

/** `26 Nov`. */
export function plainDay(day: Day): string {
	return plain.format(noon(day));
}

/** As a person would say it: `today`, `tomorrow`, `Saturday`, and a date when it is farther away. */
export function nearDay(day: Day, today: Day): string {
	const away = daysBetween(today, day);
	if (away === 0) return 'today';
	if (away === 1) return 'tomorrow';
	if (away === -1) return 'yesterday';
	return Math.abs(away) < 7 ? weekday.format(noon(day)) : shortDay(day);
}

/** `in 3 days`, `tomorrow`, `in 2 months`: how far away something is, from 0 on. */
export function inDays(days: number): string {
	if (days <= 0) return 'today';
	if (days === 1) return 'tomorrow';
	if (days < 45) return `in ${days} days`;
	return `in ${Math.round(days / 30)} months`;
}
