import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { Browser } from './driver/page';
import { generator } from './exercises';
import { Learner } from './learner';
import { startSite, type Site } from './site';

const { slug, solution } = generator.challenge;
const read = (name: string) => readFileSync(new URL(`cage/${name}`, import.meta.url), 'utf8');

/** Knows of every connection, whatever it wants. */
class Listener {
	readonly hits: string[] = [];
	readonly #server: Server;

	constructor() {
		this.#server = createServer((socket) => {
			socket.on('error', () => {});
			socket.once('data', (bytes) => this.hits.push(bytes.toString('latin1').slice(0, 80)));
			this.hits.push('connection');
			socket.end('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\n\r\n');
		});
	}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		const address = this.#server.address();
		if (typeof address !== 'object') throw new Error('There is no port.');
		return `http://127.0.0.1:${address!.port}`;
	}

	close(): void {
		this.#server.close();
	}
}

const messages = ['by_message', 'by_patched_port'];
const ways = [
	...messages,
	'by_patched_stringify',
	'by_patched_string',
	'by_patched_dumps',
	'by_progress',
];
const engines = [
	{ engine: 'Chromium', start: startChromium, here: true, ways },
	{ engine: 'Firefox', start: startFirefox, here: firefoxPath !== undefined, ways: messages },
];

for (const { engine, start, here, ways } of engines) {
	describe.skipIf(!here)(`In ${engine} a hostile program`, () => {
		const listener = new Listener();
		let server: string;
		let site: Site;
		let browser: Browser;
		let learner: Learner;

		beforeAll(async () => {
			[site, browser, server] = await Promise.all([
				startSite(),
				start({ bare: true }),
				listener.listen(),
			]);
			learner = new Learner(await browser.page(), site.address);
			await learner.open(slug);
			expect(await learner.check(solution)).toBe('Passed');
			await learner.attempts(slug, 1);
		});
		afterEach(() => expect(listener.hits).toEqual([]));
		afterAll(async () => {
			await browser?.close();
			await site?.close();
			listener.close();
		});

		test('reaches no storage and no network from Python', async () => {
			const output = await learner.run(read('attack.py').replace('@SERVER@', server));
			expect(output).toContain('all tried');
			expect(output).not.toContain('REACHED');
		});

		test('reaches no storage, no network and no code of others from JavaScript', async () => {
			const script = JSON.stringify(read('attack.js').replaceAll('SERVER', server));
			const output = await learner.run(read('nested.py').replace('@SCRIPT@', script));
			const told = JSON.parse(/nested: (.*)/.exec(output)![1]!) as Record<string, string>;
			expect(Object.keys(told)).toHaveLength(13);
			expect(Object.values(told).filter((text) => !text.startsWith('blocked'))).toEqual([]);
			expect(await learner.stored('attempts', slug)).toHaveLength(1);
		});

		test.each(ways)('forges no verdict %s', async (way) => {
			const before = await learner.stored('attempts', slug);
			await learner.check(`${read('forgery.py')}\n\n${way}()\n`);
			const after = await learner.attempts(slug, before.length + 1);
			expect(after.at(-1)!.report.status).not.toBe('pass');
			expect(await learner.page.heading('Results')).not.toBe('Passed');
		});

		// A free run may call JavaScript, so here the frame and the page stand alone.
		test.each(messages)('forges no answer of a run %s', async (way) => {
			const output = await learner.run(`${read('forgery.py')}\n\n${way}()\n"earned"\n`);
			expect(output).toContain('earned');
			expect(output).not.toContain('forged');
		});

		test('leaves the app as it was', async () => {
			expect(await learner.check(solution)).toBe('Passed');
		});
	});
}

test('the listener does hear who calls it', async () => {
	const listener = new Listener();
	await fetch(await listener.listen());
	expect(listener.hits).toContain('connection');
	listener.close();
});
