import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

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

/** A page of another site with the first `count` of ten exercises in frames. */
export async function hostPage(site, count) {
	const frames = slugs
		.slice(0, count)
		.map(
			(slug) =>
				`<iframe src="${site}embed.html#ex=${slug}" style="width: 100%; height: 600px"></iframe>`,
		);
	const server = createServer((_request, response) => {
		response.setHeader('Content-Type', 'text/html');
		response.end(frames.join(''));
	});
	await new Promise((resolve) => server.listen(0, 'localhost', resolve));
	return {
		address: `http://localhost:${server.address().port}/`,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}

/**
 * Opens the page in a fresh context: milliseconds until every frame can be started, and the bytes
 * that came over the network by then, as `gzip` would send them.
 */
export async function visitEmbeds(browser, site, count) {
	const host = await hostPage(site, count);
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const bodies = new Map();
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (response.url().startsWith(site))
			bodies.set(
				pathname,
				response.body().catch(() => ''),
			);
	});
	const start = performance.now();
	await page.goto(host.address, { waitUntil: 'commit' });
	for (let index = 0; index < count; index++) {
		const frame = page.frameLocator('iframe').nth(index);
		await frame.getByRole('button', { name: 'Start' }).waitFor({ timeout: 60_000 });
	}
	const time = performance.now() - start;
	const all = await Promise.all(bodies.values());
	const bytes = all.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
	const exercises = [...bodies.keys()].filter((path) => slugs.some((slug) => path.includes(slug)));
	const own = await Promise.all(exercises.map((path) => bodies.get(path)));
	const texts = own.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
	await context.close();
	await host.close();
	return { time, bytes, texts };
}

/** Milliseconds from Start to an editor that takes keys, for one exercise. */
export async function startEmbed(browser, site) {
	const host = await hostPage(site, 1);
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await page.goto(host.address);
	const frame = page.frameLocator('iframe').first();
	await frame.getByRole('button', { name: 'Start' }).waitFor();
	const start = performance.now();
	await frame.getByRole('button', { name: 'Start' }).click();
	await frame.getByRole('textbox', { name: 'Code editor' }).waitFor({ timeout: 60_000 });
	const time = performance.now() - start;
	await context.close();
	await host.close();
	return time;
}
