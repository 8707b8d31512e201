// `npm run bench`: everything side by side in one run; prints a table and writes bench.json.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.js';
import { build, dist, serve } from './site.js';
import { ensurePackages, root } from './tool.js';

const ROUNDS = 5;
/** Checks until the engine has optimised what a check runs through. */
const WARM_UP = 3;
/** 10 Mbit/s with 40 ms of latency, in bytes a second and milliseconds. */
const SLOW_LINK = {
	offline: false,
	latency: 40,
	downloadThroughput: 1_250_000,
	uploadThroughput: 1_250_000,
};

await ensurePackages();
const { chromium } = await ensureBrowsers();
await build();
const app = await import('../../tests/bench/app.js');
const embeds = await import('../../tests/bench/embed.js');
const { replaceTerminal, visitConsole } = await import('../../tests/bench/console.js');
const { brotliSize, gzipSize, interleave, launch, median, openTab, precompress } =
	await import('../../tests/bench/rig.js');
const { traceOverhead } = await import('../../tests/bench/trace.js');
const { schedulesPerSecond, throughput } = await import('../../tests/bench/judge.js');
const { runnerImport } = await import('vite');
const artifacts = await runnerImport(join(root, 'src/runtime/build/artifacts.ts'));
const { files, node } = await artifacts.module.makeArtifacts();

const cache = join(root, 'node_modules/.cache/dry-run-bench');
precompress(dist, join(cache, 'app'));
precompress(files.directory, join(cache, 'pyodide'), (file) =>
	/(console\.html|pyodide\.mjs|pyodide\.asm\.(mjs|wasm)|python_stdlib\.zip|pyodide-lock\.json)$/.test(
		file,
	),
);
const ours = await serve({ folder: join(cache, 'app') });
const theirs = await serve({ folder: join(cache, 'pyodide') });
const browser = await launch(chromium);
const results = [];
const report = (name, amount, unit, bound, detail = {}) => {
	const value = Math.round(amount * 100) / 100;
	console.log(`${name}: ${value} ${unit}`);
	results.push({ name, value, unit, bound, ...detail });
};

// Warm visits: both sites visited before, then in turn.
{
	const context = await browser.newContext();
	await app.watch(context);
	await replaceTerminal(context);
	const first = await context.newPage();
	await app.visitApp(first, ours.address);
	await app.pasteSolution(first);
	await first
		.getByText(/Ready offline/)
		.first()
		.waitFor({ timeout: 120_000 });
	await first.close();
	const visit = (measure, address) => async () => {
		const page = await openTab(context);
		const time = await measure(page, address);
		await page.close();
		return time;
	};
	const console = visit(visitConsole, theirs.address);
	await console();
	const warm = await interleave(ROUNDS, { app: visit(app.visitApp, ours.address), console });
	report('warm visit: navigation to first verdict', warm.app.median, 'ms', null, warm.app);
	report('warm visit: console page to first result', warm.console.median, 'ms', null, warm.console);
	report('warm visit: console page / app', warm.console.median / warm.app.median, 'x', '>= 3');

	const page = await context.newPage();
	await app.visitApp(page, ours.address);
	const checks = [];
	for (let i = 0; i < WARM_UP + ROUNDS; i++) {
		// A person reads the verdict; the next interpreter is made ready meanwhile.
		await page.waitForTimeout(1500);
		checks.push(await app.checkAgain(page));
	}
	report('check of a small challenge, warm', median(checks.slice(WARM_UP)), 'ms', '<= 100', {
		values: checks,
	});
	const stops = [];
	for (let i = 0; i < ROUNDS; i++) stops.push(await app.stopAndRun(page));
	report('Stop to the next result', median(stops), 'ms', '<= 500', { values: stops });
	await context.close();
}

// First visits on a slow link: a new profile each time, in turn.
{
	const visit = (measure, address, prepare) => async () => {
		const context = await browser.newContext();
		await prepare(context);
		const page = await openTab(context);
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', SLOW_LINK);
		const time = await measure(page, address);
		await context.close();
		return time;
	};
	const cold = await interleave(ROUNDS, {
		app: visit(app.visitApp, ours.address, app.watch),
		console: visit(visitConsole, theirs.address, replaceTerminal),
	});
	report('first visit, 10 Mbit/s: app', cold.app.median, 'ms', null, cold.app);
	report('first visit, 10 Mbit/s: console page', cold.console.median, 'ms', null, cold.console);
	report('first visit: app / console page', cold.app.median / cold.console.median, 'x', '<= 1');
}

// What is loaded before the first paint.
{
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(ours.address);
	await page.waitForFunction(
		() => performance.getEntriesByName('first-contentful-paint').length > 0,
	);
	const scripts = await page.evaluate(() => {
		const [paint] = performance.getEntriesByName('first-contentful-paint');
		return performance
			.getEntriesByType('resource')
			.filter((entry) => /\.js$/.test(entry.name) && entry.responseEnd < paint.startTime)
			.map((entry) => new URL(entry.name).pathname);
	});
	const bytes = scripts.reduce((sum, path) => sum + gzipSize(readFileSync(join(dist, path))), 0);
	report('JavaScript before first paint, gzip', bytes / 1000, 'kB', '<= 40', { scripts });
	await context.close();
}

// Exercises in frames on another site: until each can be started, and from there to the editor.
{
	for (const count of [1, 10]) {
		const visits = [];
		for (let i = 0; i < ROUNDS; i++) {
			visits.push(await embeds.visitEmbeds(browser, ours.address, count));
		}
		const name = count === 1 ? 'one embed' : 'ten embeds';
		const times = visits.map(({ time }) => time);
		const [{ bytes, texts }] = visits;
		report(`${name}: until they can be started`, median(times), 'ms', null, { values: times });
		const own = (bytes - texts) / 1000;
		report(`${name}: bytes before the start, gzip, exercises apart`, own, 'kB', '<= 30', { texts });
	}
	const starts = [];
	for (let i = 0; i < ROUNDS; i++) starts.push(await embeds.startEmbed(browser, ours.address));
	report('one embed: Start to the editor', median(starts), 'ms', null, { values: starts });
	for (const file of ['embed.js', 'embed-classic.js']) {
		report(`bytes: ${file}`, gzipSize(readFileSync(join(dist, file))) / 1000, 'kB gzip', '<= 5');
	}
}
await browser.close();
await ours.close();
await theirs.close();

const ratios = JSON.parse(
	execFileSync(node, [join(root, 'tests/bench/meter.js'), files.wasm], { encoding: 'utf8' }),
);
report(
	'metered / plain interpreter, worst of eight',
	Math.max(...Object.values(ratios)),
	'x',
	'<= 1.3',
	{ ratios },
);

// What the stepper costs, how many schedules of threads are tried, and how many programs judged.
{
	const { module } = await runnerImport(join(root, 'src/runtime/node.ts'));
	const python = await module.startNodePython();
	const { ratio, ...detail } = await traceOverhead(python, ROUNDS);
	const tried = await schedulesPerSecond(python, ROUNDS);
	python.close();
	report('recorded / plain run of one program', ratio, 'x', null, detail);
	const each = (1000 * (detail.seconds.traced - detail.seconds.run)) / detail.steps;
	report('recording of one step', each, 'ms', null);
	report('schedules of two threads, tried', tried.median, 'per second', null, tried);
	const corpus = throughput();
	report('dryrun judge: a small program, two threads', corpus.each, 's', '<= 0.1', corpus);
}

for (const name of readdirSync(join(dist, 'assets')).filter((file) =>
	/\.(wasm|zip)$|^worker-/.test(file),
)) {
	const bytes = readFileSync(join(dist, 'assets', name));
	const sizes = { gzip: gzipSize(bytes), brotli: brotliSize(bytes) };
	report(`bytes: ${name.replace(/-[\w-]{10}\./, '.')}`, sizes.brotli / 1e6, 'MB brotli', null, {
		raw: bytes.length,
		...sizes,
	});
}

writeFileSync(join(root, 'bench.json'), `${JSON.stringify(results, null, '\t')}\n`);
console.table(
	results.map(({ name, value, unit, bound }) => ({ name, value, unit, bound: bound ?? '' })),
);
