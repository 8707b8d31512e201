import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const { slug, solution } = generator.challenge;
const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
const backup = join(folder, 'backup.json');
let site: Site;
let browser: Chromium;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium()]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
	rmSync(folder, { recursive: true });
});

/** Everything that is stored, as text. */
async function everything(learner: Learner): Promise<string> {
	const stores = ['drafts', 'earlier', 'attempts', 'notes', 'events', 'preferences'];
	return JSON.stringify(await Promise.all(stores.map((store) => learner.stored(store))));
}

/** Imports a file and answers what the page says then. */
async function bring(page: ChromiumPage, file: string): Promise<string> {
	await page.tab.getByLabel('Backup file').setInputFiles(file);
	const told = page.tab.locator('main [aria-live=polite]').filter({ hasText: /\S/ });
	return await until('an answer', async () => (await told.allInnerTexts()).join('\n'));
}

async function settings(): Promise<{ page: ChromiumPage; learner: Learner }> {
	const page = await browser.page();
	const learner = new Learner(page, site.address);
	await learner.visit('#/settings');
	await page.tab.getByRole('button', { name: 'Export' }).waitFor();
	return { page, learner };
}

test('with server and network gone, all work leaves as one file and is here when it comes back', async () => {
	const page = await browser.page();
	const own = await startSite();
	const learner = new Learner(page, own.address);
	await learner.open(slug);
	await learner.readyOffline();
	await own.close();
	await page.unplug();
	await page.reload();
	await learner.ready();
	expect(await learner.check(solution)).toBe('Passed');
	await learner.attempts(slug, 1);

	await learner.visit('#/settings');
	const coming = page.tab.waitForEvent('download');
	await page.click('button', 'Export');
	const download = await coming;
	expect(download.suggestedFilename()).toMatch(/^dry-run-\d{4}-\d\d-\d\d\.json$/);
	await download.saveAs(backup);
	const { format, stores } = JSON.parse(readFileSync(backup, 'utf8'));
	expect(format).toBe('dry-run-backup');
	expect(stores.attempts).toHaveLength(1);
	expect(stores.attempts[0]).toMatchObject({ slug, code: solution, report: { status: 'pass' } });

	const before = await everything(learner);
	await page.reload();
	expect(await bring(page, backup)).toContain('here already');
	expect(await everything(learner)).toBe(before);
	await page.close();
});

test('another device gets the work from the file', async () => {
	const { page, learner } = await settings();
	expect(await bring(page, backup)).toContain('Imported 1 attempt');
	const [attempt] = await learner.attempts(slug, 1);
	expect(attempt).toMatchObject({ code: solution });
	await learner.open(slug);
	expect(await page.text('textbox', 'Code editor')).toContain('def rolling');
	await page.close();
});

const refused: Record<string, { says: RegExp; write(file: string): Promise<void> | void }> = {
	'that breaks off': {
		says: /cut off or damaged/,
		write: (file) => writeFileSync(file, readFileSync(backup, 'utf8').slice(0, -40)),
	},
	'of a newer version': {
		says: /Update the app first/,
		write: (file) =>
			writeFileSync(
				file,
				readFileSync(backup, 'utf8').replace(/"formatVersion": \d+/, '"formatVersion": 99'),
			),
	},
	'with a damaged attempt': {
		says: /damaged at/,
		write: (file) =>
			writeFileSync(file, readFileSync(backup, 'utf8').replace(`"slug": "${slug}"`, '"slug": 7')),
	},
	'of something else': {
		says: /not a backup of this app/,
		write: (file) => writeFileSync(file, '{"name": "dry-run"}'),
	},
	'that is huge': {
		says: /at most 50 MB/,
		async write(file) {
			const stream = createWriteStream(file);
			const piece = Buffer.alloc(1024 * 1024, ' ');
			for (let count = 0; count < 51; count++) stream.write(piece);
			stream.end();
			await once(stream, 'close');
		},
	},
};

test.each(Object.keys(refused))('a file %s is refused and changes nothing', async (name) => {
	const { says, write } = refused[name]!;
	const file = join(folder, 'refused.json');
	await write(file);
	const { page, learner } = await settings();
	const before = await everything(learner);
	expect(await bring(page, file)).toMatch(says);
	expect(await everything(learner)).toBe(before);
	await page.close();
});
