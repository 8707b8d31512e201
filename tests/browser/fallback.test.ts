import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report';
import { dist } from '../../src/cli/site.js';
import { startChromium, type Chromium } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { folder as build, startSite } from './site';

const { slug, solution } = generator.challenge;
const mistake = generator.wrong[0]!;
const harms = {
	missing: (image: string) => rmSync(image),
	'a file of zeros': (image: string) => writeFileSync(image, Buffer.alloc(statSync(image).size)),
};

let browser: Chromium;
let healthy: object[];

beforeAll(async () => {
	browser = await startChromium({ bare: true });
	healthy = await reportsOf(build ?? dist);
});
afterAll(() => browser?.close());

/** Both verdicts that a site gives, as stored. */
async function reportsOf(folder: string): Promise<object[]> {
	const site = await startSite({ folder });
	const page = await browser.page();
	try {
		const learner = new Learner(page, site.address);
		await learner.open(slug);
		expect(await learner.check(solution)).toBe('Passed');
		expect(await learner.check(mistake.code)).toBe('Failed');
		const attempts = await learner.attempts(slug, 2);
		return attempts.map(({ report }) => report).map(essence);
	} finally {
		await page.close();
		await site.close();
	}
}

/** A report without its counts, which differ by a thousandth after a plain start. */
function essence({ status, message, problem, tests }: Report): object {
	const told = tests.map(({ id, status, expected, actual }) => ({ id, status, expected, actual }));
	return { status, message, problem, tests: told };
}

describe('With a memory image that is', () => {
	for (const [name, harm] of Object.entries(harms)) {
		test(`${name}, the verdicts are the same`, async () => {
			const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
			try {
				cpSync(build ?? dist, folder, { recursive: true });
				const assets = join(folder, 'assets');
				const images = readdirSync(assets).filter((file) => /^(modern|plain)-.*\.wasm/.test(file));
				expect(images.length).toBeGreaterThan(0);
				for (const image of images) harm(join(assets, image));
				expect(await reportsOf(folder)).toEqual(healthy);
			} finally {
				rmSync(folder, { recursive: true });
			}
		});
	}
});
