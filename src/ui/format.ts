/** Megabytes (10⁶ bytes) with a fixed number of decimals. */
export function megabytes(bytes: number, decimals = 0): string {
	return (bytes / 1_000_000).toFixed(decimals);
}

/** A size in the unit that fits. */
export function size(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
	if (bytes < 1_000_000_000) return `${megabytes(bytes, bytes < 10_000_000 ? 1 : 0)} MB`;
	return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** `5 of 7`, `1 hint`: a count with its noun. */
export function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const grouped = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** A number with at most three digits that mean something, in groups: `12,300`, `0.86`. */
export function figure(number: number): string {
	return grouped.format(number);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const calendar = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'short',
	year: 'numeric',
});

/** How long ago, in words; a date after a fortnight. */
export function ago(iso: string, now: number): string {
	const passed = now - Date.parse(iso);
	if (passed > 14 * 86_400_000) return calendar.format(new Date(iso));
	for (const [unit, length] of units) {
		if (passed >= length) return relative.format(-Math.floor(passed / length), unit);
	}
	return 'just now';
}

/** The moment in full, for a tooltip. */
export function moment(iso: string): string {
	return new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

/** First letter large. */
export function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A part of a whole, rounded: `72 %`. */
export function percent(part: number): string {
	return `${Math.round(part * 100)}\u00a0%`;
}

/** Minutes and seconds on a clock: `1:05`. */
export function clockTime(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
