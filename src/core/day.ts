/** A calendar day where the person is, as `2026-11-26`; days compare as text. */
export type Day = string;

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const length = 86_400_000;

/** The calendar day of a moment, by the device's own clock and place. */
export function localDay(moment: Date): Day {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Noon of a day in UTC: for counting and naming days, free of time zones. */
export function noon(day: Day): Date {
	return new Date(`${day}T12:00:00Z`);
}

/** So many days later, or earlier. */
export function addDays(day: Day, count: number): Day {
	return new Date(noon(day).getTime() + count * length).toISOString().slice(0, 10);
}

/** How many days lie from one to the other; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((noon(to).getTime() - noon(from).getTime()) / length);
}

export function weekdayOf(day: Day): Weekday {
	return (((noon(day).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Whether a text is a day that there is: `2026-02-30` is none. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const moment = noon(text);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}
