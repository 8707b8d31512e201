import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser } from './driver/page';
import { startWebKit, webkitDriver } from './driver/webkit';
import { asynchronous, generator, structure } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const engines = [
	{ name: 'Chromium', start: startChromium, here: true, asks: true },
	{ name: 'Firefox', start: startFirefox, here: firefoxPath !== undefined, asks: true },
	{ name: 'WebKit', start: startWebKit, here: webkitDriver !== undefined, asks: false },
];

for (const { name, start, here, asks } of engines) {
	describe.skipIf(!here)(`In ${name} a learner`, () => {
		let site: Site;
		let browser: Browser;
		let learner: Learner;

		beforeAll(async () => {
			[site, browser] = await Promise.all([startSite(), start()]);
			learner = new Learner(await browser.page(), site.address);
		});
		afterAll(async () => {
			await browser?.close();
			await site?.close();
		});

		test('arrives at a start page that suggests a first exercise', async () => {
			await learner.visit('');
			const look = () => learner.page.evaluate(() => document.querySelector('main')?.innerText);
			await until('the start page', look, (text) => /first/i.test(text ?? ''));
		});

		test('finds at least eighteen exercises by their titles', async () => {
			await learner.visit('#/practice');
			const look = () =>
				learner.page.evaluate(
					() => document.querySelectorAll('main a[href*="#/practice/"]').length,
				);
			await until('eighteen links', look, (count) => count >= 18);
		});

		test('opens one by its title and finds Python ready', async () => {
			await learner.page.click('link', generator.challenge.title);
			await learner.ready();
		});

		for (const { challenge } of [asynchronous, structure, generator]) {
			test(`passes “${challenge.title}” with its solution`, async () => {
				await learner.open(challenge.slug);
				expect(await learner.check(challenge.solution)).toBe('Passed');
				const [attempt] = await learner.attempts(challenge.slug, 1);
				expect(attempt).toMatchObject({ code: challenge.solution, report: { status: 'pass' } });
			});
		}

		test('fails with a common mistake, and is shown the test that tells it', async () => {
			const [mistake] = generator.wrong;
			await learner.open(generator.challenge.slug);
			expect(await learner.check(mistake!.code)).toBe('Failed');
			const attempts = await learner.attempts(generator.challenge.slug, 2);
			const caught = attempts.at(-1)!.report.tests.find(({ id }) => id === mistake!.caughtBy)!;
			expect(caught.status).not.toBe('pass');
			expect(await learner.results()).toContain(caught.title.replaceAll('`', ''));
		});

		test('runs a program and reads what it printed', async () => {
			const output = await learner.run('print("a", 6 * 7)\n"last " + "value"\n');
			expect(output).toContain('a 42');
			expect(output).toContain("'last value'");
		});

		const beforehand = async () => {
			await learner.page.evaluate(() => {
				document.querySelectorAll('details').forEach((details) => (details.open = true));
			});
			await learner.page.click('textbox', 'Standard input');
			await learner.page.insert('Ada\n');
			expect(await learner.run('print("Hello", input())\n')).toContain('Hello Ada');
		};
		const meanwhile = async () => {
			await learner.write('print("Hello", input("Who? "))\n');
			await learner.page.click('button', 'Run');
			await until(
				'the question',
				() => learner.page.text('textbox', 'Who?'),
				(text) => text !== null,
			);
			await learner.page.click('textbox', 'Who?');
			await learner.page.insert('Ada');
			await learner.page.press('Enter');
			await until(
				'the answer',
				() => learner.output(),
				(text) => text.includes('Hello Ada'),
			);
		};
		if (asks) test('answers input() while the program waits', meanwhile);
		else test('answers input() beforehand, as a program cannot wait here', beforehand);

		test('finds the text again after a reload', async () => {
			const code = '# kept as it was typed\nprint("still here")\n';
			await learner.write(code);
			await learner.saved(generator.challenge.slug, code);
			await learner.page.reload();
			await learner.ready();
			expect(await learner.page.text('textbox', 'Code editor')).toContain('kept as it was typed');
			expect(await learner.run()).toContain('still here');
		});
	});
}
