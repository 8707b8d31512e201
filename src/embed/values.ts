import {
	parts,
	type Dialect,
	type Keeping,
	type Layout,
	type LineRange,
	type Load,
	type Mode,
	type Part,
	type Theme,
} from './choices';

/** Reads the text of one parameter; undefined when it cannot be taken. `expected` says what could. */
export type Reader<T> = { read(text: string): T | undefined; expected: string };

/** Characters of `code=` at most. */
export const longestCode = 100_000;

function oneOf<T extends string>(...values: readonly T[]): Reader<T> {
	return {
		read: (text) => values.find((value) => value === text),
		expected: `use ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`,
	};
}

function whole(least: number, most: number, unit: string): Reader<number> {
	return {
		read: (text) => {
			const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
			return value >= least && value <= most ? value : undefined;
		},
		expected: `use a whole number of ${unit} from ${least} to ${most}`,
	};
}

function list<T extends string>(...values: readonly T[]): Reader<readonly T[]> {
	return {
		read: (text) => {
			const named = text.split(',').map((name) => name.trim());
			if (!named.every((name) => values.some((value) => value === name))) return undefined;
			return values.filter((value) => named.includes(value));
		},
		expected: `use some of ${values.join(', ')}, with commas between`,
	};
}

const pixels = whole(120, 10_000, 'pixels');

/** By parameter. */
export const readers = {
	version: {
		read: (text: string) => (text === '1' ? 1 : undefined),
		expected: 'this site speaks version 1 of embeds, so use “v=1”',
	},
	slug: {
		read: (text: string) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : undefined),
		expected: 'an exercise’s name has small letters, digits and hyphens, such as “bounded-gather”',
	},
	pack: {
		read: secureAddress,
		expected: 'use the whole https address of a pack (.json)',
	},
	inline: {
		read: (text: string) => (/^[\w-]+$/.test(text) ? text : undefined),
		expected: 'an exercise in a link has letters, digits, “-” and “_” only; copy the link anew',
	},
	load: oneOf<Load>('click', 'lazy', 'eager'),
	theme: oneOf<Theme>('auto', 'light', 'dark'),
	accent: {
		read: (text: string) => /^#?([0-9a-f]{6})$/i.exec(text)?.[1]?.toLowerCase(),
		expected: 'use six hexadecimal digits, such as 0a5fb4',
	},
	font: whole(10, 28, 'pixels'),
	lang: {
		read: language,
		expected: 'use a language tag, such as en, de or pt-BR',
	},
	parts: list<Part>(...parts),
	layout: oneOf<Layout>('auto', 'stack', 'split'),
	ratio: whole(10, 90, 'per cent'),
	readonly: {
		read: lines,
		expected: 'use 0, 1, or line numbers such as 1-4,9',
	},
	code: {
		read: (text: string) =>
			text.length <= longestCode ? text.replaceAll('\r\n', '\n') : undefined,
		expected: `use at most ${longestCode} characters of code`,
	},
	mode: oneOf<Mode>('practice', 'demo', 'quiz'),
	height: {
		read: (text: string) => (text === 'auto' ? ('auto' as const) : pixels.read(text)),
		expected: `use auto, or ${pixels.expected.slice(4)}`,
	},
	state: oneOf<Keeping>('local', 'none', 'parent'),
	id: {
		read: (text: string) => (/^[\w.:-]{1,100}$/.test(text) ? text : undefined),
		expected: 'use at most 100 letters, digits and “.”, “:”, “_”, “-”',
	},
	origin: {
		read: exactOrigin,
		expected: 'use one origin without a path, such as https://example.org',
	},
	proto: list<Dialect>('native', 'splice', 'h5p'),
} satisfies Record<string, Reader<unknown>>;

function secureAddress(text: string): string | undefined {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url) return undefined;
	// A page on the author's own machine may be tried out.
	const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
	return url.protocol === 'https:' || (local && url.protocol === 'http:') ? url.href : undefined;
}

function exactOrigin(text: string): string | undefined {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
	return url.href === `${url.origin}/` ? url.origin : undefined;
}

function language(text: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(text)[0];
	} catch {
		return undefined;
	}
}

function lines(text: string): boolean | LineRange[] | undefined {
	if (text === '0' || text === 'false') return false;
	if (text === '1' || text === 'true') return true;
	const ranges: LineRange[] = [];
	for (const piece of text.split(',')) {
		const [, first, last] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(piece) ?? [];
		const range = { from: Number(first), to: Number(last ?? first) };
		if (!(range.from >= 1 && range.to >= range.from)) return undefined;
		ranges.push(range);
	}
	return ranges.sort((one, two) => one.from - two.from);
}
