import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepSaid } from '../../src/core/picture/stepping';
import type { Trace } from '../../src/core/trace';
import { startNodePython } from '../../src/runtime/node';
import { startChromium, type Chromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser } from './driver/page';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';
import { until } from './until';

const pipeline = `def numbers(limit):
    for n in range(limit):
        yield n


def doubled(source):
    for n in source:
        yield n * 2


shared = []
alias = shared
for value in doubled(numbers(3)):
    shared.append(value)
    print(value)
`;
const [mistake] = generator.wrong;
const { slug } = generator.challenge;
let site: Site;
let expected: Trace;

beforeAll(async () => {
	site = await startSite();
	const python = await startNodePython();
	const outcome = await python.trace(pipeline);
	python.close();
	if (outcome.kind !== 'trace') throw new Error('Node recorded nothing.');
	expected = outcome.trace;
});
afterAll(() => site?.close());

/** The panel's text, once it says this. */
async function panel(learner: Learner, wanted: RegExp): Promise<string> {
	const look = async () => (await learner.page.text('region', 'Stepper')) ?? '';
	return await until(String(wanted), look, (text) => wanted.test(text));
}

async function record(learner: Learner, code: string): Promise<string> {
	await learner.write(code);
	await learner.page.click('button', 'Step');
	return await panel(learner, /Step \d/);
}

const engines = [
	{ engine: 'Chromium', start: startChromium, here: true },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];
/** All that each engine shows at each step of the pipeline. */
const seen = new Map<string, string[]>();

for (const { engine, start, here } of engines) {
	describe.skipIf(!here)(`In ${engine} the stepper`, () => {
		let browser: Browser;
		let learner: Learner;

		beforeAll(async () => {
			browser = await start({ bare: true });
			learner = new Learner(await browser.page(), site.address);
			await learner.open(slug);
		});
		afterAll(() => browser?.close());

		test('goes through a program by arrow keys, and tells each step as Node recorded it', async () => {
			const count = expected.steps.length;
			await record(learner, pipeline);
			const texts: string[] = [];
			for (let at = 0; at < count; at++) {
				const text = await panel(learner, new RegExp(`Step ${at + 1} of ${count}`));
				expect(text).toContain(stepSaid(expected, at));
				// A narrow window has lines of the program before the frames.
				texts.push(text.replaceAll(/\s+/g, ' ').replace(/^.*?Frames/, ''));
				await learner.page.press('ArrowRight');
			}
			seen.set(engine, texts);
			await learner.page.press('Home');
			await panel(learner, /Step 1 of/);
		});

		test('shows suspended generators and who pulls them', async () => {
			const at = expected.steps.findIndex(({ line, event }) => line === 3 && event === 'yield');
			await learner.page.press('Home');
			for (let step = 0; step < at; step++) await learner.page.press('ArrowRight');
			const text = await panel(learner, new RegExp(`Step ${at + 1} of`));
			expect(text).toContain('pulled by doubled');
			await learner.page.press('End');
			expect(await panel(learner, /Printed so far/)).toContain(
				'the same for shared in the program, alias in the program',
			);
		});

		test('marks the line in the editor', async () => {
			await learner.page.press('Home');
			await panel(learner, /Step 1 of/);
			const marked = () =>
				learner.page.evaluate(() => document.querySelector('.cm-step-line')?.textContent ?? '');
			await until('the marked line', marked, (text) => text.includes('def numbers'));
		});

		test('goes to a line and to a breakpoint set by F9', async () => {
			await learner.page.focus('Line');
			await learner.page.insert('14');
			await learner.page.press('Enter');
			await panel(learner, /Line 14\./);
			await learner.page.focus('Code editor');
			await learner.page.press('Control+Home');
			await learner.page.press('ArrowDown');
			await learner.page.press('ArrowDown');
			await learner.page.press('F9');
			await learner.page.click('button', 'Breakpoint ›');
			await panel(learner, /Line 3 in numbers\./);
		});

		test('says so where a program never ends', async () => {
			await record(learner, 'n = 0\nwhile True:\n    n += 1\n');
			await learner.page.click('button', 'Last step');
			const text = await panel(learner, /Step 5,000 of 5,000/);
			expect(text).toContain('at most 5 000 steps are recorded');
		});

		test('ends at the error of a program that has one', async () => {
			await record(learner, 'def f(x):\n    return 1 / x\n\n\nf(0)\n');
			await learner.page.click('button', 'To the failure');
			await panel(learner, /Line 2 in f raises ZeroDivisionError/);
		});

		test('shows why there is nothing to step through', async () => {
			await learner.write('def f(:\n');
			await learner.page.click('button', 'Step');
			await panel(learner, /SyntaxError/);
			await learner.page.click('button', 'Close the stepper');
		});

		test('jumps to where a failed test failed', async () => {
			expect(await learner.check(mistake!.code)).toBe('Failed');
			await learner.page.click('button', 'Step through this test');
			await panel(learner, /Step \d/);
			const text = await panel(learner, /raises/);
			expect(text).toContain('To the failure');
			await learner.page.click('button', 'Close the stepper');
			expect(await learner.page.heading('Results')).toBe('Failed');
		});
	});
}

describe.skipIf(firefoxPath === undefined)('Both engines', () => {
	test('show the same at every step', () => {
		expect(seen.get('Firefox')).toEqual(seen.get('Chromium'));
	});
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

describe('axe finds nothing', () => {
	let browser: Chromium;

	beforeAll(async () => {
		browser = await startChromium({ bare: true });
	});
	afterAll(() => browser?.close());

	test.each(looks)('in the stepper, $name', async ({ colorScheme, viewport }) => {
		const page = await browser.page({ colorScheme, viewport, reducedMotion: 'reduce' });
		const learner = new Learner(page, site.address);
		await learner.open(slug);
		await record(learner, pipeline);
		for (let step = 0; step < 12; step++) await page.press('ArrowRight');
		const { violations } = await new AxeBuilder({ page: page.tab }).analyze();
		const found = violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target }) => `${id}: ${target}`),
		);
		expect(found).toEqual([]);
		await page.close();
	});
});
