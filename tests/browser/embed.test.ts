import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dist } from '../../src/cli/site.js';
import { packExercise } from '../../src/embed/link/write';
import { makePack, printPack } from '../../src/embed/pack';
import { sample } from '../embed/sample';
import type { FramingBrowser } from './driver/page';
import { engines } from './embed/engines';
import { Guest } from './embed/guest';
import { startHost, type Host } from './embed/host';
import { structure } from './exercises';
import { folder, startSite, type Site } from './site';
import { until } from './until';

const { slug, title, solution, starter } = structure.challenge;

for (const { name, start, here } of engines) {
	describe.skipIf(!here)(`In ${name}, on another site, a frame`, () => {
		let site: Site;
		let host: Host;
		let browser: FramingBrowser;
		let guest: Guest;

		beforeAll(async () => {
			[site, host, browser] = await Promise.all([
				startSite(),
				startHost(),
				start({ bare: true, partitioned: true }),
			]);
		});
		afterAll(async () => {
			await browser?.close();
			await host?.close();
			await site?.close();
		});
		beforeEach(async () => {
			const before = guest;
			guest = new Guest(await browser.page(), site.address, host);
			await before?.page.close();
		});

		/** Where a pack lies on the page's own host. */
		function packed(): string {
			return host.file(printPack(makePack('A week', [sample])), 'application/json');
		}

		test('shows the exercise, loads nothing heavy, and judges once it is started', async () => {
			await guest.visit(`v=1&ex=${slug}`);
			await guest.reads(new RegExp(title));
			const files = await guest.inside(() =>
				performance.getEntriesByType('resource').map(({ name }) => name),
			);
			expect(files.filter((file) => /wasm|zip|Editor|woff/.test(file))).toEqual([]);
			await guest.start();
			await guest.write(solution);
			expect(await guest.check()).toBe('Passed');
			expect(await guest.text()).toContain('Kept in this browser for this page alone');
		});

		test('is there at embed/ too, and reads the query where there is no hash', async () => {
			const src = `${site.address}embed/?ex=${slug}&mode=quiz`;
			await guest.visitPage(`<iframe title="x" src="${src.replace('&', '&amp;')}"></iframe>`);
			await guest.reads(new RegExp(title));
			await guest.start();
			expect(await guest.text()).not.toMatch(/Hints|Debrief/);
		});

		test('starts by itself when it is asked to, and never before it is seen when lazy', async () => {
			await guest.visit(`ex=${slug}&load=eager`);
			await guest.started();
			const far = '<div style="height: 4000px"></div>';
			await guest.visitPage(far + guest.frame(`ex=${slug}&load=lazy`));
			await guest.reads(/Opens when you get here/);
			await guest.page.evaluate(() => scrollTo(0, 5000));
			await guest.started();
		});

		test('dresses as it is told', async () => {
			await guest.visit(`ex=${slug}&theme=dark&accent=00ff00&font=20&lang=de`);
			await guest.start();
			const look = await guest.inside(() => {
				const style = getComputedStyle(document.documentElement);
				const code = getComputedStyle(document.querySelector('.cm-scroller')!);
				return {
					theme: document.documentElement.dataset.theme,
					paper: getComputedStyle(document.body).backgroundColor,
					accent: style.getPropertyValue('--accent'),
					code: code.fontSize,
					lang: document.querySelector('[aria-label=Exercise]')?.getAttribute('lang'),
				};
			});
			expect(look).toMatchObject({ theme: 'dark', code: '20px', lang: 'de' });
			expect(look.paper).toBe('rgb(23, 21, 18)');
			expect(look.accent).toContain('#00ff00');
		});

		test('shows and hides its parts', async () => {
			await guest.visit(`ex=${slug}&hide=prompt,tests,output,footer,toolbar`);
			await guest.start();
			const text = await guest.text();
			expect(text).not.toMatch(/Results|Output|Kept in|Open in full/);
			expect(text).toMatch(/Hints/);
			await guest.visit(`ex=${slug}&show=editor,output&load=eager`);
			await guest.started();
			expect(await guest.text()).toMatch(/Output/);
			expect(await guest.text()).not.toMatch(/Hints|Prompt|Check judges/);
		});

		test('tells the verdict in a line where the tests are hidden', async () => {
			await guest.visit(`ex=${slug}&hide=tests`);
			await guest.start();
			await guest.press('Check');
			await guest.reads(/Failed\. \d+ of \d+ hold/);
		});

		test('only runs in demo mode, and gives nothing away in a quiz', async () => {
			await guest.visit(`ex=${slug}&mode=demo&code=${encodeURIComponent('print(6 * 7)')}`);
			await guest.start();
			expect(await guest.inside(() => document.body.textContent)).not.toMatch(/Check|Results/);
			await guest.press('Run');
			await guest.reads(/Finished in[^]*42/);
			await guest.visit(`ex=${slug}&mode=quiz`);
			await guest.start();
			expect(await guest.text()).not.toMatch(/Hints|Debrief/);
			expect(await guest.check()).toBe('Failed');
		});

		test('lays out side by side or one below the other', async () => {
			const columns = () =>
				guest.inside(
					() => getComputedStyle(document.querySelector('.live > div')!).gridTemplateColumns,
				);
			await guest.visit(`ex=${slug}&layout=stack&load=eager`);
			await guest.started();
			expect((await columns()).split(' ')).toHaveLength(1);
			await guest.visit(`ex=${slug}&layout=split&ratio=25&load=eager`);
			await guest.started();
			const [side, work] = (await columns()).split(' ').map(parseFloat);
			expect(side! / (side! + work!)).toBeCloseTo(0.25, 1);
		});

		test('keeps what may not be changed: everything, or some lines', async () => {
			await guest.visit(`ex=${slug}&readonly=1&load=eager`);
			await guest.started();
			await guest.write('x = 1');
			expect(await guest.code()).toBe(starter.replace(/\n$/, '\n'));
			const code = encodeURIComponent('a = 1\nb = 2\nc = 3');
			await guest.visit(`ex=${slug}&readonly=1-2&code=${code}&load=eager`);
			await guest.started();
			await guest.write('gone');
			expect(await guest.code()).toBe('a = 1\nb = 2\nc = 3');
			await guest.inside(() => {
				const line = document.querySelectorAll('.cm-line')[2]!;
				getSelection()!.collapse(line, line.childNodes.length);
				document.execCommand('insertText', false, '4');
			});
			await until(
				'the third line',
				() => guest.code(),
				(text) => text.includes('c = 34'),
			);
			expect(await guest.inside(() => document.querySelectorAll('.cm-fixed').length)).toBe(2);
		});

		test.each([
			['a built-in one', () => `ex=${slug}`],
			['one in its address', () => `x=${packExercise(sample)}`],
			['one of a pack', () => `src=${encodeURIComponent(packed())}`],
		])('needs little before the start of %s', async (_kind, query) => {
			await guest.visit(query());
			await guest.reads(/Start/);
			const files = await guest.fetched();
			expect(files.length).toBeGreaterThan(5);
			const own = files.filter((path) => !path.includes(slug));
			const sizes = own.map((path) => gzipSync(readFileSync(join(folder ?? dist, path))).length);
			expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(30_000);
		});

		test('takes an exercise out of its address, and one of a pack', async () => {
			const exercise = sample;
			await guest.visit(`x=${packExercise(exercise)}&load=eager`);
			await guest.started();
			await guest.write(exercise.solution!);
			expect(await guest.check()).toBe('Passed');
			const src = encodeURIComponent(packed());
			await guest.visit(`src=${src}&ex=${exercise.slug}`);
			await guest.reads(new RegExp(exercise.title));
			await guest.visit(`src=${src}&ex=local-other`);
			await guest.reads(/no exercise called “local-other”[^]*local-/);
		});

		test.each([
			['ex=no-such-thing', /There is no challenge called “no-such-thing”/],
			['ex=lru-cache&theme=sepia&ratio=3', /auto, light or dark[^]*10 to 90/],
			['', /names no exercise/],
			['x=abcdef', /cut off|not hold a whole/],
			['src=https%3A%2F%2Flocalhost%3A1%2Fpack.json', /could not be fetched[^]*Access-Control/],
			['ex=lru-cache&state=parent', /add “origin=/],
		])('says what is wrong with “%s”', async (query, message) => {
			await guest.visit(query);
			await guest.reads(message);
		});

		test('keeps a draft for the page it is on, and none with state=none', async () => {
			const own = guest.frame(`ex=${slug}&load=eager`);
			await guest.visitPage(own);
			await guest.started();
			await guest.write('kept = 1');
			await guest.reads(/Saved/);
			await guest.visitPage(own);
			await guest.started();
			expect(await guest.code()).toBe('kept = 1');
			await guest.visit(`ex=${slug}&load=eager&state=none`);
			await guest.started();
			expect(await guest.code()).not.toBe('kept = 1');
			expect(await guest.text()).toMatch(/Nothing is kept/);
		});

		test('carries the program along into the app', async () => {
			await guest.visit(`ex=${slug}&load=eager`);
			await guest.started();
			await guest.write('brought = "ä+b"');
			const href = await guest.inside(() => {
				const link = document.querySelector<HTMLAnchorElement>('footer a')!;
				link.focus({ preventScroll: true });
				return link.href;
			});
			await guest.page.open(href);
			const text = () => guest.page.evaluate(() => document.body.innerText);
			await until('the program', text, (seen) => seen.includes('brought = "ä+b"'));
			expect(await text()).toMatch(/Your code came along/);
			expect(await guest.page.evaluate(() => location.hash)).toBe(`#/practice/${slug}`);
		});

		test('is another exercise when its address is changed', async () => {
			await guest.visit(`ex=${slug}`);
			await guest.reads(new RegExp(title));
			await guest.page.evaluate(() => {
				const frame = document.querySelector('iframe')!;
				frame.src = frame.src.replace(/ex=[\w-]+/, 'ex=sliding-window');
			});
			await until(
				'the other',
				() => guest.text(),
				(text) => !text.includes(title) && text.length > 200,
			);
		});
	});
}
