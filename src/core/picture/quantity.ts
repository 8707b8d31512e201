const grouped = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const short = new Intl.NumberFormat('en', {
	maximumSignificantDigits: 3,
	notation: 'compact',
});

/** Three digits that mean something, in groups: `12,300`. */
export function inFull(number: number): string {
	return grouped.format(number);
}

/** As short as an axis needs it: `12.3K`. */
export function inShort(number: number): string {
	return short.format(number);
}

/** Virtual seconds: `0.25 s`. */
export function inSeconds(number: number): string {
	return `${Number(number.toPrecision(6))} s`;
}

/** Bytes: `12.5 KiB`, as the judge says it. */
export function inBytes(bytes: number): string {
	if (bytes >= 1 << 20) return `${(bytes / (1 << 20)).toFixed(1)} MiB`;
	if (bytes >= 1 << 10) return `${(bytes / (1 << 10)).toFixed(1)} KiB`;
	return `${bytes} B`;
}

/** A part of a whole in percent, between 0 and 100. */
export function share(part: number, whole: number): number {
	return whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0;
}
