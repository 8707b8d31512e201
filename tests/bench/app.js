import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/cli/tool.js';

const SLUG = 'chunked-flush';
const solution = readFileSync(join(root, `challenges/code/${SLUG}/solution.py`), 'utf8');

/** Clicks Check as soon as it can be clicked and notes when the verdict is on the page. */
const WATCH = `
if (window === top) {
	const heading = () => {
			return [...document.querySelectorAll('h1, h2, h3')].find((h) => /^(Passed|Failed|Error)/.test(h.textContent.trim()));
	};
	const button = () => [...document.querySelectorAll('button')].find((b) => /^Check/.test(b.textContent.trim()) && !b.disabled);
	window.startCheck = () => {
		window.verdictAt = undefined;
		const old = heading();
		old?.setAttribute('data-old', '');
		window.checkAt = performance.now();
		button().click();
	};
	const look = () => {
		if (window.autoCheck && !window.checkAt && button()) window.startCheck();
		const h = heading();
		if (window.checkAt && !window.verdictAt && h && !h.hasAttribute('data-old')) window.verdictAt = performance.now();
	};
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}`;

/** Makes a context in which every page of the app can be measured. */
export async function watch(context) {
	await context.addInitScript(WATCH);
}

/** Opens the exercise; `autoCheck` checks what is in the editor at the first chance. */
export async function visitApp(page, address) {
	await page.addInitScript('window.autoCheck = true');
	await page.goto(`${address}#/practice/${SLUG}`, { waitUntil: 'commit' });
	await page.waitForFunction('window.verdictAt', null, { timeout: 120_000 });
	return await page.evaluate('window.verdictAt');
}

/** Puts the model solution into the editor, as a person would paste it. */
export async function pasteSolution(page) {
	const editor = page.getByRole('textbox', { name: 'Code editor' });
	await editor.click();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.insertText(solution);
}

/** Milliseconds from the click on Check to the verdict, Python being ready. */
export async function checkAgain(page) {
	await ready(page);
	await page.evaluate('window.startCheck()');
	await page.waitForFunction('window.verdictAt', null, { timeout: 30_000 });
	return await page.evaluate('window.verdictAt - window.checkAt');
}

/** Milliseconds from the click on Stop, in an endless loop, to the next run's first output. */
export async function stopAndRun(page) {
	await page.getByRole('textbox', { name: 'Code editor' }).click();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.insertText('print("spin")\nwhile True: pass\n');
	await ready(page);
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await page.getByRole('region', { name: 'Output' }).getByText('spin').waitFor();
	await page.waitForTimeout(700);
	const time = await page.evaluate(async () => {
		const button = (name) =>
			[...document.querySelectorAll('button')].find((b) => b.textContent.trim().startsWith(name));
		const shown = () =>
			document.querySelector('[aria-label=Output] pre')?.textContent.includes('spin') ?? false;
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		const start = performance.now();
		button('Stop').click();
		button('Run').click();
		do await frame();
		while (shown());
		do await frame();
		while (!shown());
		return performance.now() - start;
	});
	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	return time;
}

export async function ready(page) {
	await page
		.getByRole('status', { name: 'Python' })
		.getByText(/ready/i)
		.waitFor({ timeout: 60_000 });
}
