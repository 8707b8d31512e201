import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EarlierDraft } from '../../src/core/draft';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';

const { slug } = generator.challenge;
let site: Site;
let browser: Chromium;
let first: Learner;
let second: Learner;
let tab: ChromiumPage;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

beforeEach(async () => {
	const page = await browser.page();
	tab = await browser.tab(page.context);
	first = new Learner(page, site.address);
	second = new Learner(tab, site.address);
	await Promise.all([first.open(slug), second.open(slug)]);
	return () => page.close();
});

const kept = async () =>
	(await first.stored<EarlierDraft>('earlier', slug)).map(({ code }) => code);

test('two tabs on one exercise do not overwrite each other; the later one is asked', async () => {
	await first.write('# from the first tab\n');
	await first.saved(slug, '# from the first tab\n');
	await second.write('# from the second tab\n');
	const question = tab.tab.getByRole('alert').filter({ hasText: 'Another tab' });
	await question.waitFor();
	expect(await question.innerText()).toContain('from the first tab');
	await first.saved(slug, '# from the first tab\n');
	expect(await kept()).toEqual(['# from the second tab\n']);

	await tab.click('button', 'Keep mine');
	await first.saved(slug, '# from the second tab\n');
	expect(await kept()).toContain('# from the first tab\n');
});

test('a tab where nothing was typed offers the text that another tab saved', async () => {
	await first.write('# newer\n');
	await first.saved(slug, '# newer\n');
	await tab.click('button', 'Show that text');
	await tab.tab.getByRole('textbox', { name: 'Code editor' }).getByText('# newer').waitFor();
	await second.write('# newer still\n');
	await first.saved(slug, '# newer still\n');
	expect(await tab.tab.getByRole('alert').count()).toBe(0);
});
