import { AxeBuilder } from '@axe-core/playwright';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from '../../src/content/folder';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { asynchronous, structure } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const streams = await readFolder(
	fileURLToPath(new URL('../../challenges/code/merge-streams', import.meta.url)),
);
if (!streams.ok) throw new Error(JSON.stringify(streams.error));

/** A program that fails, the slider of the picture that shows why, and words of its first reading. */
const cases = [
	{
		picture: 'a curve of growth',
		slug: structure.challenge.slug,
		code: structure.wrong.find(({ name }) => name === 'front_of_a_plain_dict')!.code,
		slider: 'Size of the input',
		before: /items yours took/,
		table: /Your steps/,
	},
	{
		picture: 'a timeline',
		slug: asynchronous.challenge.slug,
		code: asynchronous.wrong.find(({ name }) => name === 'gathers_everything')!.code,
		slider: 'Moment of virtual time',
		before: /At 0 s: bounded_gather waits for other tasks/,
		table: /critical path/,
	},
	{
		picture: 'a pull log',
		slug: streams.value.challenge.slug,
		code: streams.value.wrong.find(({ name }) => name === 'drains_the_streams')!.code,
		slider: 'Pulls of a',
		before: /Item 1 was taken by your line 9/,
		table: /taken in all/,
	},
];
const looks = [
	{ name: 'light on a desk', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
	{ name: 'dark on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

let site: Site;
let browser: Chromium;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

for (const { name, colorScheme, viewport } of looks) {
	describe(`A failed check, ${name},`, () => {
		let page: ChromiumPage;
		let learner: Learner;

		beforeAll(async () => {
			page = await browser.page({ colorScheme, viewport, reducedMotion: 'reduce' });
			learner = new Learner(page, site.address);
		});
		afterAll(() => page?.close());

		test.each(cases)(
			'shows $picture, by keyboard and as text',
			async ({ slug, code, slider, before, table }) => {
				await learner.open(slug);
				expect(await learner.check(code)).toBe('Failed');
				const results = page.tab.getByRole('region', { name: 'Results' });
				const shown = results.locator('details[open]').first();
				const control = shown.getByRole('slider', { name: slider }).first();
				await control.focus();
				await page.press('Home');
				const reading = () => control.getAttribute('aria-valuetext');
				const first = await until('a first reading', reading, (text) => before.test(text ?? ''));
				await page.press('ArrowRight');
				await until('another reading', reading, (text) => text !== first);
				await shown
					.getByText(/ as text$/)
					.first()
					.click();
				expect(await shown.innerText()).toMatch(table);
				const { violations } = await new AxeBuilder({ page: page.tab }).analyze();
				const found = violations.flatMap(({ id, nodes }) =>
					nodes.map(({ target }) => `${id}: ${target}`),
				);
				expect(found).toEqual([]);
				const overflow = await page.evaluate(
					() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
				);
				expect(overflow).toBe(false);
			},
		);
	});
}
