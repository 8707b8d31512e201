import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import { Guest } from './embed/guest';
import { startHost, type Host } from './embed/host';
import { structure } from './exercises';
import { startSite, type Site } from './site';
import { until } from './until';

const { slug, solution } = structure.challenge;
let site: Site;
let host: Host;
let browser: Chromium;

beforeAll(async () => {
	[site, host, browser] = await Promise.all([
		startSite(),
		startHost(),
		startChromium({ bare: true }),
	]);
});
afterAll(async () => {
	await browser?.close();
	await host?.close();
	await site?.close();
});

for (const [name, query, width, colorScheme] of [
	['light and wide', 'theme=light', 1200, 'light'],
	['dark and narrow', 'layout=stack', 390, 'dark'],
	['with a yellow accent', 'accent=ffe000&theme=light', 1200, 'light'],
] as const) {
	describe(`axe finds nothing in a frame, ${name},`, () => {
		let page: ChromiumPage;
		let guest: Guest;

		beforeAll(async () => {
			const viewport = { width, height: 900 };
			page = await browser.page({ viewport, colorScheme, reducedMotion: 'reduce' });
			guest = new Guest(page, site.address, host);
			await guest.visit(`ex=${slug}&${query}`);
			await guest.reads(/Start/);
		});
		afterAll(() => page?.close());

		async function violations(): Promise<string[]> {
			const { violations } = await new AxeBuilder({ page: page.tab }).include('iframe').analyze();
			return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
		}

		test('before it is started', async () => {
			expect(await violations()).toEqual([]);
		});

		test('at work, failed and passed', async () => {
			await guest.start();
			expect(await violations()).toEqual([]);
			expect(await guest.check()).toBe('Failed');
			expect(await violations()).toEqual([]);
			await guest.write(solution);
			await guest.press('Run');
			await guest.reads(/Finished in/);
			await guest.press('Hints0/4');
			expect(await violations()).toEqual([]);
		});

		test('when its address is wrong', async () => {
			await guest.visit('ex=no-such-thing');
			await guest.reads(/no challenge called/);
			expect(await violations()).toEqual([]);
		});
	});
}

for (const { name, start, here } of [
	{ name: 'Chromium', start: startChromium, here: true },
	{ name: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
]) {
	test.skipIf(!here)(`in ${name}, Escape and then Tab leave the editor of a frame`, async () => {
		const one = await start({ bare: true });
		try {
			const guest = new Guest(await one.page(), site.address, host);
			await guest.visit(`ex=${slug}&load=eager`);
			await guest.started();
			const inEditor = () =>
				guest.inside(() => document.activeElement?.classList.contains('cm-content') ?? false);
			await guest.page.evaluate(() => document.querySelector('iframe')!.focus());
			await guest.inside(() => document.querySelector<HTMLElement>('.cm-content')!.focus());
			await guest.page.press('Tab');
			expect(await inEditor()).toBe(true);
			await guest.page.press('Escape');
			await guest.page.press('Tab');
			await until('a focus elsewhere', inEditor, (inside) => !inside, 10);
		} finally {
			await one.close();
		}
	});
}

test('every example of the documentation runs in a page of another site', async () => {
	const page = await browser.page();
	const guest = new Guest(page, site.address, host);
	await page.open(`${site.address}#/embedding`);
	const read = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('[data-example]')].map((element) => element.textContent),
		);
	const examples = await until('the examples', read, ({ length }) => length >= 4);
	for (const html of examples) {
		await guest.visitPage(html);
		await guest.reads(/Python runs here|Check judges/);
		if (!/Check judges/.test(await guest.text())) await guest.start();
		expect(await guest.check()).toBe('Failed');
		if (html.includes('id="said"')) {
			const said = () => page.evaluate(() => document.querySelector('#said')!.textContent);
			await until('the result', said, (text) => /\d of \d+ tests hold/.test(text));
		}
	}
	await page.open(`${site.address}#/embedding`);
	await until('the page', read, ({ length }) => length >= 4);
	expect((await new AxeBuilder({ page: page.tab }).analyze()).violations).toEqual([]);
	await page.tab.getByRole('button', { name: 'Try it here' }).first().click();
	await page.tab
		.frameLocator('iframe[title$="tried"]')
		.frameLocator('iframe')
		.getByRole('button', { name: 'Start' })
		.waitFor();
	await page.close();
});
