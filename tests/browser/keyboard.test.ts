import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { title, solution } = generator.challenge;
let site: Site;
let browser: Chromium;
let page: ChromiumPage;
let learner: Learner;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});
beforeEach(async () => {
	page = await browser.page();
	learner = new Learner(page, site.address);
	return () => page.close();
});

/** What has the focus, by its name. */
async function focused(): Promise<string> {
	return await page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		return element.getAttribute('aria-label') ?? element.innerText.trim();
	});
}

/** Presses Tab until something of this name has the focus, and Escape where Tab would indent. */
async function tabTo(name: string): Promise<void> {
	const inCode = () => (document.activeElement as HTMLElement).isContentEditable;
	for (let presses = 0; presses < 120; presses++) {
		if ((await focused()).startsWith(name)) return;
		if (await page.evaluate(inCode)) await page.press('Escape');
		await page.press('Tab');
	}
	throw new Error(`Tab never came to “${name}”.`);
}

async function follow(name: string): Promise<void> {
	await tabTo(name);
	await page.press('Enter');
}

const heading = (name: string) => page.tab.getByRole('heading', { name, exact: true }).waitFor();

test('from the start page to a passed check there is no need of a pointer', async () => {
	await learner.visit('');
	await heading('Today');
	await follow('Practice');
	await heading('Practice');
	await follow(title);
	await learner.ready();
	await tabTo('Code editor');
	await page.press('Control+a');
	await page.press('Delete');
	await page.tab.keyboard.type('# typed by hand');
	expect(await page.text('textbox', 'Code editor')).toContain('# typed by hand');
	await page.press('Control+a');
	await page.insert(solution);

	await page.press('Escape');
	await page.press('Tab');
	expect(await focused()).not.toBe('Code editor');
	await tabTo('Check');
	await page.press('Enter');
	expect(await learner.verdict()).toBe('Passed');
	await tabTo('Results');
});

test('Tab indents in the editor, Shift+Tab takes it back', async () => {
	await learner.open(generator.challenge.slug);
	await page.focus('Code editor');
	await page.press('Control+a');
	await page.press('Delete');
	await page.tab.keyboard.type('x');
	await page.press('Tab');
	const text = () => page.text('textbox', 'Code editor');
	await until('an indented line', text, (code) => code === '    x');
	await page.press('Shift+Tab');
	await until('a line without indent', text, (code) => code === 'x');
	expect(await focused()).toContain('Code editor');
});

test('Control+Enter checks and Control+Shift+Enter runs, in the editor and outside of it', async () => {
	await learner.open(generator.challenge.slug);
	await learner.write('print("run by keys")\n');
	await page.press('Control+Shift+Enter');
	await until(
		'output',
		() => learner.output(),
		(output) => output.includes('run by keys'),
	);
	await page.press('Control+Enter');
	expect(await learner.verdict()).toMatch(/Failed|Error/);
	await learner.write(solution);
	await tabTo('Code editor');
	await page.press('Escape');
	await page.press('Tab');
	await page.press('Control+Enter');
	expect(await learner.verdict()).toBe('Passed');
});

test('an exercise is written and checked without a pointer', async () => {
	await learner.visit('#/teach/exercises');
	await heading('Exercises of your own');
	await follow('Write the first');
	await follow('Fill in an example');
	await tabTo('Solution');
	await page.press('Control+End');
	await page.tab.keyboard.type('# kept');
	await page.press('Home');
	await page.press('Tab');
	expect(await page.text('textbox', 'Solution')).toContain('    # kept');
	await page.press('Escape');
	await page.press('Tab');
	expect(await focused()).toBe('Tests');
	await follow('Check this exercise');
	const look = () => page.tab.locator('main').innerText();
	await until(
		'the proof',
		look,
		(text) => text.includes('just what is written now can be shared'),
		120,
	);
	await follow('Copy');
});
