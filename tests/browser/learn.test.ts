import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Run } from '../../src/core/scenario';
import type { Story } from '../../src/core/story';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

let site: Site;
let browser: Chromium;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

async function arrive(path: string, options = {}): Promise<[ChromiumPage, Learner]> {
	const page = await browser.page({ reducedMotion: 'reduce', ...options });
	const learner = new Learner(page, site.address);
	await learner.visit(path);
	return [page, learner];
}

const heading = (page: ChromiumPage, name: string | RegExp) =>
	page.tab.getByRole('heading', { name, exact: true }).first().waitFor();
const main = (page: ChromiumPage) => page.tab.locator('main').innerText();

describe('the guide', () => {
	test('is found from the first page and read without Python', async () => {
		const [page] = await arrive('');
		await page.click('link', 'Learn');
		await page.tab.getByRole('link', { name: /^Guide/ }).click();
		await page.tab.getByRole('link', { name: /^Reading an offer/ }).click();
		await heading(page, 'Reading an offer');
		await page.tab.getByRole('button', { name: 'Asking for more' }).click();
		const focused = await page.evaluate(() => document.activeElement?.textContent);
		expect(focused).toBe('Asking for more');
		await page.tab.getByRole('link', { name: /^Next/ }).click();
		await heading(page, 'Two weeks, forty minutes a day');
		await page.close();
	});

	test('asks for none of Python’s files', async () => {
		const [page] = await arrive('#/guide/mistakes');
		await heading(page, 'Common mistakes, before and after');
		await page.tab.waitForTimeout(1500);
		const fetched = await page.evaluate(() =>
			performance
				.getEntriesByType('resource')
				.map(({ name }) => name)
				.filter((name) => /\.(wasm|zip)$|pyodide|\/python-|worker-|sources-/.test(name)),
		);
		expect(fetched).toEqual([]);
		await page.close();
	});

	test('says so when a page is not there', async () => {
		const [page] = await arrive('#/guide/nowhere');
		await heading(page, 'No such page in the guide');
		await page.click('link', 'The guide');
		await heading(page, 'Guide');
		await page.close();
	});
});

describe('a scenario', () => {
	const stored = async (learner: Learner, count: number) => {
		const look = () => learner.stored<Run>('decisions', 'nightly-job-slow');
		const runs = await until(`${count} decisions`, look, ([run]) => run?.choices.length === count);
		return runs[0]!;
	};

	test('is decided with the keyboard, over a reload, to its debrief', async () => {
		const [page, learner] = await arrive('#/scenarios/nightly-job-slow');
		await heading(page, 'What do you do first?');
		await page.click('button', 'Decide');
		await page.tab.getByText('Choose one first.').waitFor();

		await page.tab.getByRole('radio').first().focus();
		await page.press('ArrowDown');
		await page.press('Tab');
		await page.insert('The morning has to be safe.');
		await page.press('Tab');
		await page.press('Enter');
		await heading(page, 'How do you make it fast?');
		expect(await main(page)).toContain('You found it by reading the change that you took back.');
		const focused = await page.evaluate(() => document.activeElement?.textContent);
		expect(focused).toContain('Returned goods will be counted as stock');

		expect(await stored(learner, 1)).toMatchObject({
			endedAt: null,
			choices: [{ option: 'revert', why: 'The morning has to be safe.' }],
		});
		await page.reload();
		await heading(page, 'How do you make it fast?');
		await page.tab.getByRole('radio', { name: /whole join into the database/ }).check();
		await page.click('button', 'Decide');
		await heading(page, 'What do you leave behind?');
		await page.tab.getByRole('radio', { name: /alert at 90 minutes/ }).check();
		await page.click('button', 'Decide');

		const debrief = page.tab.getByRole('region', { name: 'Debrief' });
		await debrief.waitFor();
		const text = await debrief.innerText();
		expect(text).toContain('Cured at the root, a day later');
		expect(text).toContain('You said: “The morning has to be safe.”');
		expect(text).toContain('Split the 40 sites over eight processes');
		expect(text).toContain('What is listened for');
		expect((await stored(learner, 3)).endedAt).not.toBeNull();
		await page.close();
	});

	test('is gone back in, and taken again beside what was decided before', async () => {
		const [page, learner] = await arrive('#/scenarios/nightly-job-slow');
		const decide = async (name: RegExp) => {
			await page.tab.getByRole('radio', { name }).check();
			await page.click('button', 'Decide');
		};
		await decide(/profiler/);
		await decide(/a set and release/);
		await decide(/write-up/);
		await page.click('button', 'Take the last decision back');
		await heading(page, 'What do you leave behind?');
		await decide(/50 000|50\u202f000/);
		await page.tab.getByRole('region', { name: 'Debrief' }).waitFor();
		await page.click('button', 'Take it again');
		await heading(page, 'What do you do first?');
		await decide(/ten in the evening/);
		const runs = await until(
			'two runs',
			() => learner.stored<Run>('decisions', 'nightly-job-slow'),
			({ length }) => length === 2,
		);
		const options = runs.map(({ choices }) => choices.map(({ option }) => option).join(' '));
		expect(options.sort()).toEqual(['earlier', 'profile set cost-test']);
		await learner.visit('#/scenarios');
		await page.tab.getByRole('link', { name: /nightly job .* Under way/ }).waitFor();
		await page.close();
	});
});

describe('a story', () => {
	const parts = {
		Title: 'The import',
		Situation: 'Our nightly import took hours and the warehouse had no plan in the morning.',
		Task: 'I was asked to get it done before the season began.',
		Action: 'I profiled it and replaced a list by a set.',
		'Result, with its number': 'It became much faster, and nobody has called at night since.',
		Lesson: 'Now I measure before I guess.',
	};
	const aside = (page: ChromiumPage) =>
		page.tab.getByRole('complementary', { name: 'What an interviewer waits for' });

	test('without a number is noticed, told against the clock, deleted and brought back', async () => {
		const [page, learner] = await arrive('#/stories');
		await page.click('link', 'Write the first');
		for (const [name, text] of Object.entries(parts)) {
			await page.focus(name);
			await page.insert(text);
		}
		const number = aside(page).getByRole('listitem').filter({ hasText: 'A number in the result' });
		await number.filter({ hasText: 'missing' }).filter({ hasText: 'No number found.' }).waitFor();
		await page.focus('Result, with its number');
		await page.press('Control+a');
		await page.insert('It fell from four hours to 38 minutes.');
		await number.filter({ hasText: 'found' }).waitFor();
		await heading(page, 'All there');
		await page.tab.getByText('Saved', { exact: true }).waitFor();

		await page.click('button', 'Tell it in two minutes');
		await page.tab.getByRole('timer').filter({ hasText: '2:00' }).waitFor();
		await page.insert(
			'Our import took four hours, and I replaced a list by a set and that was it.',
		);
		await page.tab.getByRole('timer').filter({ hasText: /1:5\d/ }).waitFor();
		await page.click('button', 'Done');
		await page.tab.getByText('No lesson was said.').waitFor();
		await page.click('button', 'Back to the story');
		await heading(page, 'Told 1 time');

		await page.click('button', 'Delete');
		await page.tab.getByText('“The import” is deleted.').waitFor();
		await page.click('button', 'Undo');
		await page.tab.getByRole('link', { name: /^The import/ }).waitFor();
		await page.reload();
		await page.tab.getByRole('link', { name: /^The import/ }).click();
		await page.tab.getByRole('textbox', { name: 'Lesson' }).waitFor();
		const [story] = await learner.stored<Story>('stories');
		expect(story).toMatchObject({ deletedAt: null, tellings: [{ mode: 'typed' }] });
		expect(story?.revisions).toHaveLength(1);
		expect(story?.revisions[0]?.content.lesson).toBe(parts.Lesson);
		await page.close();
	});

	test('can be put back to what it was in an earlier sitting', async () => {
		const [page] = await arrive('#/stories');
		await page.click('link', 'Write the first');
		await page.focus('Title');
		await page.insert('First');
		await page.tab.getByText('Saved', { exact: true }).waitFor();
		await page.reload();
		await page.tab.getByRole('heading', { level: 1, name: 'First' }).waitFor();
		await page.focus('Title');
		await page.press('Control+a');
		await page.insert('Second');
		await page.tab.getByRole('heading', { level: 1, name: 'Second' }).waitFor();
		await page.tab.getByText('Earlier versions').click();
		await page.click('button', 'Put back');
		await page.tab.getByRole('heading', { level: 1, name: 'First' }).waitFor();
		await page.close();
	});
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

describe.each(looks)('axe finds nothing, and nothing sticks out, $name,', (look) => {
	let page: ChromiumPage;
	let learner: Learner;

	beforeAll(async () => {
		[page, learner] = await arrive('#/learn', look);
	});
	afterAll(() => page?.close());

	async function flaws(): Promise<string[]> {
		const { violations } = await new AxeBuilder({ page: page.tab }).analyze();
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		return [
			...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)),
			...(wide > 0 ? [`${wide} pixels too wide`] : []),
		];
	}

	const pages = {
		'#/learn': 'Learn',
		'#/guide': 'Guide',
		'#/guide/offer': 'Reading an offer',
		'#/guide/mistakes': 'Common mistakes, before and after',
		'#/scenarios': 'Scenarios',
		'#/design': 'Design discussions',
		'#/stories': 'Stories',
	};
	for (const [path, title] of Object.entries(pages)) {
		test(`on ${path}`, async () => {
			await learner.visit(path);
			await page.tab.getByRole('heading', { level: 1, name: title }).waitFor();
			expect(await flaws()).toEqual([]);
		});
	}

	test('on a scenario, before and after', async () => {
		await learner.visit('#/scenarios/flaky-test');
		for (let decisions = 0; decisions < 3; decisions += 1) {
			await page.tab.getByRole('radio').nth(1).check();
			expect(await flaws()).toEqual([]);
			await page.click('button', 'Decide');
			await page.tab.locator('[data-news]').waitFor();
		}
		await page.tab.getByRole('region', { name: 'Debrief' }).waitFor();
		expect(await flaws()).toEqual([]);
	});

	test('on a story, half written, being told and told', async () => {
		await learner.visit('#/stories');
		await page.click('link', 'Write the first');
		await page.focus('Title');
		await page.insert('The import');
		await page.tab.getByText('Saved', { exact: true }).waitFor();
		expect(await flaws()).toEqual([]);
		await page.click('button', 'Tell it in two minutes');
		await page.insert('It was nothing.');
		expect(await flaws()).toEqual([]);
		await page.click('button', 'Done');
		await page.tab.getByText('No lesson was said.').waitFor();
		expect(await flaws()).toEqual([]);
	});
});
