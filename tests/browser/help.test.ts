import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, type ChromiumPage } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser, Page } from './driver/page';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { slug } = generator.challenge;
const unused = 'import os\nimport itertools\n\n\ndef f( a,b ):\n    return itertools.chain(a,b)\n';
const laidOut = 'import os\nimport itertools\n\n\ndef f(a, b):\n    return itertools.chain(a, b)\n';

const engines = [
	{ engine: 'Chromium', start: startChromium, here: true },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];

/** Run in the page. */
const marked = () => [...document.querySelectorAll('.cm-lintRange')].map((at) => at.textContent);
const offered = () =>
	[...document.querySelectorAll('.cm-tooltip-autocomplete .cm-completionLabel')].map(
		(at) => at.textContent,
	);
const fetched = () =>
	performance.getEntriesByType('resource').filter(({ name }) => name.includes('ruff')).length;
const told = () => document.querySelector('.cm-told')?.textContent ?? null;
const pressed = () =>
	document.querySelector('button[aria-pressed=true]')?.textContent?.trim() ?? null;

for (const { engine, start, here } of engines) {
	describe.skipIf(!here)(`In ${engine}, while somebody types,`, () => {
		let site: Site;
		let browser: Browser;
		let page: Page;
		let learner: Learner;
		const code = () => page.evaluate(text);
		const text = () =>
			[...document.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');

		beforeAll(async () => {
			[site, browser] = await Promise.all([startSite(), start()]);
			page = await browser.page();
			learner = new Learner(page, site.address);
			await learner.open(slug);
		});
		afterAll(async () => {
			await browser?.close();
			await site?.close();
		});

		test('an unused import is marked after a pause, and nothing else', async () => {
			await learner.write(unused);
			const found = await until(
				'a mark',
				() => page.evaluate(marked),
				(marks) => marks.length > 0,
			);
			expect(found).toEqual(['os']);
		});

		test('a command lays the code out, and one undo takes that back', async () => {
			await page.focus('Code editor');
			await page.press('Shift+Alt+f');
			await until('the layout', code, (now) => now === laidOut);
			await page.press('Control+z');
			await until('the text as it was', code, (now) => now === unused);
		});

		test('what is no Python is not laid out, and that is said', async () => {
			await learner.write('def f(:\n    pass\n');
			await page.press('Shift+Alt+f');
			const said = await until('a sentence', () => page.evaluate(told));
			expect(said).toMatch(/^Line 1 is no Python yet, so nothing was laid out anew: /);
			expect(await code()).toBe('def f(:\n    pass\n');
		});

		test('a dot after a module offers what the interpreter finds in it', async () => {
			await learner.write('import itertools\nitertools');
			await page.press('.');
			const names = await until(
				'names',
				() => page.evaluate(offered),
				(all) => all.length > 5,
			);
			expect(names).toContain('batched');
			expect(names).not.toContain('__doc__');
		});

		test('Python goes on to be ready, and checks', async () => {
			await page.press('Escape');
			expect(await learner.check(generator.challenge.solution)).toBe('Passed');
		});

		test('interview mode silences all of it, also after a reload', async () => {
			await learner.write(unused);
			await until(
				'a mark',
				() => page.evaluate(marked),
				(marks) => marks.length > 0,
			);
			await page.click('button', 'Interview mode');
			await until(
				'silence',
				() => page.evaluate(marked),
				(marks) => marks.length === 0,
			);
			await page.focus('Code editor');
			await page.press('Shift+Alt+f');
			await learner.write(`${unused}itertools`);
			await page.press('.');
			await page.press('Control+ ');
			await new Promise((resolve) => setTimeout(resolve, 2500));
			expect(await page.evaluate(marked)).toEqual([]);
			expect(await page.evaluate(offered)).toEqual([]);
			expect(await code()).toBe(`${unused}itertools.`);
			await page.reload();
			await learner.ready();
			expect(await page.evaluate(pressed)).toBe('Interview mode');
			await new Promise((resolve) => setTimeout(resolve, 2000));
			expect(await page.evaluate(marked)).toEqual([]);
			expect(await page.evaluate(fetched)).toBe(0);
			await page.click('button', 'Interview mode');
			await learner.write(unused);
			await until(
				'a mark',
				() => page.evaluate(marked),
				(marks) => marks.length > 0,
			);
		});

		test('it works with the server gone', async () => {
			await learner.readyOffline();
			await site.close();
			await page.unplug();
			await page.reload();
			await learner.ready();
			await learner.write('import itertools\nimport os\nitertools');
			await until(
				'marks',
				() => page.evaluate(marked),
				(marks) => marks.includes('os'),
			);
			await page.press('.');
			const names = await until(
				'names',
				() => page.evaluate(offered),
				(all) => all.length > 5,
			);
			expect(names).toContain('batched');
		});
	});
}

describe('In Chromium, axe finds nothing', () => {
	let site: Site;
	let browser: Awaited<ReturnType<typeof startChromium>>;

	beforeAll(async () => {
		[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
	});
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	for (const colorScheme of ['light', 'dark'] as const) {
		test(`where remarks and names are shown, ${colorScheme}`, async () => {
			const page: ChromiumPage = await browser.page({ colorScheme, reducedMotion: 'reduce' });
			const learner = new Learner(page, site.address);
			await learner.open(slug);
			await learner.write(unused);
			await until(
				'a mark',
				() => page.evaluate(marked),
				(marks) => marks.length > 0,
			);
			await page.tab.locator('.cm-lintRange').hover();
			await page.tab.getByText('`os` imported but unused').waitFor();
			expect(await violations(page)).toEqual([]);
			await page.tab.getByRole('button', { name: /Remove unused import/ }).click();
			await until(
				'the fix',
				() => page.evaluate(marked),
				(marks) => marks.length === 0,
			);
			await learner.write('import itertools\nitertools');
			await page.press('.');
			await until(
				'names',
				() => page.evaluate(offered),
				(all) => all.length > 5,
			);
			expect(await violations(page)).toEqual([]);
			await page.close();
		});
	}

	async function violations(page: ChromiumPage): Promise<string[]> {
		const { violations: found } = await new AxeBuilder({ page: page.tab }).analyze();
		return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
	}
});
