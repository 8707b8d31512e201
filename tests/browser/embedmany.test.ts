import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FramingBrowser, FramingPage } from './driver/page';
import { keepingEngines } from './embed/engines';
import { startHost, type Host } from './embed/host';
import { startSite, type Site } from './site';
import { until } from './until';

const slugs = [
	'bounded-gather',
	'bounded-tee',
	'chunked-flush',
	'interval-map',
	'lru-cache',
	'prefix-tree',
	'rate-limiter',
	'sliding-window',
	'streaming-median',
	'union-find-events',
];

for (const { name, start, here } of keepingEngines) {
	describe.skipIf(!here)(`In ${name}, ten exercises on one page`, () => {
		let site: Site;
		let host: Host;
		let browser: FramingBrowser;
		let page: FramingPage;

		beforeAll(async () => {
			[site, host, browser] = await Promise.all([startSite(), startHost(), start()]);
			page = await browser.page();
			const frames = slugs.map(
				(slug) =>
					`<iframe title="${slug}" style="width: 100%; height: 700px" src="${site.address}embed.html#ex=${slug}&amp;hide=prompt,output&amp;layout=stack"></iframe>`,
			);
			await page.open(host.page(frames.join('')));
			await Promise.all(slugs.map((slug) => until(slug, () => inside(slug, hasText))));
		});
		afterAll(async () => {
			await browser?.close();
			await host?.close();
			await site?.close();
		});

		function inside<T>(slug: string, fn: () => T): Promise<T> {
			return page.inside(`ex=${slug}&`, fn);
		}

		async function cages(): Promise<number[]> {
			return await Promise.all(
				slugs.map((slug) =>
					inside(slug, () => document.querySelectorAll('iframe[title=Python]').length),
				),
			);
		}

		async function press(slug: string, button: string): Promise<void> {
			const click = () =>
				page.inside(
					`ex=${slug}&`,
					(wanted) => {
						const found = [...document.querySelectorAll('button')].find((one) =>
							one.textContent.trim().startsWith(wanted),
						);
						found?.click();
						return found !== undefined;
					},
					button,
				);
			await until(`${button} of ${slug}`, click);
		}

		async function verdict(slug: string): Promise<string> {
			const look = () =>
				inside(slug, () => document.querySelector('[aria-label=Results] h2')?.textContent ?? '');
			return await until(`a verdict of ${slug}`, look, (text) => text === 'Failed', 100);
		}

		test('load no Python before somebody wants it', async () => {
			expect((await cages()).reduce((sum, count) => sum + count)).toBe(0);
			const heavy = await Promise.all(
				slugs.map((slug) =>
					inside(slug, () =>
						performance
							.getEntriesByType('resource')
							.map((entry) => entry.name)
							.filter((file) => /wasm|\.zip|Editor|worker-/.test(file)),
					),
				),
			);
			expect(heavy.flat()).toEqual([]);
		});

		test('are all judged, with two interpreters at most, and one download', async () => {
			for (const slug of slugs) await inside(slug, watchCages);
			for (const slug of slugs) await press(slug, 'Start');
			for (const slug of slugs) await press(slug, 'Check');
			for (const slug of slugs) expect(await verdict(slug)).toBe('Failed');
			const changes = (await Promise.all(slugs.map((slug) => inside(slug, changesOfCages)))).flat();
			// One that goes as another comes makes way for it.
			changes.sort((one, two) => one.at - two.at || one.by - two.by);
			let live = 0;
			const counts = changes.map(({ by }) => (live += by));
			expect(changes.filter(({ by }) => by === 1).length).toBeGreaterThanOrEqual(slugs.length);
			expect(Math.max(...counts)).toBeLessThanOrEqual(2);
			const fetched = await Promise.all(
				slugs.map((slug) =>
					inside(slug, () =>
						(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
							.filter(({ name }) => /python-[\w-]+\.wasm/.test(name))
							.filter(({ transferSize }) => transferSize > 10_000)
							.map(({ name }) => name),
					),
				),
			);
			// Firefox may still be writing its cache when the next one asks.
			expect(fetched.flat().length).toBeLessThanOrEqual(name === 'Firefox' ? 2 : 1);
		});

		test('give their interpreter back when they are out of sight', async () => {
			await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
			const last = slugs.at(-1)!;
			await press(last, 'Check');
			await verdict(last);
			const look = async () => (await cages()).slice(0, 5).reduce((sum, count) => sum + count);
			await until('the first ones at rest', look, (count) => count === 0, 10);
		});
	});
}

function hasText(): boolean {
	return document.querySelector('.button') !== null;
}

type Change = { at: number; by: number };

/** Notes when an interpreter's frame comes and when it goes, in an order that all frames share. */
function watchCages(): void {
	const here = window as unknown as { changes: Change[] };
	here.changes = [];
	const isCage = (node: Node) => node instanceof HTMLIFrameElement && node.title === 'Python';
	new MutationObserver((records) => {
		// A frame's own clock is a millisecond or two off in Firefox.
		const at = Number(localStorage.getItem('order')) + 1;
		localStorage.setItem('order', String(at));
		for (const { addedNodes, removedNodes } of records) {
			for (const node of removedNodes) if (isCage(node)) here.changes.push({ at, by: -1 });
			for (const node of addedNodes) if (isCage(node)) here.changes.push({ at, by: 1 });
		}
	}).observe(document.body, { childList: true });
}

function changesOfCages(): Change[] {
	return (window as unknown as { changes: Change[] }).changes;
}
