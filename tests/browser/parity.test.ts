import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNodePython } from '../../src/runtime/node';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser } from './driver/page';
import { asynchronous, generator, structure, testing, threads } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';

const programs = [
	...structure.wrong.map(({ name, code }) => ({ ...structure, name, code })),
	...threads.wrong
		.filter(({ name }) => name === 'counts_without_a_lock')
		.map(({ name, code }) => ({ ...threads, name, code })),
	...[generator, asynchronous, threads, testing].map((folder) => ({
		...folder,
		name: `the solution of ${folder.challenge.slug}`,
		code: folder.challenge.solution,
	})),
];

/** What Node's judge says of each program, byte for byte. */
const reports = new Map<string, string>();
let site: Site;

beforeAll(async () => {
	site = await startSite();
	const python = await startNodePython();
	for (const { name, challenge, code } of programs) {
		reports.set(name, JSON.stringify(await python.check(challenge, code)));
	}
	python.close();
});
afterAll(() => site?.close());

const engines = [
	{ engine: 'Chromium', start: startChromium, here: true },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];

for (const { engine, start, here } of engines) {
	describe.skipIf(!here)(`${engine} reports as Node does, to the last byte,`, () => {
		let browser: Browser;
		let learner: Learner;

		beforeAll(async () => {
			browser = await start({ bare: true });
			learner = new Learner(await browser.page(), site.address);
		});
		afterAll(() => browser?.close());

		for (const { name, challenge, code } of programs) {
			test(`on ${name}`, async () => {
				const { slug } = challenge;
				await learner.open(slug);
				const before = (await learner.attempts(slug, 0)).length;
				await learner.check(code);
				const attempt = (await learner.attempts(slug, before + 1)).at(-1)!;
				expect(attempt.code).toBe(code);
				expect(JSON.stringify(attempt.report)).toBe(reports.get(name));
			});
		}
	});
}

test('every wrong program fails the test that is about it', () => {
	for (const { name, caughtBy } of structure.wrong) {
		const report = JSON.parse(reports.get(name)!);
		const caught = report.tests.find((one: { id: string }) => one.id === caughtBy);
		expect(caught.status, name).toBe('fail');
	}
});
