type Rgb = readonly [number, number, number];

/** Least contrast of text (WCAG 2.2 AA). */
const LEAST = 4.6;

/** An accent on one background, and what is written on it; both as `#rrggbb`. */
export type Accent = { accent: string; ink: string };

/**
 * Fits a colour (`rrggbb`) to a background so that text in it, and on it, can be read: it is moved
 * towards black or white no further than that takes.
 */
export function fitAccent(hex: string, background: string): Accent {
	const paper = parse(background);
	const target: Rgb = luminance(paper) > 0.4 ? [0, 0, 0] : [255, 255, 255];
	let colour = parse(hex);
	for (let step = 1; contrast(colour, paper) < LEAST && step <= 50; step++) {
		colour = mix(parse(hex), target, step / 50);
	}
	const ink: Rgb =
		contrast(colour, [255, 255, 255]) >= contrast(colour, [0, 0, 0]) ? [255, 255, 255] : [0, 0, 0];
	return { accent: print(colour), ink: print(ink) };
}

function parse(hex: string): Rgb {
	const value = parseInt(hex.replace('#', ''), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}

function print(colour: Rgb): string {
	return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mix(one: Rgb, two: Rgb, part: number): Rgb {
	const at = (index: 0 | 1 | 2) => one[index] + (two[index] - one[index]) * part;
	return [at(0), at(1), at(2)];
}

/** WCAG's ratio, 1 to 21. */
export function contrast(one: Rgb, two: Rgb): number {
	const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
	const [red, green, blue] = colour.map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
