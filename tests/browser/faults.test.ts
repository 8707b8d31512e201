import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser } from './driver/page';
import { generator } from './exercises';
import { hardy, others, worst } from './faults';
import { Learner } from './learner';
import { startSite, type Site } from './site';

const { slug, solution } = generator.challenge;
let site: Site;

beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site?.close());

const engines = [
	{ engine: 'Chromium', start: startChromium, here: true, faults: [...worst, ...others, ...hardy] },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined, faults: worst },
];

for (const { engine, start, here, faults } of engines) {
	describe.skipIf(!here)(`${engine} survives`, () => {
		let browser: Browser;
		let learner: Learner;

		beforeAll(async () => {
			browser = await start({ bare: true });
			learner = new Learner(await browser.page(), site.address);
			await learner.open(slug);
		});
		afterAll(() => browser?.close());

		for (const { name, code, says } of faults) {
			test(`${name}: it is told, the code is kept, and the next run works`, async () => {
				expect(await learner.run(code)).toMatch(says);
				const editor = await learner.page.text('textbox', 'Code editor');
				expect(editor).toContain(code.slice(0, code.indexOf('\n')));
				await learner.saved(slug, code);
				expect(await learner.run('print("alive", 6 * 7)\n')).toContain('alive 42');
				await learner.python('ready');
			});
		}
	});
}

describe('In Chromium a check', () => {
	let browser: Browser;
	let learner: Learner;

	beforeAll(async () => {
		browser = await startChromium({ bare: true });
		learner = new Learner(await browser.page(), site.address);
		await learner.open(slug);
	});
	afterAll(() => browser?.close());

	const harms = {
		'that loops without an end': solution.replace(/raise ValueError.*/, 'while True: pass'),
		'that patches the assertions':
			'import unittest\n\nfor name in dir(unittest.TestCase):\n    if name.startswith("assert"):\n        setattr(unittest.TestCase, name, lambda *given, **named: None)\n\ndef rolling(readings, size):\n    return iter([])\n',
		'that deletes the builtins':
			'import builtins\n\nfor name in list(vars(builtins)):\n    delattr(builtins, name)\n',
		'that aborts the interpreter': 'import os\n\ndef rolling(readings, size):\n    os.abort()\n',
		'that exits': 'import sys\n\nsys.exit(0)\n',
	};
	for (const [name, code] of Object.entries(harms)) {
		test(`${name} does not pass, and the next check does`, async () => {
			expect(await learner.check(code)).toMatch(/Failed|Error/);
			if (name.includes('loops')) {
				const line = code.slice(0, code.indexOf('while True')).split('\n').length;
				expect(await learner.results()).toContain(`your line ${line}`);
			}
			await learner.saved(slug, code);
			expect(await learner.check(solution)).toBe('Passed');
		});
	}
});
