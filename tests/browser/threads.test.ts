import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser } from './driver/page';
import { startWebKit, webkitDriver } from './driver/webkit';
import { generator, threads } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';

const { challenge, wrong } = threads;
const racy = wrong.find(({ name }) => name === 'counts_without_a_lock')!;
const pool = `import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor

jobs = queue.Queue()

def work():
    while (job := jobs.get()) is not None:
        time.sleep(0.01)
        print(threading.current_thread().name, "did", job)

worker = threading.Thread(target=work, name="worker")
worker.start()
for job in ("one", "two"):
    jobs.put(job)
jobs.put(None)
worker.join()
with ThreadPoolExecutor(max_workers=2) as executor:
    print(sum(executor.map(lambda n: n * n, range(4))))
`;

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site?.close());

const able = [
	{ engine: 'Chromium', start: startChromium, here: true },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];

for (const { engine, start, here } of able) {
	describe.skipIf(!here)(`In ${engine} threads`, () => {
		let browser: Browser;
		let learner: Learner;

		beforeAll(async () => {
			browser = await start({ bare: true });
			learner = new Learner(await browser.page(), site.address);
			await learner.open(challenge.slug);
		});
		afterAll(() => browser?.close());

		test('simply work in a run', async () => {
			const output = await learner.run(pool);
			expect(output).toContain('worker did one\nworker did two\n14');
		});

		test('that never end are told, and the next run works', async () => {
			const output = await learner.run(
				'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n',
			);
			expect(output).toMatch(/deadlock/i);
			expect(await learner.run('print("alive", 6 * 7)\n')).toContain('alive 42');
		});

		test('that race are found out, with the schedule that shows it', async () => {
			expect(await learner.check(racy.code)).toBe('Failed');
			const results = await learner.results();
			expect(results).toMatch(/lost/);
			const [attempt] = await learner.attempts(challenge.slug, 1);
			const evidence = attempt!.report.tests.flatMap((one) => one.evidence);
			expect(evidence.map(({ kind }) => kind)).toContain('interleaving');
		});

		test('that are guarded pass', async () => {
			expect(await learner.check(challenge.solution)).toBe('Passed');
		});
	});
}

describe.skipIf(webkitDriver === undefined)('In WebKit, which cannot switch stacks,', () => {
	let browser: Browser;
	let learner: Learner;

	beforeAll(async () => {
		browser = await startWebKit();
		learner = new Learner(await browser.page(), site.address);
	});
	afterAll(() => browser?.close());

	test('a program with threads is told so', async () => {
		await learner.open(challenge.slug);
		expect(await learner.run(pool)).toContain('This browser cannot run threads');
	});

	test('an exercise about threads does not pass, and says why', async () => {
		expect(await learner.check(challenge.solution)).not.toBe('Passed');
		expect(await learner.results()).toMatch(/browser cannot/);
	});

	test('everything else works', async () => {
		await learner.open(generator.challenge.slug);
		expect(await learner.check(generator.challenge.solution)).toBe('Passed');
	});
});
