import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './tool.js';

const CHROMIUM = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
];
const APPLICATIONS = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

function find(names) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return candidates.find((path) => existsSync(path)) ?? null;
}

function look() {
	const { CHROME_PATH, FIREFOX_PATH } = process.env;
	return {
		chromium:
			CHROME_PATH ?? find(CHROMIUM) ?? APPLICATIONS.find((path) => existsSync(path)) ?? null,
		firefox: FIREFOX_PATH ?? find(['firefox-esr', 'firefox']),
		webkit: find(['WebKitWebDriver']),
		xvfb: find(['Xvfb']),
	};
}

/** Debian's package for each browser that the tests drive. */
const PACKAGES = {
	chromium: 'chromium',
	firefox: 'firefox-esr',
	webkit: 'webkit2gtk-driver',
	xvfb: 'xvfb',
};

/**
 * Finds the browsers that the tests drive and, as root on Debian or Ubuntu, installs the missing.
 * Answers paths; null where there is none. Throws without Chromium, the one that every test needs.
 */
export async function ensureBrowsers() {
	let found = look();
	const missing = Object.keys(PACKAGES).filter((name) => found[name] === null);
	if (missing.length > 0 && process.getuid?.() === 0 && find(['apt-get'])) {
		const packages = missing.map((name) => PACKAGES[name]);
		console.log(`Installing ${packages.join(', ')} …`);
		const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update', '-qq'], quiet);
		for (const name of packages) {
			await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
		}
		found = look();
	}
	if (found.chromium === null)
		throw new Error('The tests need Chromium or Chrome: install one, or set CHROME_PATH to it.');
	return found;
}
