import { AxeBuilder } from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser, Page } from './driver/page';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const solution = `def initials(name: str) -> str:
    """The initials of a name.

    >>> initials("ada lovelace")
    'AL'
    >>> initials("grace brewster hopper")
    'GBH'
    """
    return "".join(word[0].upper() for word in name.split())
`;
const wrong = solution.replace('.upper()', '');

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site?.close());

/** Chooses files as the dialog of the browser would. */
async function choose(page: Page, files: Record<string, string | number[]>): Promise<void> {
	await page.evaluate((given) => {
		const input = document.querySelector<HTMLInputElement>('input[aria-label="Exercise files"]')!;
		const transfer = new DataTransfer();
		for (const [name, content] of Object.entries(given)) {
			const part = typeof content === 'string' ? content : new Uint8Array(content);
			transfer.items.add(new File([part], name));
		}
		input.files = transfer.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	}, files);
}

const main = (page: Page) => page.evaluate(() => document.querySelector('main')?.innerText ?? '');

const engines = [
	{ engine: 'Chromium', start: startChromium, here: true },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];

for (const { engine, start, here } of engines) {
	describe.skipIf(!here)(`In ${engine} somebody’s own exercise`, () => {
		let browser: Browser;
		let page: Page;
		let learner: Learner;

		beforeAll(async () => {
			browser = await start({ bare: true });
			page = await browser.page();
			learner = new Learner(page, site.address);
		});
		afterAll(() => browser?.close());

		/** Imports files, and answers what the page says then. */
		async function bring(files: Record<string, string | number[]>): Promise<string> {
			await learner.visit('#/import');
			await until(
				'the page',
				() => main(page),
				(text) => text.includes('Choose files'),
			);
			await choose(page, files);
			return await until(
				'an answer',
				() => main(page),
				(text) => text.includes('Imported'),
			);
		}

		test('is imported, and what cannot be read is told', async () => {
			const told = await bring({ 'initials.py': solution, 'broken.json': '{"prompt": ' });
			expect(told).toContain('Imported 1 exercise');
			expect(told).toContain('broken.json');
		});

		test('is judged like any other', async () => {
			await learner.visit('#/practice');
			const links = () =>
				page.evaluate(() =>
					[...document.querySelectorAll('main a[href*="/local-"]')].map(({ textContent }) =>
						textContent!.trim(),
					),
				);
			const [title] = await until('its link', links, ({ length }) => length === 1);
			await page.click('link', title!);
			await learner.ready();
			expect(await learner.check(wrong)).toBe('Failed');
			expect(await learner.check(solution)).toBe('Passed');
			await page.reload();
			await learner.ready();
			expect(await page.text('textbox', 'Code editor')).toContain('upper()');
		});

		test('is deleted, and brought back', async () => {
			await learner.visit('#/practice');
			await until(
				'the list',
				() => main(page),
				(text) => text.includes('Export as a pack'),
			);
			const remove = (): Promise<boolean> =>
				page.evaluate(() => {
					const found = [...document.querySelectorAll('main button')].find((button) =>
						/^Delete/.test(button.getAttribute('aria-label') ?? button.textContent ?? ''),
					) as HTMLElement | undefined;
					found?.click();
					return found !== undefined;
				});
			expect(await remove()).toBe(true);
			await until(
				'a word',
				() => main(page),
				(text) => text.includes('was deleted'),
			);
			expect(await learner.stored('exercises')).toEqual([]);
			await page.click('button', 'Undo');
			await until(
				'a word',
				() => main(page),
				(text) => text.includes('is back'),
			);
			expect(await learner.stored('exercises')).toHaveLength(1);
		});

		test('may come packed', async () => {
			const task = {
				prompt: 'def twice(number):\n    """Twice the number."""\n',
				entry_point: 'twice',
				canonical_solution: '    return 2 * number\n',
				test: 'def check(candidate):\n    assert candidate(2) == 4\n',
			};
			const packed = [...gzipSync(JSON.stringify(task))];
			const told = await bring({ 'task.jsonl.gz': packed, 'half.jsonl.gz': packed.slice(0, 40) });
			expect(told).toContain('Imported 1 exercise');
			expect(told).toContain('half.jsonl.gz: it is not whole');
		});
	});
}

describe('The page of imports', () => {
	test.each(['light', 'dark'] as const)('has no violation of WCAG, %s', async (colorScheme) => {
		const browser = await startChromium({ bare: true });
		const page = await browser.page({ colorScheme, viewport: { width: 390, height: 844 } });
		await page.open(`${site.address}#/import`);
		await page.tab.getByRole('button', { name: 'Choose files' }).waitFor();
		const { violations } = await new AxeBuilder({ page: page.tab }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
		await browser.close();
	});
});
