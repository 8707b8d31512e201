// `npm test`: installs what is missing and runs everything; the last line counts.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.js';
import { build } from './site.js';
import { ensurePackages, root, runTool } from './tool.js';

const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(name, ok) {
	if (ok) totals.passed++;
	else {
		totals.failed++;
		failures.push(name);
	}
	console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
}

async function tool(title, name, args) {
	count(title, (await runTool(name, args)) === 0);
}

/** Runs projects of vitest and adds its counts; a run that dies before it counts is a failure. */
async function vitest(projects, environment) {
	const file = join(root, 'node_modules/.cache', `tests-${projects[0]}.json`);
	rmSync(file, { force: true });
	const selection = projects.flatMap((project) => ['--project', project]);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const code = await runTool('vitest', ['run', ...selection, ...reporters], environment);
	let report = null;
	try {
		report = JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return count(`tests of ${projects.join(', ')}`, false);
	}
	totals.passed += report.numPassedTests;
	totals.failed += report.numFailedTests;
	totals.skipped += report.numPendingTests + report.numTodoTests;
	for (const suite of report.testResults) {
		const failed = suite.assertionResults.filter((test) => test.status === 'failed');
		failures.push(...failed.map((test) => test.fullName));
		if (failed.length === 0 && suite.status === 'failed') count(`${suite.name} loads`, false);
	}
	if (code !== 0 && report.success) count(`vitest of ${projects.join(', ')}`, false);
}

await ensurePackages();
const browsers = await ensureBrowsers();
const paths = {
	CHROME_PATH: browsers.chromium,
	...(browsers.firefox && { FIREFOX_PATH: browsers.firefox }),
	...(browsers.webkit && browsers.xvfb && { WEBKIT_DRIVER_PATH: browsers.webkit }),
};

await tool('formatting', 'prettier', ['--check', '--log-level', 'warn', '.']);
await tool('lint', 'eslint', ['.']);
await tool('types of the app', 'svelte-check', ['--tsconfig', './tsconfig.json']);
await tool('types of the worker', 'typescript:tsc', ['--noEmit', '-p', 'src/runtime/worker']);
await vitest(['core', 'coach', 'architecture', 'content', 'embed', 'python'], paths);
await vitest(['challenges'], paths);
await vitest(['cli'], paths);
await vitest(['storage'], paths);
const built = await build().then(
	() => true,
	() => false,
);
count('build', built);
if (built) await vitest(['browser'], paths);

if (failures.length > 0)
	console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
