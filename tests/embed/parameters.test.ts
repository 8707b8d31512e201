import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parts } from '../../src/embed/choices';
import {
	defaults,
	parseParameters,
	printParameters,
	type Parameters,
} from '../../src/embed/parameters';

const source = { kind: 'built-in', slug: 'bounded-gather' } as const;

function read(hash: string, search = ''): Parameters {
	const parsed = parseParameters(hash, search);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.value;
}

function complain(hash: string): string {
	const parsed = parseParameters(hash);
	return parsed.ok ? '' : parsed.error.map(({ message }) => message).join('\n');
}

describe('the address of an embed', () => {
	test('says what a frame is dressed in even where something else in it is wrong', () => {
		const parsed = parseParameters('#ex=bounded-gather&theme=dark&accent=aa3300&load=soon');
		expect(parsed).toMatchObject({ ok: false, dress: { theme: 'dark', accent: 'aa3300' } });
	});

	test('needs only an exercise', () => {
		expect(read('#v=1&ex=bounded-gather')).toEqual({ source, ...defaults });
		expect(read('', '?ex=bounded-gather')).toEqual({ source, ...defaults });
	});

	test('is read from the query too, and the hash goes first', () => {
		const both = read('#ex=lru-cache&theme=dark', '?ex=bounded-gather&theme=light&ratio=60');
		expect(both).toMatchObject({ source: { slug: 'lru-cache' }, theme: 'dark', ratio: 60 });
	});

	test('may have names that nobody knows, and empty values', () => {
		expect(read('#ex=bounded-gather&utm_source=mail&theme=&__proto__=1')).toEqual({
			source,
			...defaults,
		});
	});

	test.each([
		['load=lazy', { load: 'lazy' }],
		['theme=dark', { theme: 'dark' }],
		['accent=0A5FB4', { accent: '0a5fb4' }],
		['accent=%230a5fb4', { accent: '0a5fb4' }],
		['font=18', { font: 18 }],
		['lang=pt-br', { lang: 'pt-BR' }],
		['show=editor,output', { shown: ['editor', 'output'] }],
		['hide=footer,hints', { shown: parts.filter((part) => part !== 'footer' && part !== 'hints') }],
		['show=editor,output&hide=output', { shown: ['editor'] }],
		['layout=split', { layout: 'split' }],
		['ratio=25', { ratio: 25 }],
		['readonly=1', { readonly: true }],
		['readonly=0', { readonly: false }],
		[
			'readonly=9,1-4',
			{
				readonly: [
					{ from: 1, to: 4 },
					{ from: 9, to: 9 },
				],
			},
		],
		['code=x%20%3D%201%0A', { code: 'x = 1\n' }],
		['mode=quiz', { mode: 'quiz' }],
		['height=480', { height: 480 }],
		['state=none', { state: 'none' }],
		['state=parent&origin=https://example.org', { state: 'parent', origin: 'https://example.org' }],
		['id=week-3.task:2', { id: 'week-3.task:2' }],
		['origin=http://localhost:8080/', { origin: 'http://localhost:8080' }],
		['proto=splice,native', { proto: ['native', 'splice'] }],
		['proto=h5p', { proto: ['h5p'] }],
	])('knows %s', (text, wanted) => {
		expect(read(`#ex=bounded-gather&${text}`)).toMatchObject(wanted);
	});

	test('names a pack, with or without one of its exercises, or carries an exercise', () => {
		const url = 'https://example.org/a%20b.json';
		expect(read(`#src=${encodeURIComponent(url)}`).source).toEqual({
			kind: 'pack',
			url,
			slug: null,
		});
		expect(read(`#src=${encodeURIComponent(url)}&ex=local-one`).source).toEqual({
			kind: 'pack',
			url,
			slug: 'local-one',
		});
		expect(read('#x=a_b-c').source).toEqual({ kind: 'inline', data: 'a_b-c' });
	});

	test.each([
		['v=2', /version 1/],
		['load=soon', /click, lazy or eager/],
		['theme=sepia', /auto, light or dark/],
		['accent=red', /six hexadecimal digits/],
		['font=99', /10 to 28/],
		['lang=e', /language tag/],
		['show=prompt,sidebar', /prompt, editor, output/],
		['hide=all', /commas between/],
		['layout=row', /auto, stack or split/],
		['ratio=5', /10 to 90/],
		['readonly=4-1', /1-4,9/],
		[`code=${'x'.repeat(100_001)}`, /at most 100000 characters/],
		['mode=exam', /practice, demo or quiz/],
		['height=tall', /auto, or a whole number of pixels/],
		['state=cloud', /local, none or parent/],
		['state=parent', /add “origin=https/],
		['id=a%20b', /letters, digits/],
		['origin=https://example.org/path', /without a path/],
		['origin=null', /one origin/],
		['origin=*', /one origin/],
		['proto=lti', /native, splice, h5p/],
		['src=http://example.org/pack.json', /https address/],
		['x=%3Cscript%3E', /copy the link anew/],
	])('says what is wrong with %.40s', (text, message) => {
		expect(complain(`#ex=bounded-gather&${text}`)).toMatch(message);
	});

	test('says everything that is wrong at once, and shortens what is long', () => {
		const text = complain(`#ex=bounded-gather&theme=${'a'.repeat(500)}&mode=b`);
		expect(text.split('\n')).toHaveLength(2);
		expect(text.length).toBeLessThan(400);
	});

	test('has exactly one exercise', () => {
		expect(complain('')).toMatch(/names no exercise.*ex=bounded-gather/);
		expect(complain('#x=abc&ex=bounded-gather')).toMatch(/two exercises/);
	});

	test('comes out as it went in, whatever it says', () => {
		const some = <T>(...values: T[]) => fc.constantFrom(...values);
		const range = fc
			.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 9 }))
			.map(([from, more]) => ({ from, to: from + more }));
		const wanted: fc.Arbitrary<Parameters> = fc.record({
			source: fc.oneof(
				fc.constant(source),
				fc.constant({ kind: 'inline', data: 'Ab-_9' } as const),
				fc.constant({ kind: 'pack', url: 'https://a.example/p.json?q=1&r=2', slug: null } as const),
			),
			load: some('click', 'lazy', 'eager'),
			theme: some('auto', 'light', 'dark'),
			accent: some(null, '00ff7f'),
			font: some(null, 10, 28),
			lang: some(null, 'de', 'zh-Hant'),
			shown: fc.subarray([...parts]),
			layout: some('auto', 'stack', 'split'),
			ratio: fc.integer({ min: 10, max: 90 }),
			readonly: fc.oneof(
				fc.boolean(),
				fc
					.array(range, { minLength: 1, maxLength: 4 })
					.map((ranges) => ranges.sort((one, two) => one.from - two.from)),
			),
			code: fc.option(
				fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\r')),
				{ nil: null },
			),
			mode: some('practice', 'demo', 'quiz'),
			height: fc.oneof(fc.constant('auto' as const), fc.integer({ min: 120, max: 10_000 })),
			state: some('local', 'none', 'parent'),
			id: some('', 'a.b:c-d_1'),
			origin: fc.constant('https://school.example'),
			proto: some(['native'], ['splice', 'h5p'], ['native', 'h5p']),
		});
		fc.assert(
			fc.property(wanted, (parameters) => {
				expect(read(`#${printParameters(parameters)}`)).toEqual(parameters);
			}),
			{ numRuns: 300 },
		);
	});

	test('is short when it says little', () => {
		expect(printParameters({ source, theme: 'dark' })).toBe('v=1&ex=bounded-gather&theme=dark');
	});
});
