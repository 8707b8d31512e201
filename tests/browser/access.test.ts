import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';

const { slug, solution } = generator.challenge;
let site: Site;
let browser: Chromium;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

for (const { name, colorScheme, viewport } of looks) {
	describe(`axe finds nothing, ${name},`, () => {
		let page: ChromiumPage;
		let learner: Learner;

		beforeAll(async () => {
			const reducedMotion = 'reduce';
			page = await browser.page({ colorScheme, viewport, reducedMotion });
			learner = new Learner(page, site.address);
		});
		afterAll(() => page?.close());

		/** Violations as rule and place. */
		async function violations(): Promise<string[]> {
			const { violations: found } = await new AxeBuilder({ page: page.tab }).analyze();
			return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
		}

		const pages = { '#/': 'Today', '#/practice': 'Practice', '#/settings': 'Settings' };
		for (const [path, title] of Object.entries(pages)) {
			test(`on ${title}`, async () => {
				await learner.visit(path);
				await page.tab.getByRole('heading', { level: 1, name: title }).waitFor();
				expect(await violations()).toEqual([]);
			});
		}

		test('on a page that is not there', async () => {
			await learner.visit('#/nowhere');
			await page.tab.getByText('There is no page here').waitFor();
			expect(await violations()).toEqual([]);
		});

		test('on an exercise before, after a failure and after a pass', async () => {
			await learner.open(slug);
			expect(await violations()).toEqual([]);
			expect(await learner.check(generator.wrong[0]!.code)).toBe('Failed');
			expect(await violations()).toEqual([]);
			await learner.run('print(1)\nraise ValueError("no")\n');
			expect(await violations()).toEqual([]);
			expect(await learner.check(solution)).toBe('Passed');
			expect(await violations()).toEqual([]);
		});

		test('on the start page once there is work to show', async () => {
			await learner.visit('#/');
			await page.tab.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
			expect(await violations()).toEqual([]);
		});
	});
}
