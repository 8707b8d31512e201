import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Terms } from '../../src/core/terms';
import { startNodePython } from '../../src/runtime/node';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { challenge } = generator;
const { slug, solution } = challenge;
/** Right, but wasteful on each reading. */
const slow = solution.replace(
	/^(\s+)for (\w+) in readings:$/m,
	'$&\n$1    for _ in range(200):\n$1        pass',
);
/** Says everything but a trade-off. */
const approach =
	'I keep a running sum and a deque of indexes whose readings fall, so the front is the maximum. ' +
	'Each reading enters and leaves once, which costs O(1) amortised, and memory stays at the size of ' +
	'the window. For example three readings of a window of two give two results.';

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

async function arrive(options: Parameters<Chromium['page']>[0] = {}): Promise<void> {
	await page?.close();
	page = await browser.page({ reducedMotion: 'reduce', ...options });
	learner = new Learner(page, site.address);
	await learner.open(slug);
}

const box = (name: string) => page.tab.getByRole('checkbox', { name, exact: true });
const field = (name: string) => page.tab.getByLabel(name, { exact: true });
const bar = () => page.tab.getByRole('group', { name: 'Constraints', exact: true });
const clock = async () => (await page.tab.getByRole('timer').allInnerTexts())[0] ?? '';

async function agree(fill: () => Promise<void>): Promise<void> {
	await page.tab.getByRole('button', { name: /^(Change constraints|Constraints)$/ }).click();
	await fill();
	await page.click('button', 'Practise under these');
	await bar().waitFor();
}

async function terms(holds: (terms: Terms) => boolean = () => true): Promise<Terms> {
	const [row] = await until(
		'the stored terms',
		() => learner.stored<Terms>('terms', slug),
		(rows) => rows.length === 1 && holds(rows[0]!),
	);
	return row!;
}

describe('under constraints', () => {
	beforeEach(() => arrive());

	test('an import is caught, and told apart from the challenge’s own tests', async () => {
		await agree(async () => {
			await box('Imports').check();
			await field('None but').fill('collections.abc');
		});
		expect(solution).toContain('from collections import deque');
		expect(await learner.check(solution)).toBe('Failed');
		const shown = await learner.results();
		expect(shown).toContain('Constraints that you chose');
		expect(shown).toMatch(/All \d+ hold, and 0 of 1 constraint/);
		expect(shown).toContain('You chose to import nothing but collections.abc; your line');
		const [attempt] = await learner.attempts(slug, 1);
		expect(attempt?.under?.constraints.imports).toEqual(['collections.abc']);
		const failing = attempt!.report.tests.filter(({ status }) => status !== 'pass');
		expect(failing).toMatchObject([{ id: 'constraint:imports', aspect: 'style' }]);
	});

	test('a program that is right but dear is caught; so the same report as under Node', async () => {
		expect(slow).not.toBe(solution);
		await agree(async () => {
			await box('Cost').check();
			await field('Times the model’s cost').fill('2');
			await box('Memory').check();
		});
		expect(await learner.check(slow)).toBe('Failed');
		expect(await learner.results()).toMatch(/times the model's .* 2 times are allowed/);
		const [attempt] = await learner.attempts(slug, 1);
		const python = await startNodePython();
		const enforced = { cost: 2, memory: { times: 2 } };
		const report = await python.check(challenge, slow, enforced).finally(() => python.close());
		expect(JSON.stringify(attempt!.report)).toBe(JSON.stringify(report));
		expect(report.tests.filter(({ status }) => status !== 'pass')).toMatchObject([
			{ id: 'constraint:cost', aspect: 'growth', evidence: [{ kind: 'cost', allowed: 2 }] },
		]);
		expect(await learner.check(solution)).toBe('Passed');
		expect(await learner.results()).toContain('all 2 constraints');
	});

	test('the editor opens once the approach is explained', async () => {
		await agree(() => box('Explain first').check());
		const before = await page.text('textbox', 'Code editor');
		await learner.write('# not yet');
		expect(await page.text('textbox', 'Code editor')).toBe(before);
		await field('Explain your approach before you type').fill('I loop.');
		await page.tab.getByText('38 more words').waitFor();
		await page.tab.getByRole('button', { name: 'Open the editor' }).focus();
		await page.press('Enter');
		expect((await terms()).explained).toBeNull();
		await field('Explain your approach before you type').fill(approach);
		await terms(({ explanation }) => explanation === approach);
		await page.reload();
		await learner.ready();
		await page.click('button', 'Open the editor');
		await field('Explain your approach before you type').waitFor({ state: 'detached' });
		expect(await learner.check(solution)).toBe('Passed');
		const [attempt] = await learner.attempts(slug, 1);
		expect(attempt?.under?.explanation).toBe(approach);
		await page.tab.getByRole('tab', { name: /Attempts/ }).click();
		await page.tab.getByText(', under constraints').click();
		await page.tab.getByText(/Your approach, in \d+ words/).click();
		await page.tab.getByText('Left out: a trade-off', { exact: false }).waitFor();
	});

	test('a time box survives a reload, and marks what comes after it', async () => {
		await agree(async () => {
			await box('Time box').check();
			await field('Minutes of the time box').fill('2');
		});
		expect(await clock()).toMatch(/^(2:00|1:5\d)$/);
		const { begun } = await terms();
		await page.tab.clock.install({ time: Date.parse(begun!) + 80_000 });
		await page.reload();
		await learner.ready();
		await until('what is left', clock, (text) => /^0:[34]\d$/.test(text));
		expect((await terms()).begun).toBe(begun);
		await page.tab.clock.fastForward(60_000);
		await until('the end', clock, (text) => text.startsWith('+0:'));
		expect(await learner.check(solution)).toBe('Passed');
		expect(await learner.results()).toContain('Over the time box');
		const [attempt] = await learner.attempts(slug, 1);
		expect(attempt!.under!.seconds).toBeGreaterThan(120);
		await page.tab.getByRole('tab', { name: /Attempts/ }).click();
		await page.tab.getByText('over the time box').first().waitFor();
		await until('a clock that stands', clock, (text) => text === '');
		await page.click('button', 'Begin anew');
		await until('a full time box', clock, (text) => /^(2:00|1:5\d)$/.test(text));
	});

	test('keys alone choose, change and take away', async () => {
		await page.tab.getByRole('button', { name: 'Constraints', exact: true }).focus();
		await page.press('Enter');
		await box('Time box').waitFor();
		await page.press('Tab');
		await page.press('Space');
		await page.press('Tab');
		await page.press('Control+a');
		await page.insert('15');
		await page.press('Enter');
		await bar().waitFor();
		expect((await terms()).constraints.timeBox).toBe(15);
		await page.tab.getByRole('button', { name: 'Change constraints', exact: true }).focus();
		await page.press('Enter');
		await page.press('Escape');
		await box('Time box').waitFor({ state: 'hidden' });
		await page.press('Enter');
		await page.tab.getByRole('button', { name: 'Take them all away' }).focus();
		await page.press('Enter');
		await bar().waitFor({ state: 'detached' });
		await learner.check(solution);
		const [attempt] = await learner.attempts(slug, 1);
		expect('under' in attempt!).toBe(false);
	});
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

for (const { name, ...look } of looks) {
	test(`axe finds nothing in the dialog, the clock, the explanation and a report, ${name}`, async () => {
		const shoot = async (what: string) => {
			const folder = process.env.SHOTS;
			if (folder) await page.tab.screenshot({ path: `${folder}/${what}-${name}.png` });
		};
		const violations = async () => {
			const { violations: found } = await new AxeBuilder({ page: page.tab }).analyze();
			return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
		};
		const pane = (kind: string) =>
			page.tab.locator(`[data-pane=${kind}]`).evaluate((found) => found.scrollIntoView());
		await arrive(look);
		await shoot('page');
		await agree(async () => {
			for (const each of ['Time box', 'Explain first', 'Imports', 'Cost', 'Memory']) {
				await box(each).check();
			}
			await field('None but').fill('');
			expect(await violations()).toEqual([]);
			await shoot('dialog');
		});
		await pane('code');
		expect(await violations()).toEqual([]);
		await shoot('locked');
		await field('Explain your approach before you type').fill(approach);
		await page.click('button', 'Open the editor');
		expect(await learner.check(slow)).toBe('Failed');
		expect(await violations()).toEqual([]);
		await shoot('failed');
		await pane('prompt');
		await page.tab.getByRole('tab', { name: /Attempts/ }).click();
		await page.tab.getByText(', under constraints').click();
		await page.tab.getByText(/Your approach, in/).click();
		expect(await violations()).toEqual([]);
		await shoot('attempts');
		await pane('code');
		await shoot('code');
	});
}
