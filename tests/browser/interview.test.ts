import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Moment, Session } from '../../src/core/session';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { structure } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { solution } = structure.challenge;
const slow = structure.wrong.find(({ name }) => name === 'list_of_keys')?.code ?? '';
const title = 'The tax profiles';
const minute = 60_000;
let site: Site;
let browser: Chromium;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium()]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

/** Somebody in an interview: says, asks, writes, and lets time pass. */
class Candidate extends Learner {
	readonly #page: ChromiumPage;
	/** How far the page's clock runs ahead of this one; milliseconds. */
	#ahead = 0;

	constructor(page: ChromiumPage, address: string) {
		super(page, address);
		this.#page = page;
	}

	get #tab() {
		return this.#page.tab;
	}

	async begin(mode: 'Study' | 'Real'): Promise<void> {
		await this.#tab.getByRole('radio', { name: new RegExp(`^${mode} `) }).check();
		await this.#page.click('button', `Look at ${title}, 20 minutes`);
		await this.#page.click('button', `Begin in ${mode}`);
		await this.#tab.getByText('Hello, I am Marta').waitFor();
	}

	async fill(field: string, text: string): Promise<void> {
		await this.#tab.getByRole('textbox', { name: field, exact: true }).fill(text);
	}

	async say(field: string, text: string): Promise<void> {
		await this.fill(field, text);
		await this.#page.press('Control+Enter');
	}

	async on(part: string): Promise<void> {
		await this.#page.click('button', `On to: ${part}`);
	}

	/** Waits until the conversation has this in it. */
	async hears(words: string): Promise<void> {
		const look = () => this.#tab.getByRole('log').innerText();
		await until(`“${words}”`, look, (text) => text.includes(words), 20);
	}

	/** Sets the page's clock ahead; what falls due then happens at once. */
	async pass(milliseconds: number): Promise<void> {
		this.#ahead += milliseconds;
		await this.#tab.clock.setSystemTime(Date.now() + this.#ahead);
	}

	async session(): Promise<Session> {
		return (await this.stored<Session>('sessions')).at(-1)!;
	}

	async moments(): Promise<Moment[]> {
		return (await this.stored<Moment>('moments')).sort((one, two) => one.seq - two.seq);
	}

	async violations(): Promise<string[]> {
		const { violations: found } = await new AxeBuilder({ page: this.#tab }).analyze();
		return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
	}
}

describe('with server and network gone, an interview in Real', () => {
	const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
	let page: ChromiumPage;
	let candidate: Candidate;

	beforeAll(async () => {
		const own = await startSite();
		page = await browser.page();
		candidate = new Candidate(page, own.address);
		await page.tab.clock.install();
		await candidate.visit('#/interview');
		await candidate.readyOffline();
		await own.close();
		await page.unplug();
		await page.reload();
		await page.tab.getByRole('heading', { level: 1, name: 'Interview' }).waitFor();
	});
	afterAll(async () => {
		await page?.close();
		rmSync(folder, { recursive: true });
	});

	test('follows up on what was said, and tells what was asked for', async () => {
		await candidate.begin('Real');
		await candidate.say('Your answer', 'I build billing services for a bank.');
		await candidate.hears('By how much, and how did you measure it?');
		await candidate.say('Your answer', 'Our nightly run fell from 40 minutes to 6.');
		await candidate.hears('what went wrong');
		await candidate.say(
			'Your answer',
			'A migration of mine lost an hour of orders. Since then I rehearse each one on a copy.',
		);
		expect(await page.tab.getByRole('button', { name: 'Pause' }).count()).toBe(0);
		await candidate.on('The task');
		await candidate.say('Your question', 'How old may a profile in the cache be?');
		await candidate.hears('nothing older than ten minutes');
		await candidate.on('Code');
	});

	test('loses nothing in a reload, and the clock has gone on', async () => {
		await candidate.ready();
		await candidate.write(slow);
		await candidate.fill('Your note', 'A list keeps the or');
		await page.reload();
		await candidate.ready();
		expect(await page.text('textbox', 'Code editor')).toContain('self.order.remove(key)');
		expect(await page.tab.getByRole('textbox', { name: 'Your note' }).inputValue()).toBe(
			'A list keeps the or',
		);
		await candidate.hears('nothing older than ten minutes');
		await candidate.pass(2 * minute);
		await page.reload();
		await candidate.ready();
		const timer = await page.tab.getByRole('timer').innerText();
		expect(Number(/\d+/.exec(timer)?.[0])).toBeLessThanOrEqual(18);
		expect(await page.text('textbox', 'Code editor')).toContain('self.order.remove(key)');
	});

	test('interrupts when the growth is quadratic, once', async () => {
		expect(await candidate.check()).toBe('Failed');
		const banner = page.tab.getByRole('region', { name: 'Interruption' });
		await banner.getByText('Your input is now ten million rows').waitFor();
		await page.press('Alt+i');
		await page.insert('The list is searched for each key.');
		await page.press('Enter');
		await banner.waitFor({ state: 'detached' });
		expect(await candidate.check(solution)).toBe('Passed');
		await candidate.attempts('lru-cache', 2);
	});

	test('moves on when the time for coding is over, and builds on what was learnt', async () => {
		await candidate.pass(12 * minute);
		await candidate.hears('How do you know that it works?');
		await candidate.say('Your answer', 'I would try capacity one, and the same key twice.');
		await candidate.hears('You asked how old a profile may be.');
	});

	test('ends in time although nobody looks, with a debrief that quotes', async () => {
		await candidate.pass(20 * minute);
		await page.tab.getByRole('heading', { level: 1, name: title }).waitFor();
		await page.tab.getByRole('heading', { name: 'Marks' }).waitFor();
		expect(await page.tab.locator('main').innerText()).toContain('20:00 of 20 min, out of time');
		await page.tab.getByText('Problem solving').first().click();
		await page.tab.getByText('How old may a profile in the cache be?').first().waitFor();
		const look = () => candidate.session();
		const session = await until('the result', look, ({ result }) => result !== null);
		expect(session).toMatchObject({ mode: 'real', result: { how: 'time', took: 20 * minute } });
	});

	test('replays the code as it was', async () => {
		const slider = page.tab.getByRole('slider', { name: 'Moment of the interview' });
		const code = page.tab.getByRole('group', { name: /^The program at/ });
		await slider.fill('0');
		await until(
			'the starter',
			() => code.innerText(),
			(text) => text.includes('NotImplemented'),
		);
		const check = (await candidate.moments()).find(({ kind }) => kind === 'check')!;
		await slider.fill(String(Math.floor(check.at / 1000)));
		await until(
			'the list',
			() => code.innerText(),
			(text) => text.includes('order.remove'),
		);
		await slider.fill('1200');
		await until(
			'the solution',
			() => code.innerText(),
			(text) => text.includes('OrderedDict'),
		);
	});

	test('leaves as a file that can be read, and stays in the list', async () => {
		const coming = page.tab.waitForEvent('download');
		await page.click('button', 'Save as a readable file');
		const download = await coming;
		expect(download.suggestedFilename()).toMatch(/^interview-backend-20-profile-cache-.*\.md$/);
		const file = join(folder, 'interview.md');
		await download.saveAs(file);
		const text = readFileSync(file, 'utf8');
		expect(text).toContain('# The tax profiles');
		expect(text).toContain('“Our nightly run fell from 40 minutes to 6.”');
		expect(text).toContain('from collections import OrderedDict');
		await candidate.visit('#/interview');
		await page.tab.getByRole('link', { name: title }).waitFor();
	});
});

test('in Study, leaving rests the clock, hints are given, and the marks can be compared', async () => {
	const page = await browser.page();
	const candidate = new Candidate(page, site.address);
	await page.tab.clock.install();
	await candidate.visit('#/interview');
	await candidate.begin('Study');
	await candidate.fill('Your answer', 'I am still wri');
	await candidate.visit('#/practice');
	await candidate.pass(300 * minute);
	await candidate.visit('#/interview');
	await page.click('link', 'Continue');
	await candidate.hears('Hello, I am Marta');
	expect(await page.tab.getByRole('timer').innerText()).toContain('20 minutes');
	expect(await page.tab.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe(
		'I am still wri',
	);
	await page.click('button', 'Pause');
	await page.tab.getByText('The clock rests until you go on.').waitFor();
	await page.tab.getByRole('button', { name: 'Go on' }).first().click();
	await page.click('button', 'End');
	await page.click('button', 'End it');
	await page.tab.getByRole('heading', { name: 'Marks' }).waitFor();

	await candidate.visit('#/interview');
	await candidate.begin('Study');
	await candidate.say('Your answer', 'We cut the failures by 40 %, to three a month.');
	await candidate.on('The task');
	await candidate.on('Code');
	await page.click('button', 'Hint 1 of 4');
	await page.tab.getByRole('button', { name: 'Hint 2 of 4' }).waitFor();
	expect((await candidate.moments()).map(({ kind }) => kind)).toContain('hint');
	await page.click('button', 'End');
	await page.click('button', 'End it');
	await page.tab.getByRole('heading', { name: 'Marks' }).waitFor();
	await page.tab.getByLabel('Against').waitFor();
	expect(await page.tab.locator('main').innerText()).toMatch(/Communication\s+[\d.]+\s+of 10\s+\+/);
	await page.close();
});

test('two tabs: the one that is left behind says so and can take over', async () => {
	const page = await browser.page();
	const candidate = new Candidate(page, site.address);
	await candidate.visit('#/interview');
	await candidate.begin('Real');
	const second = await browser.tab(page.context);
	await second.open(page.tab.url());
	await second.tab.getByRole('textbox', { name: 'Your answer' }).fill('From the second tab.');
	await page.tab.getByText('This interview goes on in another tab.').waitFor();
	await page.click('button', 'Go on here');
	const field = page.tab.getByRole('textbox', { name: 'Your answer' });
	await until(
		'its text',
		() => field.inputValue(),
		(text) => text === 'From the second tab.',
	);
	await page.close();
});

test('from the list to the debrief there is no need of a pointer', async () => {
	const page = await browser.page({ reducedMotion: 'reduce' });
	const candidate = new Candidate(page, site.address);
	await candidate.visit('#/interview');
	await page.tab.getByRole('heading', { level: 1, name: 'Interview' }).waitFor();
	const focused = () =>
		page.evaluate(() => {
			const element = document.activeElement as HTMLElement;
			return element.getAttribute('aria-label') ?? element.innerText.trim();
		});
	const tabTo = async (name: string) => {
		for (let presses = 0; presses < 150; presses++) {
			if ((await focused()).startsWith(name)) return;
			await page.press('Tab');
		}
		throw new Error(`Tab never came to “${name}”.`);
	};
	const follow = async (name: string) => {
		await tabTo(name);
		await page.press('Enter');
	};
	await follow(`Look at ${title}`);
	await page.tab.getByRole('button', { name: 'Begin in Study' }).waitFor();
	await follow('Begin in Study');
	await candidate.hears('Hello, I am Marta');
	await page.press('Alt+a');
	await page.insert('I build services.');
	await page.press('Control+Enter');
	await candidate.hears('By how much');
	await page.press('Alt+q');
	await page.insert('May I ask about the team later?');
	await page.press('Control+Enter');
	await follow('On to: The task');
	await follow('On to: Code');
	await candidate.ready();
	await page.press('Alt+n');
	await page.insert('A dict keeps the order of use.');
	await page.press('Enter');
	await candidate.hears('A dict keeps the order of use.');
	await tabTo('Code editor');
	await page.press('Control+a');
	await page.insert(solution);
	await page.press('Control+Enter');
	expect(await candidate.verdict()).toBe('Passed');
	await page.press('Escape');
	await follow('End');
	await follow('End it');
	await page.tab.getByRole('heading', { name: 'Marks' }).waitFor();
	await tabTo('Moment of the interview');
	await page.press('End');
	await tabTo('Save as a readable file');
	await page.close();
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

describe.each(looks)('axe finds nothing, $name,', ({ colorScheme, viewport }) => {
	let page: ChromiumPage;
	let candidate: Candidate;

	beforeEach(async () => {
		page = await browser.page({ colorScheme, viewport, reducedMotion: 'reduce' });
		candidate = new Candidate(page, site.address);
		return () => page.close();
	});

	test('from the list to the debrief, nor does anything stick out', async () => {
		const fits = () =>
			page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
		await candidate.visit('#/interview');
		await page.click('button', `Look at ${title}, 20 minutes`);
		await page.tab.getByRole('button', { name: 'Begin in Study' }).waitFor();
		expect(await candidate.violations()).toEqual([]);
		expect(await fits()).toBe(true);
		await page.click('button', `Close ${title}, 20 minutes`);
		await candidate.begin('Study');
		await candidate.say('Your answer', 'I build services.');
		expect(await candidate.violations()).toEqual([]);
		await candidate.on('The task');
		await candidate.on('Code');
		await candidate.python('ready');
		if (viewport.width < 600) await page.click('button', 'Code');
		await candidate.write(slow);
		expect(await candidate.check()).toBe('Failed');
		await page.tab.getByRole('region', { name: 'Interruption' }).waitFor();
		expect(await candidate.violations()).toEqual([]);
		expect(await fits()).toBe(true);
		await page.click('button', 'Pause');
		await page.click('button', 'End');
		expect(await candidate.violations()).toEqual([]);
		await page.click('button', 'End it');
		await page.tab.getByRole('heading', { name: 'Marks' }).waitFor();
		await page.click('button', 'Revise it');
		await page.tab.getByText('In your revision.').waitFor();
		const cards = (await candidate.stored<{ id: string }>('cards')).map(({ id }) => id);
		expect(cards).toContain('aspect/lru-cache/growth');
		for (const summary of await page.tab.locator('summary').all()) await summary.click();
		expect(await candidate.violations()).toEqual([]);
		expect(await fits()).toBe(true);
		await candidate.visit('#/interview');
		await page.tab.getByRole('link', { name: title }).waitFor();
		expect(await candidate.violations()).toEqual([]);
	});
});
