import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card, Review } from '../../src/core/card';
import type { Plan } from '../../src/core/plan';
import { readFolder } from '../../src/content/folder';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const folder = mkdtempSync(join(tmpdir(), 'dry-run-plan-'));
const monday = '2026-11-23';
let site: Site;
let browser: Chromium;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
	rmSync(folder, { recursive: true });
});

/** A person at a page whose clock says a day, seven in the evening; time goes on from there. */
async function personOn(day: string): Promise<{ page: ChromiumPage; learner: Learner }> {
	const page = await browser.page({ timezoneId: 'Europe/Berlin', acceptDownloads: true });
	await page.tab.clock.install({ time: new Date(`${day}T18:00:00Z`) });
	return { page, learner: new Learner(page, site.address) };
}

async function makePlan(page: ChromiumPage, learner: Learner, interview = ''): Promise<void> {
	await learner.visit('#/');
	const make = page.tab.getByRole('button', { name: 'Lay out fourteen days' });
	await make.waitFor();
	if (interview) await page.tab.getByLabel('Date of the interview').fill(interview);
	await make.click();
	await page.tab.getByText('35 of 35 minutes to go').waitFor();
}

/** The rows of today's blocks as text, each with its mark. */
function blocks(page: ChromiumPage): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('main ol li')].map((row) => {
			const mark = row.querySelector('svg')?.getAttribute('aria-label') ?? '';
			return `${mark}: ${row.querySelector('a')?.textContent ?? ''}`;
		}),
	);
}

async function violations(page: ChromiumPage): Promise<string[]> {
	const { violations: found } = await new AxeBuilder({ page: page.tab }).analyze();
	return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

const plans = (learner: Learner) => learner.stored<Plan>('plans');
const cards = (learner: Learner) => learner.stored<Card>('cards');
const reviews = (learner: Learner) => learner.stored<Review>('reviews');

/** Answers whatever kind of card is asked, and rates it as good. */
async function answerCard(page: ChromiumPage): Promise<void> {
	const card = page.tab.getByRole('article', { name: 'Card' });
	await card.waitFor();
	const guess = card.getByLabel(/Your guess/);
	const show = card.getByRole('button', { name: /^Show/ });
	await guess.or(show).first().waitFor();
	if (await guess.isVisible()) {
		await guess.fill('10');
		await card.getByRole('button', { name: 'Measure it' }).click();
		await card.getByText('you said 10 times').waitFor({ timeout: 60_000 });
	} else await show.click();
	await card.getByRole('button', { name: /^Good/ }).click();
}

describe('a day', () => {
	test('leads from the start page through a measured cost and a check to its ticks', async () => {
		const { page, learner } = await personOn(monday);
		await makePlan(page, learner, '2026-12-12');
		await page.tab.getByText('Monday 23 November · day 1 of 14 · interview in 19 days').waitFor();
		const [warmUp, code, answer] = await blocks(page);
		expect(warmUp).toBe('To do: Revision');

		await page.click('link', 'Revision');
		for (let count = 1; count <= 2; count++) {
			await answerCard(page);
			await until('a stored rating', async () => (await reviews(learner)).length >= count);
		}
		await page.tab.getByText('Done for today.').waitFor();
		const rated = await reviews(learner);
		for (const { guess, card, day } of rated) {
			expect(day).toBe(monday);
			expect(card).toMatch(/^cost\//);
			expect(guess!.said).toBe(10);
			expect(guess!.measured).toBeGreaterThan(0.5);
		}

		await page.click('link', 'Back to today');
		await until('a ticked warm-up', async () => (await blocks(page))[0] === 'Done: Revision');
		const title = code!.replace('To do: ', '');
		await page.click('link', title);
		await learner.ready();
		const slug = page.tab.url().split('/').at(-1)!;
		const { starter } = await challenge(slug);
		await learner.check(starter);
		await learner.attempts(slug, 1);
		await page.click('link', 'Today');
		await until('a ticked block', async () => (await blocks(page))[1] === `Done: ${title}`);
		await page.tab.getByText('6 of 35 minutes to go').waitFor();

		await page.click('link', answer!.replace('To do: ', ''));
		await page.tab.getByText(/seconds to read the question/).waitFor();
		await page.press('Enter');
		await page.tab.getByRole('button', { name: 'Answer now' }).click();
		await page.tab.getByRole('textbox', { name: 'Your answer' }).fill('It depends on the load.');
		await page.press('Control+Enter');
		await page.tab.getByText('How sure are you').waitFor();
		await page.press('4');
		await page.tab.getByText('A model answer').first().waitFor();
		await page.click('link', 'Today');
		await page.tab.getByText('Done for today.').waitFor();
		expect((await blocks(page)).every((row) => row.startsWith('Done: '))).toBe(true);
		const made = await until('the drill’s card', async () =>
			(await cards(learner)).find(({ ref }) => ref.kind === 'drill'),
		);
		expect((await reviews(learner)).find(({ card }) => card === made!.id)).toMatchObject({
			rating: 'again',
			seconds: 0,
		});
		await page.close();
	});

	test('that was missed is said the next day, and its blocks have other days', async () => {
		const { page, learner } = await personOn(monday);
		await makePlan(page, learner);
		const missed = (await blocks(page)).slice(1).map((row) => row.replace('To do: ', ''));
		await page.tab.clock.setFixedTime(new Date('2026-11-24T18:00:00Z'));
		await page.reload();
		const note = page.tab.getByRole('region', { name: 'Packed anew' });
		await note.waitFor();
		const said = await note.innerText();
		expect(said).toContain('Yesterday was missed.');
		for (const title of missed) expect(said).toContain(title);
		await page.click('link', 'See the plan');
		const sunday = page.tab.locator('#day-2026-11-29');
		await sunday.getByText('moved from Mon 23 Nov').waitFor();
		await page.close();
	});

	test('turns at midnight while the page is open', async () => {
		const { page, learner } = await personOn(monday);
		await makePlan(page, learner);
		await page.tab.clock.setFixedTime(new Date('2026-11-23T23:30:00Z'));
		await page.tab.clock.runFor(61_000);
		await page.tab.getByText('Tuesday 24 November').waitFor();
		await page.close();
	});
});

async function challenge(slug: string) {
	const read = await readFolder(join('challenges/code', slug));
	if (!read.ok) throw new Error(JSON.stringify(read.error));
	return read.value.challenge;
}

describe('the plan', () => {
	test('lets a day be skipped and moved by the keyboard, and takes it back', async () => {
		const { page, learner } = await personOn(monday);
		await makePlan(page, learner);
		await learner.visit('#/plan');
		const tuesday = page.tab.locator('#day-2026-11-24');
		await tuesday.waitFor();
		const before = await page.tab.locator('main ol').innerText();

		await tuesday.getByRole('button', { name: 'Skip Tuesday 24 November' }).focus();
		await page.press('Enter');
		await tuesday.getByText('Taken off').waitFor();
		await until(
			'focus on the way back',
			() => focused(page),
			(name) => name === 'Undo',
		);
		await page.press('Enter');
		await tuesday.getByText('Revision').waitFor();
		expect(await page.tab.locator('main ol').innerText()).toBe(before);

		await tuesday.getByRole('button', { name: 'Move Tuesday 24 November' }).focus();
		await page.press('Enter');
		await until(
			'focus on the days',
			() => focused(page),
			(name) => name === 'Change places with',
		);
		await page.tab.getByLabel('Change places with').selectOption('2026-11-28');
		await page.press('Tab');
		await page.press('Enter');
		await page.tab.getByText('Tuesday 24 November and Saturday 28 November have changed').waitFor();
		await page.click('button', 'Undo');
		await until('the plan as before', async () => {
			return (await page.tab.locator('main ol').innerText()) === before;
		});
		expect(await plans(learner)).toHaveLength(5);
		await page.close();
	});

	test('can be changed, printed and taken into a calendar', async () => {
		const { page, learner } = await personOn(monday);
		await makePlan(page, learner);
		await learner.visit('#/plan');
		await page.click('button', 'Change');
		await page.tab.getByLabel('Begins at, for the calendar').fill('19:30');
		await page.tab.getByLabel('Date of the interview').fill('2026-12-01');
		await page.click('button', 'Lay out anew from today');
		await page.tab.getByText('The interview', { exact: true }).waitFor();
		expect(await page.tab.locator('#day-2026-12-01').count()).toBe(0);

		const coming = page.tab.waitForEvent('download');
		await page.click('button', 'Calendar file');
		const download = await coming;
		expect(download.suggestedFilename()).toBe('interview-practice.ics');
		const file = join(folder, 'plan.ics');
		await download.saveAs(file);
		const text = readFileSync(file, 'utf8');
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(9);
		expect(text).toContain('DTSTART:20261123T193000\r\nDURATION:PT35M');
		expect(text).toContain('DTSTART;VALUE=DATE:20261201');
		expect(text.split('\r\n').every((line) => line.length <= 75)).toBe(true);

		await page.tab.emulateMedia({ media: 'print' });
		const seen = page.tab.getByRole('button', { name: 'Print' });
		expect(await seen.count()).toBe(0);
		expect(await page.tab.locator('#day-2026-11-23').isVisible()).toBe(true);
		await page.close();
	});

	test('says what is wrong with its answers', async () => {
		const { page, learner } = await personOn(monday);
		await learner.visit('#/plan');
		await page.tab.getByLabel('Date of the interview').fill('2026-11-20');
		await page.tab.getByText('The interview has to be after today.').waitFor();
		await page.press('Enter');
		expect(await plans(learner)).toEqual([]);
		await page.close();
	});

	test('made in one tab is there in the other, and so is its change', async () => {
		const { page, learner } = await personOn(monday);
		await learner.visit('#/');
		await page.tab.getByRole('button', { name: 'Lay out fourteen days' }).waitFor();
		const second = await browser.tab(page.context);
		const other = new Learner(second, site.address);
		await other.visit('#/plan');
		await second.tab.getByRole('button', { name: 'Lay out fourteen days' }).click();
		await page.tab.getByText('35 of 35 minutes to go').waitFor();
		await second.tab.getByRole('button', { name: 'Skip Monday 23 November' }).click();
		await page.tab.getByText('You took this day off.').waitFor();
		await page.close();
	});
});

describe('revision', () => {
	test('asks a failed test the day after, takes a rating back, and is rated by a check', async () => {
		const { page, learner } = await personOn(monday);
		const { challenge: exercise, wrong } = await sliding();
		await learner.open(exercise.slug);
		await page.tab.clock.runFor(70_000);
		expect(await learner.check(wrong)).toBe('Failed');
		await learner.attempts(exercise.slug, 1);
		await page.tab.clock.setFixedTime(new Date('2026-11-25T18:00:00Z'));
		await learner.visit('#/revise');
		await page.tab.getByRole('heading', { name: exercise.title }).waitFor();
		const [card] = await until(
			'a card',
			() => cards(learner),
			({ length }) => length > 0,
		);
		expect(card).toMatchObject({ day: '2026-11-24', ref: { slug: exercise.slug } });

		await answerCard(page);
		await page.tab.getByText(/^Good; it comes back/).waitFor();
		await page.click('button', 'Undo');
		await page.tab.getByRole('heading', { name: exercise.title }).waitFor();
		expect((await reviews(learner)).map(({ undone }) => undone)).toEqual([true]);

		await page.click('link', 'Write it again');
		await learner.ready();
		expect(await learner.check(exercise.solution)).toBe('Passed');
		await learner.attempts(exercise.slug, 2);
		await learner.visit('#/revise');
		const made = await until(
			'a rating by the work',
			() => reviews(learner),
			(rows) => rows.some(({ proof }) => proof !== null),
		);
		expect(made.find(({ proof }) => proof !== null)).toMatchObject({ rating: 'good' });
		await page.close();
	});
});

async function sliding() {
	const read = await readFolder('challenges/code/sliding-window');
	if (!read.ok) throw new Error(JSON.stringify(read.error));
	return { challenge: read.value.challenge, wrong: read.value.wrong[0]!.code };
}

test('plan, cards and reviews leave as a file and come back on another device', async () => {
	const { page, learner } = await personOn(monday);
	await makePlan(page, learner);
	await learner.visit('#/revise');
	await answerCard(page);
	await until('a rating', async () => (await reviews(learner)).length === 1);
	await learner.visit('#/settings');
	const coming = page.tab.waitForEvent('download');
	await page.click('button', 'Export');
	const file = join(folder, 'backup.json');
	await (await coming).saveAs(file);
	const kept = [await plans(learner), await cards(learner), await reviews(learner)];
	await page.close();

	const other = await personOn(monday);
	await other.learner.visit('#/settings');
	await other.page.tab.getByLabel('Backup file').setInputFiles(file);
	await other.page.tab.getByText('Imported 1 card, a plan').waitFor();
	const there = [plans, cards, reviews].map((read) => read(other.learner));
	expect(await Promise.all(there)).toEqual(kept);
	await other.learner.visit('#/');
	await other.page.tab.getByText('Monday 23 November').waitFor();
	await other.page.close();
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

test.each(looks)('axe finds nothing and nothing overflows, $name', async (look) => {
	const { colorScheme, viewport } = look;
	const page = await browser.page({ colorScheme, viewport, reducedMotion: 'reduce' });
	await page.tab.clock.install({ time: new Date(`${monday}T18:00:00Z`) });
	const learner = new Learner(page, site.address);
	const clean = async () => {
		expect(await violations(page)).toEqual([]);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(wide).toBeLessThanOrEqual(0);
	};
	await learner.visit('#/progress');
	await page.tab.getByText('Nothing is proven yet').waitFor();
	await clean();
	await makePlan(page, learner, '2026-12-03');
	await page.tab.clock.setFixedTime(new Date('2026-11-30T18:00:00Z'));
	await page.reload();
	await page.tab.getByText('were missed').or(page.tab.getByText('Missed:')).first().waitFor();
	await clean();
	await learner.visit('#/plan');
	await page.tab.getByRole('heading', { name: 'No room before the interview' }).waitFor();
	await page.click('button', 'Change');
	await clean();
	await learner.visit('#/revise');
	await page.tab.getByLabel(/Your guess/).waitFor();
	await clean();
	await page.tab.getByLabel(/Your guess/).fill('3');
	await page.click('button', 'Measure it');
	await page.tab.getByText('you said 3 times').waitFor();
	await clean();
	await page.tab.getByRole('button', { name: /^Good/ }).click();
	await page.tab.getByText(/^Good; it comes back/).waitFor();
	await learner.visit('#/progress');
	await page.tab.getByText('Data structures', { exact: true }).click();
	await page.tab.locator('details[open]').getByText('Missing: 3 more challenges').waitFor();
	await clean();
	await page.close();
});

function focused(page: ChromiumPage): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
		return element.labels?.[0]?.innerText ?? element.innerText.trim();
	});
}
