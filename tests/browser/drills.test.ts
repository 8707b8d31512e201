import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Sitting } from '../../src/core/answer';
import { readAnswers } from '../../src/content/answers';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser, Page } from './driver/page';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const slug = 'queue-from-a-list';
const { drills } = await readAnswers('challenges');
const drill = drills.find((candidate) => candidate.slug === slug)!;
const partial =
	'Every pop from the front shifts every item behind it. At work we had 200,000 jobs in it.';
const own = 'Taking from both sides costs the same.';

/** All that can be read on the page. */
async function read(page: Page): Promise<string> {
	return (await page.evaluate(() => document.querySelector('main')?.innerText)) ?? '';
}

async function shows(page: Page, words: string | RegExp): Promise<string> {
	return await until(
		String(words),
		() => read(page),
		(text) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
	);
}

/** Waits until the focus is on the button of this name; without a name, on the answer. */
async function focused(page: Page, name: string): Promise<void> {
	const look = () =>
		page.evaluate(() => {
			const at = document.activeElement;
			return at?.id === 'answer' ? '' : (at?.textContent ?? '').trim();
		});
	await until(`the focus on “${name}”`, look, (text) => text === name, 20);
}

/** From the start of the drill to a field that waits for words. */
async function begin(page: Page): Promise<void> {
	await shows(page, /seconds to read the question/);
	await page.press('Enter');
	await shows(page, 'Answer now');
	await focused(page, 'Answer now');
	await page.press('Enter');
	const look = () => page.text('textbox', 'Your answer');
	await until('the field', look, (text) => text !== null);
	await focused(page, '');
}

const answers = (learner: Learner) => learner.stored<Answer>('answers', slug);

const engines = [
	{ name: 'Chromium', start: () => startChromium({ bare: true }), here: true },
	{ name: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];

for (const { name, start, here } of engines) {
	describe.skipIf(!here)(`In ${name} a candidate`, () => {
		let site: Site;
		let browser: Browser;
		let page: Page;
		let learner: Learner;

		beforeAll(async () => {
			[site, browser] = await Promise.all([startSite(), start()]);
			page = await browser.page();
			learner = new Learner(page, site.address);
		});
		afterAll(async () => {
			await browser?.close();
			await site?.close();
		});

		test('finds the drills by topic and opens one', async () => {
			await learner.visit('#/drills');
			await shows(page, `0 of ${drills.length} answered`);
			await page.click('link', drill.title);
			await shows(page, 'seconds to read the question');
		});

		test('answers with the keyboard alone, and finds the text again after a reload', async () => {
			await begin(page);
			await page.insert(partial);
			await until(
				'the sitting',
				() => learner.stored<Sitting>('sittings', slug),
				([sitting]) => sitting?.text === partial,
			);
			await page.reload();
			await shows(page, 'The clock waits');
			await focused(page, '');
			const field = () =>
				page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#answer')?.value ?? '');
			expect(await field()).toBe(partial);
			await page.insert(` ${own}`);
			expect(await field()).toBe(`${partial} ${own}`);
		});

		test('says how sure they are, and then sees the score', async () => {
			await page.press('Control+Enter');
			await shows(page, 'How sure are you');
			expect(await read(page)).not.toContain(drill.points[0]!.says);
			await page.press('4');
			const text = await shows(page, 'A model answer');
			expect(text).toContain('1 of 4 key points');
			expect(text).toMatch(/you were 75\s% sure/);
			const [answer] = await answers(learner);
			expect(answer).toMatchObject({
				text: `${partial} ${own}`,
				mode: 'typed',
				sure: 0.75,
				score: { earned: ['shift'], coverage: 0.25, mistakes: ['no-trade-off'] },
			});
			expect(answer?.timing?.growth.at(-1)?.length).toBe(partial.length + own.length + 1);
			expect(await learner.stored('sittings', slug)).toEqual([]);
			const marked = await page.evaluate(() =>
				[...document.querySelectorAll('main mark:has(sup)')].map((mark) => mark.textContent ?? ''),
			);
			expect(marked[0]).toBe('Every pop from the front shifts every item behind it.1');
		});

		test('puts a match right by hand, and it stays so', async () => {
			await page.evaluate((wanted) => {
				const open = [...document.querySelectorAll('main ol details')][2] as HTMLDetailsElement;
				open.open = true;
				const labels = [...open.querySelectorAll('label')];
				labels.find((label) => label.innerText.includes(wanted))?.click();
			}, own);
			await shows(page, '2 of 4 key points');
			await shows(page, 'by your hand');
			await until(
				'the correction',
				() => answers(learner),
				([answer]) => answer?.corrections.length === 1,
			);
			await page.reload();
			await shows(page, '2 of 4 key points');
			expect((await answers(learner))[0]).toMatchObject({
				corrections: [{ point: 'deque', sentence: own, earns: true }],
				score: { earned: ['shift', 'deque'], coverage: 0.5 },
			});
		});

		test('answers a follow-up, and finds the answer among the earlier ones', async () => {
			await page.focus(drill.followUps[0]!.question.replaceAll('`', ''));
			await page.insert('Nothing moves.');
			await page.press('Tab');
			await until(
				'the follow-up',
				() => answers(learner),
				([answer]) => answer?.followUps[0]?.text === 'Nothing moves.',
			);
			await learner.visit('#/drills');
			await shows(page, `1 of ${drills.length} answered`);
			await learner.visit(`#/drills/${slug}`);
			await shows(page, 'Earlier answers');
			await page.click('link', '2 of 4 key points');
			await shows(page, 'A model answer');
		});
	});
}

describe('In Chromium a drill', () => {
	let site: Site;
	let browser: Chromium;
	let page: ChromiumPage;
	let learner: Learner;

	beforeAll(async () => {
		[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
	});
	beforeEach(async () => {
		page = await browser.page();
		learner = new Learner(page, site.address);
	});
	afterEach(() => page?.close());
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	test('gives time to read, counts down, and says when time is up', async () => {
		await page.tab.clock.install();
		await learner.visit(`#/drills/${slug}`);
		await page.tab.getByRole('button', { name: 'Begin' }).click();
		await page.tab.getByRole('button', { name: 'Answer now' }).waitFor();
		await page.tab.clock.runFor(16_000);
		const field = page.tab.getByRole('textbox', { name: 'Your answer' });
		await field.fill('It shifts every item.');
		await page.tab.clock.runFor(46_000);
		await page.tab.getByText('Half of the time is over.').waitFor({ state: 'attached' });
		await page.tab.clock.runFor(50_000);
		await page.tab.getByText('Time is up. Finish your sentence.').waitFor({ state: 'attached' });
		await page.tab.getByText('over the limit').waitFor();
		await page.tab.getByRole('button', { name: /^Done/ }).click();
		await page.tab.getByRole('button', { name: /^Certain/ }).click();
		await page.tab.getByText('points surer than it was good').waitFor();
		const [answer] = await answers(learner);
		expect(answer?.timing?.end).toBeGreaterThan(90_000);
		expect(answer?.score.speed).toBeLessThan(1);
	});

	test('can be thrown away, and the text brought back', async () => {
		await learner.visit(`#/drills/${slug}`);
		await begin(page);
		await page.insert(partial);
		await page.click('button', 'Throw away');
		await shows(page, 'Thrown away');
		await until(
			'nothing',
			() => learner.stored('sittings', slug),
			({ length }) => length === 0,
		);
		await page.click('button', 'Bring my text back');
		await until(
			'the text',
			() => learner.stored<Sitting>('sittings', slug),
			([sitting]) => sitting?.text === partial,
		);
		expect(await page.tab.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe(partial);
	});

	test('takes dictation where the browser does it on the device', async () => {
		await page.tab.addInitScript(() => {
			class Recognition extends EventTarget {
				static available = async () => 'available';
				processLocally = false;
				start() {
					if (!this.processLocally) throw new Error('It would have been sent away.');
					const said = (transcript: string, isFinal: boolean) => {
						const results = [Object.assign([{ transcript }], { isFinal })];
						this.dispatchEvent(Object.assign(new Event('result'), { results, resultIndex: 0 }));
					};
					setTimeout(() => said('every pop shifts', false), 50);
					setTimeout(() => said('every pop shifts every item', true), 200);
				}
				stop() {
					setTimeout(() => this.dispatchEvent(new Event('end')));
				}
			}
			Object.assign(globalThis, { SpeechRecognition: Recognition });
		});
		await learner.visit(`#/drills/${slug}`);
		await begin(page);
		await page.tab.getByRole('button', { name: 'Dictate', exact: true }).click();
		await until(
			'what was said',
			() => page.tab.getByRole('textbox', { name: 'Your answer' }).inputValue(),
			(text) => text === 'Every pop shifts every item.',
		);
		await page.tab.getByRole('button', { name: 'Stop dictation' }).click();
		await page.tab.getByRole('button', { name: /^Done/ }).click();
		await page.tab.getByRole('button', { name: 'I would rather not say' }).click();
		await shows(page, '1 of 4 key points');
		expect((await answers(learner))[0]).toMatchObject({ mode: 'spoken', sure: null });
	});

	test('offers no dictation that would leave the device', async () => {
		await page.tab.addInitScript(() => {
			class Recognition extends EventTarget {}
			Object.assign(globalThis, {
				SpeechRecognition: Recognition,
				webkitSpeechRecognition: Recognition,
			});
		});
		await learner.visit(`#/drills/${slug}`);
		await begin(page);
		await page.insert(partial);
		await shows(page, 'Saved');
		expect(await read(page)).not.toMatch(/dictat/i);
	});

	test('that is not there says so, and so does an answer', async () => {
		await learner.visit('#/drills/no-such-drill');
		await shows(page, 'There is no drill called “no-such-drill”');
		await learner.visit(`#/drills/${slug}/gone`);
		await shows(page, 'The answer in this link is not on this device.');
	});
});

test('In Chromium drills work with the server gone', async () => {
	const browser = await startChromium();
	const site = await startSite();
	try {
		const page = await browser.page();
		const learner = new Learner(page, site.address);
		await learner.visit('#/drills');
		await learner.readyOffline();
		await site.close();
		await page.unplug();
		await page.reload();
		await shows(page, drill.title);
		await page.click('link', drill.title);
		await begin(page);
		await page.insert(drill.model.text);
		await page.press('Control+Enter');
		await shows(page, 'How sure are you');
		await page.press('5');
		await shows(page, `${drill.points.length} of ${drill.points.length} key points`);
	} finally {
		await browser.close();
		await site.close().catch(() => undefined);
	}
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

describe('axe finds nothing on a drill', () => {
	let site: Site;
	let browser: Chromium;

	beforeAll(async () => {
		[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
	});
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});

	test.each(looks)('$name', async ({ colorScheme, viewport }) => {
		const page = await browser.page({ colorScheme, viewport, reducedMotion: 'reduce' });
		const learner = new Learner(page, site.address);
		const look = async () => {
			const { violations } = await new AxeBuilder({ page: page.tab }).analyze();
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(wide).toBeLessThanOrEqual(0);
			return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
		};
		await learner.visit('#/drills');
		await shows(page, drill.title);
		expect(await look()).toEqual([]);
		await learner.visit(`#/drills/${slug}`);
		await shows(page, 'How it is scored');
		await page.evaluate(() => {
			document.querySelectorAll('details').forEach((details) => (details.open = true));
		});
		expect(await look()).toEqual([]);
		await page.click('button', 'Begin');
		await shows(page, 'Answer now');
		expect(await look()).toEqual([]);
		await page.click('button', 'Answer now');
		await until(
			'the field',
			() => page.text('textbox', 'Your answer'),
			(text) => text !== null,
		);
		await page.insert(`I think, basically, ${partial}`);
		await shows(page, 'Saved');
		expect(await look()).toEqual([]);
		await page.press('Control+Enter');
		await shows(page, 'How sure are you');
		expect(await look()).toEqual([]);
		await page.press('3');
		await shows(page, 'A model answer');
		await page.evaluate(() => {
			document.querySelectorAll('details').forEach((details) => (details.open = true));
		});
		expect(await look()).toEqual([]);
		await page.close();
	});
});
