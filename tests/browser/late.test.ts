import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startChromium, type Chromium } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { slug, solution } = generator.challenge;
let site: Site;
let browser: Chromium;
let learner: Learner;
/** Lets the standard library through. */
let arrive: () => void;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

// A first visit on a slow line: the interpreter is there, the standard library still on its way.
beforeEach(async () => {
	const page = await browser.page();
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	await page.context.route('**/library-*.zip', async (route) => {
		await arrived;
		await route.continue();
	});
	learner = new Learner(page, site.address);
	await learner.open(slug);
	return () => page.close();
});

test('a program that needs no more than the image does not wait for the library', async () => {
	expect(await learner.run('import json, asyncio\n\nprint("at once")\n')).toContain('at once');
	expect(await learner.check(solution)).toBe('Passed');
	arrive();
});

test('a run that needs the library is begun again, and shows its output once', async () => {
	await learner.write('print("once")\nimport colorsys\n\nprint(colorsys.rgb_to_hsv(1, 1, 1))\n');
	await learner.page.click('button', 'Run');
	await until(
		'the first output',
		() => learner.output(),
		(output) => output.includes('once'),
	);
	arrive();
	const output = await until(
		'the end',
		() => learner.output(),
		(text) => text.includes('Finished'),
	);
	expect(output.match(/once/g)).toHaveLength(1);
	expect(output).toContain('(0.0, 0.0, 1)');
});

test('a check that needs the library tells each test once', async () => {
	await learner.write(
		solution.replace('    window: deque', '    import colorsys\n    window: deque'),
	);
	await learner.page.click('button', 'Check');
	const shown = () => learner.results();
	await until('a first test', shown, (results) => results.includes('full window of three'));
	arrive();
	expect(await learner.verdict()).toBe('Passed');
	const [attempt] = await learner.attempts(slug, 1);
	const ids = attempt!.report.tests.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});
