import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json, FramingBrowser } from './driver/page';
import { engines } from './embed/engines';
import { Guest, type Heard } from './embed/guest';
import { startHost, type Host } from './embed/host';
import { structure } from './exercises';
import { startSite, type Site } from './site';
import { until } from './until';

const { slug, title, solution, starter } = structure.challenge;

for (const { name, start, here } of engines) {
	describe.skipIf(!here)(`In ${name}, a frame and the page around it`, () => {
		let site: Site;
		let host: Host;
		let browser: FramingBrowser;
		let guest: Guest;
		const named = () => `ex=${slug}&id=one&origin=${encodeURIComponent(host.origin)}`;

		beforeAll(async () => {
			[site, host, browser] = await Promise.all([startSite(), startHost(), start({ bare: true })]);
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

		/** Waits until the window has heard news of a type. */
		async function heard(type: string): Promise<Heard> {
			const look = async () => (await guest.heard()).find((news) => news.type === type);
			return (await until(`a heard ${type}`, look))!;
		}

		test('speak as the table says, call by call', async () => {
			await guest.visit(`${named()}&state=parent`);
			expect(await heard('ready')).toMatchObject({
				id: 'one',
				origin: new URL(site.address).origin,
				data: {
					versions: { protocol: 1 },
					exercise: { slug, title },
					hash: expect.stringMatching(/^[0-9a-f]{64}$/),
					capabilities: { jspi: true, storage: 'parent' },
				},
			});
			expect(await guest.greet()).toMatchObject({ re: 1 });
			expect(await guest.call('code.get')).toMatchObject({ data: { code: starter } });
			await guest.call('code.set', { code: 'print("hi")\n' });
			expect(await guest.told('change')).toMatchObject({ data: { dirty: true, length: 12 } });
			expect(await guest.call('code.get')).toMatchObject({ data: { code: 'print("hi")\n' } });
			const { data: ran } = await guest.call('run');
			expect(await guest.told('run.start')).toMatchObject({ data: { run: ran.run, what: 'run' } });
			const end = await guest.told('run.end', ({ data }) => data.run === ran.run);
			expect(end).toMatchObject({ data: { status: 'ok', ms: expect.any(Number) } });
			await guest.call('code.set', { code: solution });
			await guest.call('check');
			const { data: result } = await guest.told('result');
			expect(result).toMatchObject({
				attempt: 1,
				score: 1,
				passed: result.total!,
				complete: true,
				exercise: { slug },
				codeHash: expect.stringMatching(/^[0-9a-f]{64}$/),
				report: { status: 'pass' },
				trust: 'client',
			});
			const { data: kept } = await guest.told('state', ({ data }) =>
				JSON.stringify(data).includes('"best":1'),
			);
			expect(kept).toMatchObject({ state: { code: solution, attempts: 1, best: 1 } });
			await guest.call('code.set', { code: 'while True: pass\n' });
			await guest.call('run');
			await guest.told('run.start', ({ data }) => data.run !== ran.run && data.what === 'run');
			await guest.call('stop');
			await guest.told('run.end', ({ data }) => data.status === 'stopped');
			await guest.call('reset');
			expect(await guest.call('code.get')).toMatchObject({ data: { code: starter } });
			await guest.call('theme', { theme: 'dark', accent: '00ff00' });
			expect(await guest.inside(() => document.documentElement.dataset.theme)).toBe('dark');
			await guest.call('state.set', {
				state: { code: 'kept = 1', hints: 2, attempts: 5, best: 0.5 },
				revision: 40,
			});
			expect(await guest.call('code.get')).toMatchObject({ data: { code: 'kept = 1' } });
			expect(await guest.text()).toMatch(/Hints\s*2\/\d/);
			await guest.call('focus');
			expect(
				await guest.inside(() => document.activeElement?.classList.contains('cm-content')),
			).toBe(true);
		});

		test('say nothing of the learner without a port', async () => {
			await guest.visit(`${named()}&load=eager`);
			await guest.started();
			await guest.write(solution);
			expect(await guest.check()).toBe('Passed');
			const types = new Set((await guest.heard()).map(({ type }) => type));
			expect([...types].sort()).toEqual(['ready', 'resize']);
		});

		test('keep code from a page that is not the named one', async () => {
			await guest.visit(`ex=${slug}&origin=https://school.example`);
			await heard('ready');
			await greetAnd('run', {});
			await pause();
			expect(await guest.allTold()).toEqual([]);
			await guest.visit(`ex=${slug}`);
			await guest.greet();
			expect(await guest.call('code.get')).toMatchObject({
				type: 'error',
				data: { code: 'not-allowed' },
			});
		});

		test('take nothing from another window', async () => {
			const other = `<iframe id="g" title="other" srcdoc="x"></iframe>`;
			await guest.visitPage(guest.frame(named()) + other);
			await heard('ready');
			// A frame beside it greets it: same origin as the page, another window.
			await guest.page.evaluate((origin) => {
				const here = window as unknown as { told: unknown[] };
				here.told = [];
				const beside = document.querySelector<HTMLIFrameElement>('#g')!.contentWindow as Window & {
					eval(code: string): void;
				};
				beside.eval(`
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = ({ data }) => parent.told.push(data);
					parent.frames[0].postMessage({ ns: 'dryrun', v: 1, id: '', type: 'hello', seq: 1, data: {} }, '${origin}', [port2]);
				`);
			}, new URL(site.address).origin);
			await pause();
			expect(await guest.allTold()).toEqual([]);
		});

		test('do nothing for what is forged, broken or too large', async () => {
			await guest.visit(named());
			await heard('ready');
			await guest.greet();
			await guest.call('code.set', { code: 'mine = 1' });
			const before = (await guest.allTold()).filter(({ re }) => re !== undefined).length;
			await guest.page.evaluate(() => {
				const here = window as unknown as { port: MessagePort };
				const whole = { ns: 'dryrun', v: 1, id: '', type: 'code.set', seq: 7, data: { code: 'x' } };
				for (const message of [
					null,
					'code.set',
					{ ...whole, ns: 'dry' },
					{ ...whole, v: 2 },
					{ ...whole, seq: -1 },
					{ ...whole, type: 'eval' },
					{ ...whole, data: { code: 'x'.repeat(200_001) } },
					{ ...whole, data: { code: ['x'] } },
				])
					here.port.postMessage(message);
				// Over the window nothing but a greeting is heard.
				document.querySelector('iframe')!.contentWindow!.postMessage(whole, '*');
			});
			await pause();
			expect(await guest.call('code.get')).toMatchObject({ data: { code: 'mine = 1' } });
			const after = (await guest.allTold()).filter(({ re }) => re !== undefined).length;
			expect(after).toBe(before + 1);
		});

		test('agree on a height: nothing is cut off, and it comes to rest', async () => {
			const follow = `<script>addEventListener('message', ({ data }) => {
				if (data.type === 'resize') document.querySelector('iframe').style.height = data.data.height + 'px';
			})</script>`;
			await guest.visitPage(
				`${follow}<div style="width: 47.3%">${guest.frame(`ex=${slug}`)}</div>`,
			);
			await guest.start();
			expect(await guest.check()).toBe('Failed');
			const news = async (): Promise<number> => {
				const before = (await guest.heard()).length;
				await pause(1500);
				return (await guest.heard()).length - before;
			};
			await until('rest', news, (count) => count === 0, 30);
			const measure = () =>
				guest.inside(() => ({
					content: document.querySelector('#app')!.getBoundingClientRect().height,
					frame: innerHeight,
					wide: document.documentElement.scrollWidth - innerWidth,
				}));
			const fits = (seen: { content: number; frame: number }) =>
				Math.abs(seen.frame - seen.content) < 2;
			const { wide } = await until('a frame as high as what it holds', measure, fits, 10);
			expect(wide).toBeLessThanOrEqual(0);
			expect(await guest.page.evaluate(() => scrollY)).toBe(0);
		});

		test('scroll inside where the page does not follow', async () => {
			await guest.visitPage(`<div style="height: 300px">${guest.frame(`ex=${slug}`)}</div>`);
			await guest.start();
			const scrolls = () =>
				guest.inside(() => {
					const root = document.documentElement;
					root.scrollTop = 200;
					return getComputedStyle(root).overflowY !== 'hidden' && root.scrollTop > 0;
				});
			expect(await until('a frame that scrolls', scrolls, (yes) => yes, 10)).toBe(true);
		});

		test('keep to a height that was asked for', async () => {
			await guest.visit(`ex=${slug}&height=420&load=eager`);
			await guest.started();
			expect((await guest.heard()).filter(({ type }) => type === 'resize')).toMatchObject([
				{ data: { height: 420 } },
			]);
		});

		test('tell each other why there is no exercise', async () => {
			await guest.visit('ex=no-such-thing');
			await guest.reads(/no challenge called/);
			await greetAnd(null, {});
			expect(await guest.told('error')).toMatchObject({
				re: 1,
				data: { code: 'exercise-unknown', message: expect.stringContaining('no-such-thing') },
			});
		});

		test('tell each other what is wrong with the address, and answer no call', async () => {
			await guest.visit('ex=lru-cache&theme=dark&layout=sepia');
			await guest.reads(/sepia/);
			const theme = () => document.documentElement.dataset.theme ?? '';
			expect(await guest.page.inside('ex=lru-cache', theme)).toBe('dark');
			await greetAnd('run', {});
			const wrong = { code: 'bad-parameter', message: expect.stringContaining('layout=sepia') };
			await until(
				'two answers',
				() => guest.allTold(),
				(all) => all.filter(({ type }) => type === 'error').length === 2,
			);
			expect(await guest.allTold()).toMatchObject([
				{ type: 'error', re: 1, data: wrong },
				{ type: 'error', re: 2, data: wrong },
			]);
		});

		async function greetAnd(type: string | null, data: Record<string, Json>): Promise<void> {
			await guest.page.evaluate(
				(origin, wanted, what) => {
					const here = window as unknown as {
						greet(frame: Element, origin: string): void;
						port: MessagePort;
					};
					here.greet(document.querySelector('iframe')!, origin);
					if (wanted)
						here.port.postMessage({ ns: 'dryrun', v: 1, id: '', type: wanted, seq: 2, data: what });
				},
				new URL(site.address).origin,
				type,
				data,
			);
		}
	});
}

function pause(ms = 500): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
