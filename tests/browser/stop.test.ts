import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from './driver/chromium';
import type { Browser } from './driver/page';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { slug, solution } = generator.challenge;
let site: Site;
let browser: Browser;
let learner: Learner;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
	learner = new Learner(await browser.page(), site.address);
	await learner.open(slug);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

const endless = {
	'a loop': 'while True:\n    pass\n',
	'a call into C': 'sum(range(10**11))\n',
	'a sleep': 'import time\n\ntime.sleep(1000)\n',
	'a flood of output': 'while True:\n    print("late")\n',
};

for (const [name, code] of Object.entries(endless)) {
	test(`Stop ends ${name} within a second, and the next run works`, async () => {
		await learner.write(code);
		await learner.page.click('button', 'Run');
		await learner.python('running');
		const pressed = performance.now();
		await learner.page.click('button', 'Stop');
		const look = () => learner.page.text('status', 'Python');
		await until('the end', look, (status) => !status?.includes('running'));
		expect(performance.now() - pressed).toBeLessThan(1000);
		expect(await learner.output()).toContain('Stopped by you');
		const output = await learner.run('print("fresh")\n');
		expect(output).toContain('fresh');
		expect(output).not.toContain('late');
	});
}

test('Stop ends a check, which says so, and the next check passes', async () => {
	await learner.write('def rolling(readings, size):\n    while True:\n        pass\n');
	await learner.page.click('button', 'Check');
	await learner.python('running');
	await learner.page.click('button', 'Stop');
	expect(await learner.verdict()).toBe('Stopped');
	expect(await learner.stored('attempts', slug)).toEqual([]);
	expect(await learner.check(solution)).toBe('Passed');
});

test('a second Run takes the place of the first, whose output is dropped', async () => {
	await learner.write('while True:\n    print("late")\n');
	await learner.page.click('button', 'Run');
	await until(
		'output',
		() => learner.output(),
		(text) => text.includes('late'),
	);
	const output = await learner.run('print("fresh")\n');
	expect(output).toContain('fresh');
	expect(output).not.toContain('late');
});
