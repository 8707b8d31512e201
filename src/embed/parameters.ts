import {
	parts,
	type Dialect,
	type ExerciseSource,
	type Keeping,
	type Layout,
	type LineRange,
	type Load,
	type Mode,
	type Part,
	type Theme,
} from './choices';
import { readers, type Reader } from './values';

/** All that an address of an embed says, defaults filled in. */
export type Parameters = {
	source: ExerciseSource;
	load: Load;
	theme: Theme;
	/** `rrggbb`; null for the product's own. */
	accent: string | null;
	/** Pixels of the code; null for the product's own. */
	font: number | null;
	/** Of the exercise's texts, BCP 47. */
	lang: string | null;
	/** In the order of `parts`. */
	shown: readonly Part[];
	layout: Layout;
	/** Per cent of the width that the prompt gets beside the code. */
	ratio: number;
	/** Everything, nothing, or some lines. */
	readonly: boolean | readonly LineRange[];
	/** What the editor starts with instead of the exercise's starter. */
	code: string | null;
	mode: Mode;
	/** Pixels; `auto` follows the content. */
	height: 'auto' | number;
	state: Keeping;
	/** Echoed in every message. */
	id: string;
	/** The one parent origin that may see code. */
	origin: string | null;
	proto: readonly Dialect[];
};

/** A value that cannot be taken: what is wrong with it and what to do. */
export type ParameterProblem = { name: string; message: string };

/** What a frame is dressed in. */
export type Dress = Pick<Parameters, 'theme' | 'accent'>;

export const defaults: Readonly<Omit<Parameters, 'source'>> = {
	load: 'click',
	theme: 'auto',
	accent: null,
	font: null,
	lang: null,
	shown: parts,
	layout: 'auto',
	ratio: 40,
	readonly: false,
	code: null,
	mode: 'practice',
	height: 'auto',
	state: 'local',
	id: '',
	origin: null,
	proto: ['native'],
};

/**
 * Reads the parameters out of an address's hash and query; where both name one, the hash holds.
 * Unknown names are ignored. All that is wrong comes out at once.
 */
export function parseParameters(
	hash: string,
	search = '',
):
	| { ok: true; value: Parameters }
	/** `dress`: as far as it can be read, for the page that tells what is wrong. */
	| { ok: false; error: ParameterProblem[]; dress: Dress } {
	const given = new Map<string, string>();
	for (const text of [search.replace(/^\?/, ''), hash.replace(/^#\/?\??/, '')]) {
		for (const [name, value] of new URLSearchParams(text)) given.set(name, value);
	}
	const problems: ParameterProblem[] = [];
	const read = <T>(name: string, reader: Reader<T>, absent: T): T => {
		const text = given.get(name);
		if (text === undefined || text === '') return absent;
		const value = reader.read(text);
		if (value !== undefined) return value;
		const shownText = text.length > 60 ? `${text.slice(0, 60)}…` : text;
		problems.push({ name, message: `“${name}=${shownText}” is not known: ${reader.expected}.` });
		return absent;
	};
	read('v', readers.version, 1);
	const slug = read<string | null>('ex', readers.slug, null);
	const url = read<string | null>('src', readers.pack, null);
	const data = read<string | null>('x', readers.inline, null);
	const source = sourceOf(slug, url, data);
	if (!source && problems.length === 0)
		problems.push(noSource(data !== null && (url ?? slug) !== null));
	const shown = read('show', readers.parts, parts);
	const hidden = read('hide', readers.parts, []);
	const value = {
		load: read('load', readers.load, defaults.load),
		theme: read('theme', readers.theme, defaults.theme),
		accent: read('accent', readers.accent, null),
		font: read('font', readers.font, null),
		lang: read('lang', readers.lang, null),
		shown: parts.filter((part) => shown.includes(part) && !hidden.includes(part)),
		layout: read('layout', readers.layout, defaults.layout),
		ratio: read('ratio', readers.ratio, defaults.ratio),
		readonly: read('readonly', readers.readonly, defaults.readonly),
		code: read('code', readers.code, null),
		mode: read('mode', readers.mode, defaults.mode),
		height: read('height', readers.height, defaults.height),
		state: read('state', readers.state, defaults.state),
		id: read('id', readers.id, ''),
		origin: read('origin', readers.origin, null),
		proto: read('proto', readers.proto, defaults.proto),
	};
	if (
		value.state === 'parent' &&
		value.origin === null &&
		!problems.some((it) => it.name === 'origin')
	)
		problems.push({
			name: 'state',
			message:
				'“state=parent” hands the learner’s code to the page around this frame, so that page has to be named: add “origin=https://…”, its origin.',
		});
	if (problems.length > 0 || !source) return { ok: false, error: problems, dress: value };
	return { ok: true, value: { source, ...value } };
}

/** What goes after the `#`: `v=1`, then whatever is not a default, in a fixed order. */
export function printParameters(
	wanted: { source: ExerciseSource } & Partial<Omit<Parameters, 'source'>>,
): string {
	const { source } = wanted;
	const all = { ...defaults, ...wanted };
	const query = new URLSearchParams({ v: '1' });
	if (source.kind === 'built-in') query.set('ex', source.slug);
	else if (source.kind === 'inline') query.set('x', source.data);
	else {
		query.set('src', source.url);
		if (source.slug !== null) query.set('ex', source.slug);
	}
	const put = (
		name: string,
		value: string | number | null,
		absent: string | number | null,
	): void => {
		if (value !== null && value !== absent) query.set(name, String(value));
	};
	put('load', all.load, defaults.load);
	put('theme', all.theme, defaults.theme);
	put('accent', all.accent, null);
	put('font', all.font, null);
	put('lang', all.lang, null);
	const hidden = parts.filter((part) => !all.shown.includes(part));
	put('hide', hidden.join(','), '');
	put('layout', all.layout, defaults.layout);
	put('ratio', all.ratio, defaults.ratio);
	put('readonly', printReadonly(all.readonly), '0');
	put('mode', all.mode, defaults.mode);
	put('height', all.height, defaults.height);
	put('state', all.state, defaults.state);
	put('id', all.id, '');
	put('origin', all.origin, null);
	put('proto', all.proto.join(','), 'native');
	put('code', all.code, null);
	return query.toString();
}

function printReadonly(value: Parameters['readonly']): string {
	if (typeof value === 'boolean') return value ? '1' : '0';
	const printed = value.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
	const text = printed.join(',');
	// A lone 1 would say that all of it is readonly.
	return text === '1' ? '1-1' : text;
}

function sourceOf(
	slug: string | null,
	url: string | null,
	data: string | null,
): ExerciseSource | null {
	if (data !== null) return url === null && slug === null ? { kind: 'inline', data } : null;
	if (url !== null) return { kind: 'pack', url, slug };
	return slug === null ? null : { kind: 'built-in', slug };
}

function noSource(tooMany: boolean): ParameterProblem {
	return tooMany
		? { name: 'x', message: 'This address names two exercises: keep either “x=” or the others.' }
		: {
				name: 'ex',
				message:
					'This address names no exercise: add “ex=” with the name of one, such as “ex=bounded-gather”, “src=” with the address of a pack, or “x=” with an exercise in the link.',
			};
}
