import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser, Page } from './driver/page';
import { asynchronous, generator, structure } from './exercises';
import { Learner } from './learner';
import { startSite } from './site';

const { slug, solution } = generator.challenge;

const engines = [
	{ engine: 'Chromium', start: startChromium, here: true, bases: ['/', '/some/path/'] },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined, bases: ['/a/path/'] },
];

for (const { engine, start, here, bases } of engines) {
	describe.skipIf(!here)(`In ${engine}, with the server gone,`, () => {
		let browser: Browser;
		let page: Page;

		beforeEach(async () => {
			browser = await start();
			page = await browser.page();
		});
		afterEach(() => browser?.close());

		for (const base of bases) {
			test(`the app at ${base} reloads, judges, and reloads again`, async () => {
				const site = await startSite({ base });
				const learner = new Learner(page, site.address);
				await learner.open(slug);
				await learner.write('# written while there was a server\n');
				await learner.readyOffline();
				await site.close();
				await page.unplug();
				await expect(fetch(site.address)).rejects.toThrow();

				await page.reload();
				await learner.ready();
				expect(await page.text('textbox', 'Code editor')).toContain('written while there was');
				expect(await learner.check(solution)).toBe('Passed');

				// An exercise that was never opened, and a second visit.
				const other = base === '/' ? asynchronous : structure;
				await learner.visit('#/practice');
				await page.reload();
				await learner.open(other.challenge.slug);
				expect(await learner.check(other.wrong[0]!.code)).toBe('Failed');
				expect(await learner.attempts(slug, 1)).toHaveLength(1);
			});
		}
	});
}
