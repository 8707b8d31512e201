import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FramingBrowser, Json } from './driver/page';
import { engines } from './embed/engines';
import { Guest } from './embed/guest';
import { startHost, type Host } from './embed/host';
import { structure } from './exercises';
import { startSite, type Site } from './site';
import { until } from './until';

const { slug, solution, starter } = structure.challenge;
/** Does what H5P's resizer does, by its messages. */
const resizer = `<script>
	window.actions = [];
	addEventListener('message', ({ data, source }) => {
		if (data.context !== 'h5p') return;
		actions.push(data.action);
		const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source);
		const answer = (action) => source.postMessage({ context: 'h5p', action }, '*');
		if (data.action === 'hello') answer('hello');
		if (data.action === 'prepareResize') {
			frame.style.height = data.clientHeight + 'px';
			answer('resizePrepared');
		}
		if (data.action === 'resize') frame.style.height = data.scrollHeight + 'px';
	});
</script>`;
/** A learning system that speaks SPLICE and keeps the state. */
const splice = (state: Json) => `<script>
	window.reports = [];
	window.heights = [];
	addEventListener('message', ({ data, source }) => {
		if (data.subject === 'SPLICE.getState')
			source.postMessage({ subject: 'SPLICE.getState.response', message_id: data.message_id, state: ${JSON.stringify(state)} }, '*');
		if (data.subject === 'SPLICE.reportScoreAndState') reports.push(data);
		if (data.subject === 'lti.frameResize') heights.push(data.height);
	});
</script>`;

for (const { name, start, here } of engines) {
	describe.skipIf(!here)(`In ${name}, an exercise`, () => {
		let site: Site;
		let host: Host;
		let browser: FramingBrowser;
		let guest: Guest;
		const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
		const save = (html: string): string => {
			const file = join(folder, 'page.html');
			writeFileSync(file, html);
			return pathToFileURL(file).href;
		};

		beforeAll(async () => {
			[site, host, browser] = await Promise.all([startSite(), startHost(), start({ bare: true })]);
		});
		afterAll(async () => {
			await browser?.close();
			await host?.close();
			await site?.close();
			rmSync(folder, { recursive: true });
		});
		beforeEach(async () => {
			const before = guest;
			guest = new Guest(await browser.page(), site.address, host);
			await before?.page.close();
		});

		test('works in a frame that its host sandboxed, and says what that means', async () => {
			await guest.visit(`ex=${slug}`, 'sandbox="allow-scripts"');
			await guest.start();
			await guest.write(solution);
			expect(await guest.check()).toBe('Passed');
			expect(await guest.text()).toMatch(/has sandboxed it: nothing is kept/);
			expect(await guest.inside(() => self.origin)).toBe('null');
			await guest.press('Stop');
			await guest.write('print("again")');
			await guest.press('Run');
			await guest.reads(/Finished in[^]*again/);
		});

		test('is no blank in a sandbox that cannot read the site', async () => {
			const closed = await startSite({ shared: false });
			try {
				const stranger = new Guest(guest.page, closed.address, host);
				await stranger.visit(`ex=${slug}`, 'sandbox="allow-scripts allow-popups"');
				await stranger.reads(
					/has sandboxed it[^]*Access-Control-Allow-Origin[^]*allow-same-origin/,
				);
			} finally {
				await closed.close();
			}
		});

		test('works from memory where the browser stores nothing', async () => {
			const refuse = `<script>Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })</script>`;
			const response = await fetch(`${site.address}embed.html`);
			const html = (await response.text()).replace(
				'<head>',
				`<head>${refuse}<base href="${site.address}">`,
			);
			const src = `${host.file(html, 'text/html')}#ex=${slug}&amp;load=eager`;
			await guest.visitPage(`<iframe title="x" src="${src}" name="embed"></iframe>`);
			const look = () =>
				guest.page.inside(src.split('#')[0]!, () => document.body.innerText).catch(() => '');
			await until('a note', look, (text) => /Nothing is kept/.test(text) && /Check/.test(text));
		});

		test('reports to a page that speaks SPLICE, and goes on from its state', async () => {
			const kept = { code: 'kept = 1', hints: 1, attempts: 3, best: 0.25 };
			const query = `ex=${slug}&proto=splice&load=eager&origin=${encodeURIComponent(host.origin)}`;
			await guest.visitPage(splice(kept) + guest.frame(query));
			await guest.started();
			await until(
				'the kept code',
				() => guest.code(),
				(code) => code === 'kept = 1',
			);
			await guest.write(solution);
			expect(await guest.check()).toBe('Passed');
			const reports = () =>
				guest.page.evaluate(() => (window as unknown as { reports: Json[] }).reports);
			const [report] = await until('a report', reports, ({ length }) => length > 0);
			expect(report).toMatchObject({
				message_id: expect.any(String),
				score: 1,
				state: { code: solution, hints: 1, attempts: 4, best: 1 },
			});
			const heights = await guest.page.evaluate(
				() => (window as unknown as { heights: number[] }).heights,
			);
			expect(heights.at(-1)).toBeGreaterThan(200);
			expect(await guest.heard()).toEqual([]);
		});

		test('is resized by the script that H5P pages have', async () => {
			await guest.visitPage(resizer + guest.frame(`ex=${slug}&proto=h5p&load=eager`));
			await guest.started();
			expect(await guest.check()).toBe('Failed');
			const fits = () =>
				guest.inside(() =>
					Math.abs(innerHeight - document.querySelector('#app')!.getBoundingClientRect().height),
				);
			await until('a frame that fits', fits, (difference) => difference < 2);
			const actions = await guest.page.evaluate(
				() => (window as unknown as { actions: string[] }).actions,
			);
			expect(actions.slice(0, 3)).toEqual(['hello', 'prepareResize', 'resize']);
			expect(actions.length).toBeLessThan(60);
		});

		test('is mounted and driven by the script, from another site', async () => {
			await guest.visitPage(`<div id="here"></div><script type="module">
				import { mount, toStatement } from '${site.address}embed.js';
				window.embed = mount(document.querySelector('#here'), { exercise: '${slug}', title: 'Cache' });
				window.events = [];
				for (const type of ['ready', 'change', 'result', 'run.start', 'run.end']) embed.on(type, (data) => events.push(type));
				window.act = async () => {
					await embed.ready;
					const starter = await embed.getCode();
					await embed.setCode('print(1)');
					const ran = await embed.run();
					await embed.setCode(${JSON.stringify(solution)});
					const result = await embed.check();
					await embed.setTheme('dark');
					await embed.reset();
					const failed = await embed.setCode('x'.repeat(300000)).catch((error) => error.code);
					const statement = toStatement(result, { mbox: 'mailto:ana@school.example' });
					return { starter, ran, result, statement, after: await embed.getCode(), failed };
				};
			</script>`);
			await until('the script', () => guest.page.evaluate(() => 'act' in window));
			const seen = await guest.page.evaluate(() =>
				(window as unknown as { act(): Promise<Record<string, Json>> }).act(),
			);
			expect(seen).toMatchObject({
				starter,
				after: starter,
				failed: 'failed',
				ran: { status: 'ok' },
				result: { complete: true, score: 1, trust: 'client' },
				statement: {
					actor: { mbox: 'mailto:ana@school.example' },
					verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
					object: { id: `${site.address}#/practice/${slug}` },
					result: { success: true, score: { scaled: 1 } },
				},
			});
			const events = await guest.page.evaluate(
				() => (window as unknown as { events: string[] }).events,
			);
			expect(new Set(events)).toEqual(
				new Set(['ready', 'change', 'result', 'run.start', 'run.end']),
			);
			const height = await guest.page.evaluate(
				() => document.querySelector('iframe')!.clientHeight,
			);
			expect(height).toBeGreaterThan(450);
			await guest.page.evaluate(() =>
				(window as unknown as { embed: { remove(): void } }).embed.remove(),
			);
			expect(await guest.page.evaluate(() => document.querySelector('iframe'))).toBeNull();
		});

		test('is called before it is there, and goes on to answer when its page is loaded anew', async () => {
			// What the frame says to the window may come after what it says by the port.
			await guest.visitPage(`<div id="here"></div><script type="module">
				import { mount } from '${site.address}embed.js';
				const heard = new Promise((resolve) => addEventListener('message', ({ data }) => {
					if (data.seq === 7000) resolve({ late: embed.getCode() });
				}));
				const embed = mount(document.querySelector('#here'), { exercise: '${slug}', load: 'eager' });
				const early = embed.getCode();
				window.act = async () => {
					const first = await early;
					const second = await (await heard).late;
					const again = new Promise((resolve) => embed.on('ready', resolve));
					const lost = embed.setTheme('dark').then(() => 'answered', ({ code }) => code);
					embed.frame.src += '&hide=hints';
					await again;
					return { first, second, lost: await lost, third: await embed.getCode() };
				};
			</script>`);
			await until('the editor', () =>
				guest.inside(() => document.querySelector('.cm-content') !== null).catch(() => false),
			);
			const acting = guest.page.evaluate(() =>
				(window as unknown as { act(): Promise<Record<string, Json>> }).act(),
			);
			await guest.inside(() => {
				const data = {
					...{ versions: { protocol: 1, app: '' }, exercise: { slug: '', version: 1, title: '' } },
					...{ hash: '', capabilities: { jspi: true, storage: 'local' } },
				};
				parent.postMessage({ ns: 'dryrun', v: 1, id: '', type: 'ready', seq: 7000, data }, '*');
			});
			const seen = await acting;
			expect(seen).toMatchObject({ first: starter, second: starter, third: starter });
			expect(['answered', 'closed']).toContain(seen.lost);
		});

		test.each([
			['the module', `<script type="module" src="SITE/embed.js"></script>`],
			['the classic script', `<script src="SITE/embed-classic.js"></script>`],
		])('is an element in a plain file, by %s', async (_how, tag) => {
			const script = tag.replace('SITE/', site.address);
			await guest.visitFile(
				`${script}<dry-run exercise="${slug}" theme="dark" load="eager"></dry-run>
				<script>window.results = []; document.querySelector('dry-run').addEventListener('result', ({ detail }) => results.push(detail));</script>`,
				save,
			);
			await guest.started();
			expect(await guest.inside(() => document.documentElement.dataset.theme)).toBe('dark');
			await guest.write(solution);
			expect(await guest.check()).toBe('Passed');
			const results = () =>
				guest.page.evaluate(() => (window as unknown as { results: Json[] }).results);
			const [result] = await until('a result', results, ({ length }) => length > 0);
			expect(result).toMatchObject({ complete: true, exercise: { slug } });
			await guest.page.evaluate(() =>
				document.querySelector('dry-run')!.setAttribute('theme', 'light'),
			);
			const theme = () => guest.inside(() => document.documentElement.dataset.theme ?? '');
			await until('the light theme', theme, (text) => text === 'light');
			await guest.page.evaluate(() =>
				document.querySelector('dry-run')!.setAttribute('exercise', 'sliding-window'),
			);
			await until(
				'another exercise',
				() => guest.text(),
				(text) => /window/i.test(text),
			);
		});
	});
}
