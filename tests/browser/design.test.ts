import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Discussion } from '../../src/core/discussion';
import type { Service } from '../../src/core/service';
import { readDesigns } from '../../src/content/designfolder';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { designs } = await readDesigns('challenges');
const design = designs.find(({ slug }) => slug === 'url-shortener')!;
let site: Site;
let browser: Chromium;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium()]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

async function arrive(options = {}): Promise<[ChromiumPage, Learner]> {
	const page = await browser.page({ reducedMotion: 'reduce', ...options });
	const learner = new Learner(page, site.address);
	await learner.visit('#/design/url-shortener');
	await page.tab.getByRole('heading', { level: 1, name: design.title }).waitFor();
	return [page, learner];
}

async function say(page: ChromiumPage, text: string): Promise<void> {
	await page.focus('Your answer');
	await page.insert(text);
	await page.press('Control+Enter');
}

async function add(page: ChromiumPage, ...names: string[]): Promise<void> {
	for (const name of names) {
		await page.focus('Name of a new box');
		await page.insert(name);
		await page.press('Enter');
	}
}

const asked = (page: ChromiumPage, text: string) => page.tab.getByText(text, { exact: true });
const box = (page: ChromiumPage, name: string) =>
	page.tab.locator('.svelte-flow__node').filter({ hasText: name });

async function service(learner: Learner, holds: (service: Service) => boolean): Promise<Service> {
	const look = () => learner.stored<Service>('services', 'url-shortener');
	const found = await until('the stored service', look, ([one]) => one !== undefined && holds(one));
	return found[0]!;
}

const diagramOf = ({ revisions }: Service) => revisions.at(-1)!.content.diagram;

describe('a design discussion', () => {
	test('presses on what was left out, survives a reload, and is debriefed', async () => {
		const [page, learner] = await arrive();
		const [requirements] = design.stages;
		await say(page, 'It is read heavy, a hundred reads for each write.');
		await asked(page, requirements!.probes[0]!.ask).waitFor();
		await page.focus('Your answer');
		await page.insert('About 200 redirects a second, ');
		await until(
			'the stored draft',
			() => learner.stored<Discussion>('discussions'),
			([discussion]) => discussion?.draft.startsWith('About 200') ?? false,
		);
		await page.reload();
		await asked(page, requirements!.probes[0]!.ask).waitFor();
		expect(await page.tab.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe(
			'About 200 redirects a second, ',
		);
		await say(page, 'About 200 redirects a second, and 2000 redirects a second at the peak.');
		await asked(page, requirements!.probes[1]!.ask).waitFor();
		await page.click('button', 'I have nothing on this');
		await page.tab.getByRole('heading', { name: 'Modules' }).waitFor();

		await say(page, design.stages[1]!.model.text);
		await page.tab.getByRole('heading', { name: 'Modules' }).first().waitFor();
		await page.click('button', 'Take my last answer back');
		expect(await page.tab.getByRole('textbox', { name: 'Your answer' }).inputValue()).toContain(
			'read path',
		);
		await page.press('Control+End');
		await page.click('button', 'Say it');
		await page.click('button', 'End it here');

		const debrief = page.tab.getByRole('region', { name: 'Debrief' });
		await debrief.getByText('2 of 6 stages answered').waitFor();
		await debrief.getByText('1 of 5, 1 when pressed').waitFor();
		await debrief.getByText('5 of 5', { exact: true }).waitFor();
		const score = await debrief.getByRole('heading').first().innerText();
		expect(score).toBe('65 % of the key points');

		await debrief.getByText('Requirements').click();
		await debrief.getByText('But I said it, key point 4').click();
		await debrief
			.getByRole('radio', { name: /hundred reads/ })
			.nth(0)
			.waitFor();
		await page.tab
			.locator('fieldset')
			.filter({ visible: true })
			.getByRole('radio', { name: /hundred reads/ })
			.check();
		await debrief.getByText('75 % of the key points').waitFor();

		const [stored] = await until(
			'the stored score',
			() => learner.stored<Discussion>('discussions'),
			([discussion]) => discussion?.score === 0.75,
		);
		expect(stored?.endedAt).not.toBeNull();
		await page.click('button', 'Discuss it again');
		await page.tab.getByText('What you said last time').click();
		await page.tab.getByText('It is read heavy').waitFor();
		await page.close();
	});

	test('is drawn in text by keyboard alone, and the picture shows the same', async () => {
		const [page, learner] = await arrive();
		await add(page, 'API', 'Queue', 'Worker');
		await page.tab.getByRole('button', { name: 'Text', exact: true }).focus();
		await page.press('Enter');
		const connect = async (from: string, to: string, what: string) => {
			await page.tab.getByRole('combobox', { name: 'From' }).selectOption({ label: from });
			await page.tab.getByRole('combobox', { name: 'To' }).selectOption({ label: to });
			await page.focus('What goes along it');
			await page.insert(what);
			await page.press('Enter');
		};
		await connect('API', 'Queue', 'jobs');
		await connect('Queue', 'Worker', '');
		await page.focus('Name of Queue');
		await page.press('Control+a');
		await page.insert('Line of jobs');
		await page.press('Enter');
		await page.tab.getByRole('button', { name: /^Remove\s+Worker/ }).click();
		await page.tab.getByText('Worker removed; Undo brings it back.').waitFor();
		await page.click('button', 'Undo');
		await page.tab.getByRole('textbox', { name: 'Name of Worker' }).waitFor();

		await page.tab.getByRole('button', { name: 'Picture', exact: true }).click();
		await box(page, 'Line of jobs').waitFor();
		expect(await page.tab.locator('.svelte-flow__node').count()).toBe(3);
		await page.tab.locator('.svelte-flow__edge').nth(1).waitFor();
		const words = await page.tab.getByRole('group', { name: /^Sketch of/ }).innerText();
		expect(words).toContain('API → Line of jobs (jobs)');

		const kept = await service(learner, (one) => diagramOf(one).arrows.length === 2);
		expect(diagramOf(kept).boxes.map(({ name }) => name)).toEqual([
			'API',
			'Line of jobs',
			'Worker',
		]);
		await page.reload();
		await box(page, 'Line of jobs').waitFor();
		await page.close();
	});

	test('is drawn in the picture by hand: moved, connected, deleted, taken back', async () => {
		const [page, learner] = await arrive();
		await add(page, 'API', 'Store');
		await box(page, 'Store').waitFor();
		await page.tab.waitForTimeout(300);
		const middle = async (of: ReturnType<typeof box>) => {
			const place = (await of.boundingBox())!;
			return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
		};
		const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
			await page.tab.mouse.move(from.x, from.y);
			await page.tab.mouse.down();
			await page.tab.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
			await page.tab.mouse.move(to.x, to.y, { steps: 4 });
			await page.tab.mouse.up();
		};
		await drag(
			await middle(box(page, 'API').locator('.svelte-flow__handle.from')),
			await middle(box(page, 'Store')),
		);
		await service(learner, (one) => diagramOf(one).arrows.length === 1);
		await page.tab.locator('.svelte-flow__edge path').first().waitFor({ state: 'attached' });

		const before = await middle(box(page, 'Store'));
		await drag(before, { x: before.x, y: before.y + 120 });
		const moved = await service(learner, (one) => (diagramOf(one).boxes[1]?.y ?? 0) > 60);
		expect(diagramOf(moved).arrows).toHaveLength(1);

		await box(page, 'Store').click();
		await page.tab.getByRole('textbox', { name: 'Rename Store' }).waitFor();
		await box(page, 'Store').focus();
		await page.press('Delete');
		await service(learner, (one) => diagramOf(one).boxes.length === 1);
		await page.press('Control+z');
		const back = await service(learner, (one) => diagramOf(one).boxes.length === 2);
		expect(diagramOf(back).arrows).toHaveLength(1);
		await page.press('Control+z');
		await service(learner, (one) => diagramOf(one).boxes[1]?.y === 0);
		await page.close();
	});

	test('of one’s own service keeps what it was in earlier sittings', async () => {
		const page = await browser.page({ reducedMotion: 'reduce' });
		const learner = new Learner(page, site.address);
		await learner.visit('#/design');
		await page.click('link', 'Describe my own');
		await page.focus('What is it called?');
		await page.insert('Delivery notes');
		await add(page, 'Printer');
		await page.tab.getByText('Saved', { exact: true }).waitFor();
		await page.reload();
		await box(page, 'Printer').waitFor();
		await add(page, 'Queue');
		await page.tab.getByText('Saved', { exact: true }).waitFor();
		await page.tab.getByText('Earlier states').click();
		await page.click('button', 'Put back');
		await until(
			'one box',
			() => page.tab.locator('.svelte-flow__node').count(),
			(count) => count === 1,
		);
		await learner.visit('#/design');
		await page.tab.getByRole('link', { name: 'Delivery notes' }).waitFor();
		await page.close();
	});

	test('and what belongs to it work with server and network gone', async () => {
		const own = await startSite();
		const page = await browser.page();
		const learner = new Learner(page, own.address);
		await learner.visit('#/learn');
		await learner.readyOffline();
		await own.close();
		await page.unplug();
		await page.reload();
		await page.tab.getByRole('heading', { level: 1, name: 'Learn' }).waitFor();
		await learner.visit('#/design/metrics-store');
		await add(page, 'Agents');
		await box(page, 'Agents').waitFor();
		await learner.visit('#/scenarios/queue-doubles');
		await page.tab.getByRole('heading', { name: 'The queue doubles' }).waitFor();
		await learner.visit('#/guide/scores');
		await page.tab.getByRole('heading', { name: 'How the product scores' }).waitFor();
		await page.close();
	});

	const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
		{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
		{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
	]);
	test.each(looks)('is fine with axe and fits, $name', async ({ colorScheme, viewport }) => {
		const [page] = await arrive({ colorScheme, viewport });
		const flaws = async () => {
			const { violations } = await new AxeBuilder({ page: page.tab }).analyze();
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			return [
				...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)),
				...(wide > 0 ? [`${wide} pixels too wide`] : []),
			];
		};
		expect(await flaws()).toEqual([]);
		await add(page, 'API', 'Store');
		await box(page, 'Store').waitFor();
		await box(page, 'Store').click();
		expect(await flaws()).toEqual([]);
		await page.click('button', 'Text');
		await page.tab.getByRole('combobox', { name: 'From' }).selectOption({ label: 'API' });
		await page.tab.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Store' });
		await page.click('button', 'Connect');
		expect(await flaws()).toEqual([]);
		await say(page, 'It is read heavy, a hundred reads for each write.');
		await page.tab.getByText('pressing on').waitFor();
		expect(await flaws()).toEqual([]);
		await page.click('button', 'End it here');
		await page.tab.getByRole('region', { name: 'Debrief' }).waitFor();
		await page.tab.locator('summary').filter({ hasText: 'Requirements' }).click();
		await page.tab.locator('summary').filter({ hasText: 'One way to draw it' }).click();
		await page.tab.getByRole('group', { name: 'One way to draw it' }).waitFor();
		expect(await flaws()).toEqual([]);
		await page.close();
	});
});
