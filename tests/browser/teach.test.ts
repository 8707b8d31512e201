import { AxeBuilder } from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Authored } from '../../src/core/authored';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { structure } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

let site: Site;
let browser: Chromium;
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'teach-'));
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
	await rm(folder, { recursive: true });
});

async function arrive(path: string, options = {}): Promise<[ChromiumPage, Learner]> {
	const page = await browser.page({ reducedMotion: 'reduce', ...options });
	const learner = new Learner(page, site.address);
	await learner.visit(path);
	return [page, learner];
}

const main = (page: ChromiumPage) => page.tab.locator('main').innerText();
const told = (page: ChromiumPage, text: string | RegExp, seconds = 60) =>
	until(
		String(text),
		() => main(page),
		(seen) => (typeof text === 'string' ? seen.includes(text) : text.test(seen)),
		seconds,
	);

/** Clicks what saves a file, and answers where it is. */
async function saved(page: ChromiumPage, click: () => Promise<unknown>): Promise<string> {
	const [download] = await Promise.all([page.tab.waitForEvent('download'), click()]);
	const path = join(folder, download.suggestedFilename());
	await download.saveAs(path);
	return path;
}

async function violations(page: ChromiumPage): Promise<string[]> {
	const { violations: found } = await new AxeBuilder({ page: page.tab }).analyze();
	return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** An exercise that is written and checked, on its page. */
async function provenExample(): Promise<[ChromiumPage, Learner]> {
	const [page, learner] = await arrive('#/teach/exercises');
	await page.click('button', 'Write the first');
	await page.click('button', 'Fill in an example');
	await page.click('button', 'Check this exercise');
	await told(page, 'just what is written now can be shared', 120);
	return [page, learner];
}

describe('an exercise of one’s own', () => {
	test('is found from the first page, saved as it is typed, and there after a reload', async () => {
		const [page, learner] = await arrive('');
		await page.click('link', 'Learn');
		await page.tab.getByRole('link', { name: /^Teach/ }).click();
		await page.tab.getByRole('link', { name: /^Exercises of your own/ }).click();
		await told(page, 'Nothing here yet');
		await page.click('button', 'Write the first');
		await page.tab.getByLabel('Title', { exact: true }).fill('Café queue');
		await page.tab
			.getByLabel('Prompt, in Markdown')
			.fill('Write `serve`, **lazily**. <b id=x>no</b>');
		const look = async () => (await learner.stored<Authored>('authored'))[0]?.exercise;
		const stored = await until('the text', look, (it) => it?.prompt.includes('lazily') ?? false);
		expect(stored?.slug).toMatch(/^local-cafe-queue-[0-9a-f]{4}$/);
		const preview = page.tab.getByRole('group', { name: 'Preview of the prompt' });
		expect(await preview.locator('strong').innerText()).toBe('lazily');
		expect(await preview.locator('#x').count()).toBe(0);
		await page.reload();
		await page.tab.getByRole('heading', { name: 'Café queue', level: 1 }).waitFor();
		expect(await page.tab.getByLabel('Prompt, in Markdown').inputValue()).toContain('lazily');
		expect(await main(page)).toContain('Write a solution.');
		await page.click('button', 'Put away');
		await told(page, '“Café queue” is put away.');
		await page.click('button', 'Undo');
		await page.tab.getByRole('link', { name: /^Café queue/ }).waitFor();
		await page.close();
	});

	test('cannot be shared before its check has passed, which says what does not hold', async () => {
		const [page, learner] = await arrive('#/teach/exercises');
		await page.click('button', 'Write the first');
		await page.click('button', 'Fill in an example');
		await told(page, 'Once the check above has passed');
		const look = async () => (await learner.stored<Authored>('authored'))[0]?.exercise.solution;
		const solution = await until('the example', look, (text) => text?.includes('def') ?? false);
		await page.tab.getByLabel('Caught by').last().selectOption('Laziness.test_reads_no_further');
		await page.tab.getByLabel('Code of wrong solution 1').fill(solution!);
		await page.click('button', 'Check this exercise');
		await told(page, '“collects_first” is not caught by Laziness.test_reads_no_further', 120);
		expect(await main(page)).toContain('It passes every test: write one that catches it.');
		expect(await main(page)).toContain('The starter starts, and fails.');
		expect(await main(page)).not.toContain('Save pack');
		await page.tab.getByRole('button', { name: 'Remove wrong solution 1' }).click();
		await page.click('button', 'Check this exercise');
		await told(page, '100 % of 5 small changes'.replace(' ', '\u00a0'), 120);
		await page.tab.getByLabel('Starter').fill('def first_of_each_day(readings):\n    return []\n');
		await told(page, 'You have changed it since');
		await page.close();
	});

	test('stops being checked when somebody says so', async () => {
		const [page] = await arrive('#/teach/exercises');
		await page.click('button', 'Write the first');
		await page.click('button', 'Fill in an example');
		await page.tab
			.getByLabel('Solution', { exact: true })
			.fill('import time\nwhile True:\n    pass\n');
		await page.click('button', 'Check this exercise');
		await page.tab.getByRole('button', { name: 'Stop' }).click();
		await told(page, 'Stopped. Nothing was changed.');
		await page.close();
	});

	test('goes to another device as a pack, which is refused when it is broken', async () => {
		const [page] = await provenExample();
		const pack = await saved(page, () => page.click('button', 'Save pack'));
		await page.close();

		const [other] = await arrive('#/teach/exercises');
		const files = other.tab.getByLabel('Pack file');
		const text = await readFile(pack, 'utf8');
		await writeFile(join(folder, 'cut.json'), text.slice(0, 900));
		await files.setInputFiles(join(folder, 'cut.json'));
		await told(other, 'may be cut off or damaged');
		await writeFile(join(folder, 'changed.json'), text.replace('at_most=1', 'at_most=9'));
		await files.setInputFiles(join(folder, 'changed.json'));
		await told(other, 'were changed after the pack was made');
		await files.setInputFiles(pack);
		await told(other, '1 exercise came with “First of each day”.');
		await files.setInputFiles(pack);
		await told(other, '1 exercise of it you have already');
		await other.tab.getByRole('checkbox').check();
		const again = await saved(other, () => other.click('button', 'Save 1 exercise'));
		expect(JSON.parse(await readFile(again, 'utf8')).hashes).toEqual(JSON.parse(text).hashes);
		await other.close();
	});
});

describe('an exercise in a link', () => {
	test('opens as any other, is judged, and is there after a reload', async () => {
		const [author, teacher] = await provenExample();
		const link = await author.tab.getByLabel('Link', { exact: true }).inputValue();
		const zip = await saved(author, () => author.click('button', 'Save SCORM package'));
		const files = unzipSync(new Uint8Array(await readFile(zip)));
		expect(Object.keys(files).sort()).toEqual(['imsmanifest.xml', 'index.html', 'sco.js']);
		const [kept] = await teacher.stored<Authored>('authored');
		const solution = kept!.exercise.solution!;
		await author.close();

		expect(link.length).toBeLessThan(2000);
		const [page, learner] = await arrive('');
		await page.open(link);
		await learner.ready();
		expect(await learner.check()).toBe('Failed');
		expect(await learner.check(solution)).toBe('Passed');
		await page.reload();
		await learner.ready();
		await page.tab.getByRole('tab', { name: /^Attempts/ }).click();
		await until(
			'both attempts',
			() => page.tab.locator('summary time').count(),
			(it) => it === 2,
		);
		await page.close();
	});

	test('that was cut off says so', async () => {
		const [page] = await arrive('#/x/zZJBT8');
		await page.tab.getByRole('heading', { name: 'This link holds no exercise' }).waitFor();
		await told(page, 'probably cut off');
		await page.close();
	});
});

describe('the embed builder', () => {
	test('shows what it makes, and says what cannot be', async () => {
		const [page] = await arrive('#/teach/embed');
		await told(page, 'Choose an exercise, and it appears here');
		expect(await violations(page)).toEqual([]);
		await page.tab.getByLabel(/^Exercise/).selectOption('lru-cache');
		await page.tab.getByLabel(/^Mode/).selectOption('quiz');
		await page.tab.getByLabel('Footer').uncheck();
		await page.tab.locator('summary', { hasText: 'Look' }).click();
		await page.tab.getByLabel(/^Theme/).selectOption('dark');
		await page.tab.getByLabel(/^Accent/).fill('#0A5FB4');
		await page.tab.getByLabel(/^Accent/).blur();
		const query = 'v=1&ex=lru-cache&theme=dark&accent=0A5FB4&hide=footer&mode=quiz';
		const text = (label: string) => page.tab.getByLabel(label, { exact: true }).inputValue();
		expect(await text('Link')).toBe(`${site.address}embed.html#${query}`);
		expect(await text('Address for embed')).toBe(`${site.address}embed.html?${query}`);
		expect(await text('Markdown')).toMatch(/^\[Keep the entries used last\]\(http/);
		expect(await text('Element')).toContain('<dry-run exercise="lru-cache" theme="dark"');
		expect(await text('HTML')).toContain('title="Keep the entries used last"');
		const frame = page.tab.frameLocator('iframe[title^="Preview"]');
		await frame.getByRole('heading', { name: 'Keep the entries used last' }).waitFor();
		await until('the dark', () =>
			frame.locator('html').evaluate((it) => getComputedStyle(it).colorScheme.includes('dark')),
		);
		await page.context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.tab.getByRole('button', { name: /Copy\s*Link/ }).click();
		await page.tab.getByRole('button', { name: /Copied/ }).waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text('Link'));
		await page.tab.getByLabel(/^Accent/).fill('blue');
		await page.tab.getByLabel(/^Accent/).blur();
		await told(page, 'use six hexadecimal digits');
		await page.close();
	});
});

describe('the results inbox', () => {
	test('judges attempts again, and shows what does not fit', async () => {
		const [learnerPage, learner] = await arrive('');
		await learner.open('lru-cache');
		expect(await learner.check(structure.challenge.solution)).toBe('Passed');
		await learnerPage.tab.getByRole('tab', { name: /^Attempts/ }).click();
		await learnerPage.tab.locator('summary', { hasText: 'Passed' }).click();
		await learnerPage.click('button', 'Save attempt as file…');
		await learnerPage.tab.getByLabel('Your name, if it is to be in the file').fill('=Ada "L"');
		const honest = await saved(learnerPage, () => learnerPage.click('button', 'Save file'));
		await learnerPage.close();

		const file = JSON.parse(await readFile(honest, 'utf8'));
		expect(file).toMatchObject({
			format: 'dryrun-attempt',
			version: 1,
			exercise: { slug: 'lru-cache', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
			learner: '=Ada "L"',
			report: { status: 'pass' },
		});
		expect(file.events.map((event: { kind: string }) => event.kind)).toContain('opened');
		const write = async (name: string, changes: object) => {
			const path = join(folder, name);
			await writeFile(path, JSON.stringify({ ...file, ...changes }));
			return path;
		};
		const forged = await write('forged.attempt.json', {
			learner: 'Bob',
			code: structure.challenge.starter,
		});
		const copied = await write('copied.attempt.json', {
			learner: 'Cy',
			code: `# my own work\n${file.code.replaceAll('_entries', '_items').replaceAll('key', 'name')}`,
		});
		const strange = await write('strange.attempt.json', {
			learner: 'Dee',
			exercise: { ...file.exercise, slug: 'local-nowhere' },
		});
		await writeFile(join(folder, 'note.json'), '{"hello": 1}');

		const [page] = await arrive('#/teach/inbox');
		await told(page, 'Nothing here yet');
		await page.tab
			.getByLabel('Attempt files')
			.setInputFiles([honest, forged, copied, strange, join(folder, 'note.json')]);
		await told(page, 'All 4 attempts judged', 120);
		await told(page, /1 file not taken\s+note\.json: It is not an attempt file/);
		const row = (name: string) =>
			page.tab.locator('tbody tr', { has: page.tab.getByRole('rowheader', { name }) }).innerText();
		expect(await row('=Ada')).toContain('Passed');
		expect(await row('Bob')).toMatch(/Failed[\s\S]*Claimed: passed/);
		expect(await row('Bob')).toContain('The code was changed after it was checked.');
		expect(await row('Cy')).toMatch(/Passed[\s\S]*Same code as =Ada "L"/);
		expect(await row('Dee')).toMatch(/Unknown exercise[\s\S]*drop its pack/);
		expect(await violations(page)).toEqual([]);

		await page.tab.getByLabel('Worth a look').selectOption('differs');
		expect(await page.tab.locator('tbody tr').count()).toBe(1);
		await page.tab.getByLabel('Worth a look').selectOption('');
		await page.click('button', 'Learner');
		expect(await page.tab.locator('tbody tr').first().innerText()).toContain('Dee');
		await page.click('button', 'Bob');
		await page.tab.getByRole('group', { name: 'Code of Bob' }).waitFor();

		const csv = await readFile(
			await saved(page, () => page.click('button', 'Save as CSV')),
			'utf8',
		);
		expect(csv.split('\r\n')).toHaveLength(6);
		expect(csv).toContain(`"'=Ada ""L"""`);
		expect(csv).toMatch(/Bob,lru-cache,\d+,[^,]+,Passed,Failed,/);
		await page.click('button', 'Empty the inbox');
		await told(page, 'Nothing here yet');
		await page.close();
	});
});

describe.each([
	['light', 1440],
	['dark', 390],
] as const)('the teach pages in the %s at %i pixels', (colorScheme, width) => {
	test('have nothing that axe objects to, and nothing too wide', async () => {
		const [page] = await arrive('#/teach', { colorScheme, viewport: { width, height: 844 } });
		const look = async () => {
			expect(await violations(page)).toEqual([]);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(wide).toBeLessThanOrEqual(0);
		};
		await page.tab.getByRole('heading', { name: 'Teach', level: 1 }).waitFor();
		await look();
		await page.open(`${site.address}#/teach/inbox`);
		await told(page, 'Nothing here yet');
		await look();
		await page.open(`${site.address}#/teach/embed`);
		await page.tab.getByLabel(/^Exercise/).selectOption('lru-cache');
		await told(page, 'Address for /embed');
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(wide).toBeLessThanOrEqual(0);
		await page.open(`${site.address}#/teach/exercises`);
		await told(page, 'Nothing here yet');
		await look();
		await page.click('button', 'Write the first');
		await page.click('button', 'Fill in an example');
		await told(page, 'Once the check above has passed');
		await look();
		await page.click('button', 'Check this exercise');
		await told(page, 'just what is written now can be shared', 120);
		await look();
		await page.close();
	});
});
