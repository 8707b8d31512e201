import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/answer';
import { readAnswers } from '../../src/content/answers';
import { startChromium, type Chromium, type ChromiumPage } from './driver/chromium';
import { generator } from './exercises';
import { Learner } from './learner';
import { ModelServer, type Manner } from './modelserver';
import { startSite, type Site } from './site';
import { until } from './until';

const slug = 'queue-from-a-list';
const { drills } = await readAnswers('challenges');
const drill = drills.find((candidate) => candidate.slug === slug)!;
const said = 'Every pop from the front shifts every item behind it. At work we had 200,000 jobs.';
const key = 'sk-test-0123456789';
const feedback = 'You name the shift, and a number from work. Say what you measured.';
const questions = ['What would a deque cost in the middle?', 'How would you prove it?'];
const good: Manner = {
	kind: 'says',
	pieces: [`FEEDBACK: ${feedback}`, `\nQUESTION: ${questions[0]}`, `\nQUESTION: ${questions[1]}`],
};

let site: Site;
let browser: Chromium;
let server: ModelServer;
let page: ChromiumPage;
let learner: Learner;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), startChromium({ bare: true })]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

async function start(options: Parameters<Chromium['page']>[0] = {}): Promise<void> {
	server = new ModelServer();
	server.manner = good;
	await server.listen();
	page = await browser.page(options);
	learner = new Learner(page, site.address);
}

async function read(): Promise<string> {
	return (await page.evaluate(() => document.querySelector('main')?.innerText)) ?? '';
}

async function shows(words: string): Promise<string> {
	return await until(words, read, (text) => text.includes(words), 20);
}

/** Answers the drill; the page then shows its score. */
async function rehearse(): Promise<void> {
	await learner.visit(`#/drills/${slug}`);
	await page.tab.getByRole('button', { name: 'Begin' }).click();
	await page.tab.getByRole('button', { name: 'Answer now' }).click();
	await page.tab.getByRole('textbox', { name: 'Your answer' }).fill(said);
	await page.tab.getByRole('button', { name: /^Done/ }).click();
	await page.tab.getByRole('button', { name: 'I would rather not say' }).click();
	await shows('A model answer');
}

/** Names the server in Settings, says yes to it, and takes the first of its models. */
async function nameServer(address = server.address): Promise<void> {
	const answer = await page.evaluate(() => location.hash);
	await learner.visit('#/settings');
	await page.tab.getByRole('radio', { name: 'A server', exact: true }).check();
	await page.tab.getByLabel('Address').fill(address);
	await page.tab.getByLabel('Address').press('Tab');
	await page.tab.getByRole('checkbox', { name: /^Yes, send this/ }).check();
	await page.tab.getByLabel('Model', { exact: true }).fill('llama');
	await page.tab.getByLabel('Model', { exact: true }).press('Tab');
	await shows('Asked on a scored drill');
	await learner.visit(answer);
	await shows('What a model says');
}

const ask = () => page.click('button', 'Ask the model');
const verdict = () => page.evaluate(() => document.querySelector('.verdict')?.textContent ?? '');
const answers = () => learner.stored<Answer>('answers', slug);

/** How far an answer got, once the model is done. */
async function askAnd(words: string): Promise<string> {
	await ask();
	await shows(words);
	return await until('the end', read, (text) => text.includes('Ask again'), 20);
}

describe('A model', () => {
	beforeEach(() => start());
	afterEach(async () => {
		await page?.close();
		await server?.close();
	});

	test('is off until it is wanted, and then nothing leaves the device', async () => {
		const elsewhere: string[] = [];
		page.context.on('request', (request) => {
			if (!request.url().startsWith(site.address)) elsewhere.push(request.url());
		});
		await rehearse();
		expect(await read()).not.toContain('Ask the model');
		await learner.visit('#/settings');
		await shows('No model is asked, and nothing leaves this device.');
		await page.tab.getByRole('radio', { name: 'A server', exact: true }).check();
		await page.tab.getByLabel('Address').fill(server.address);
		await page.tab.getByLabel('Address').press('Tab');
		await page.tab.getByLabel('Key, if it wants one').fill(key);
		await page.tab.getByLabel('Key, if it wants one').press('Tab');
		await shows('and your key to be let in');
		await page.tab.getByRole('button', { name: 'Test connection' }).click({ force: true });
		await shows('Say yes above first');
		expect(server.hits).toEqual([]);
		expect(elsewhere.filter((url) => !url.startsWith('data:'))).toEqual([]);
	});

	test('is set up and asked with the keyboard alone', async () => {
		server.key = key;
		await rehearse();
		const answer = await page.evaluate(() => location.hash);
		await learner.visit('#/settings');
		await page.tab.getByRole('radio', { name: 'None' }).focus();
		await page.press('ArrowRight');
		await page.press('ArrowRight');
		await page.tab.getByLabel('Address').waitFor();
		await page.press('Tab');
		await page.insert(server.address);
		await page.press('Tab');
		await page.tab.getByLabel('Key, if it wants one').waitFor();
		await page.tab.getByLabel('Address').focus();
		await page.press('Tab');
		await page.insert(key);
		await page.press('Tab');
		await shows('Forget it');
		await page.press('Tab');
		const focused = () =>
			page.evaluate(() => document.activeElement?.closest('label')?.innerText ?? '');
		await until('the yes', async () => {
			if ((await focused()).startsWith('Yes')) return true;
			await page.press('Tab');
			return false;
		});
		await page.press('Space');
		await page.press('Tab');
		await page.press('Enter');
		await shows('It has 2 models');
		await page.press('Tab');
		await page.press('q');
		await shows('Asked on a scored drill');
		await learner.visit(answer);
		await page.tab.getByRole('button', { name: 'Ask the model' }).focus();
		await page.press('Enter');
		await shows(feedback);
		await shows(questions[1]!);
		expect(JSON.parse(server.questions.at(-1)!)).toMatchObject({ model: 'qwen', stream: true });
		expect(server.hits.at(-1)!.key).toBe(`Bearer ${key}`);
		expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
			'Ask again',
		);
	});

	test('gets the question, the answer and the key points, and leaves the score alone', async () => {
		await rehearse();
		const before = await verdict();
		const [stored] = await answers();
		await nameServer();
		expect(server.hits).toEqual([]);
		const text = await askAnd(feedback);
		expect(text).toContain(`Words of llama at ${server.address}`);
		expect(await verdict()).toBe(before);
		expect(await answers()).toEqual([stored]);
		const { messages, ...rest } = JSON.parse(server.questions[0]!);
		expect(rest).toEqual({ model: 'llama', stream: true });
		const points = drill.points.map(({ says }) => `- ${says}`).join('\n');
		expect(messages[1].content).toBe(
			`The question:\n${drill.question.text.trim()}\n\nA good answer says:\n${points}\n\n<answer>\n${said}\n</answer>`,
		);
		expect(server.hits.every(({ key }) => key === null)).toBe(true);
	});

	test('asks questions that can be answered, and the answers stay', async () => {
		await rehearse();
		await nameServer();
		await askAnd(feedback);
		await page.focus(questions[0]!);
		await page.insert('Half of its length.');
		await page.press('Tab');
		await until('the words', answers, ([answer]) => answer?.followUps.length === 1);
		await page.reload();
		await shows('What a model says');
		expect(await page.tab.getByRole('textbox', { name: questions[0]! }).inputValue()).toBe(
			'Half of its length.',
		);
		expect((await answers())[0]!.score.overall).toBeGreaterThan(0);
	});

	test('that is slow is read as it writes, and can be stopped', async () => {
		server.manner = { ...good, pause: 1500 };
		await rehearse();
		await nameServer();
		await ask();
		await shows(feedback);
		expect(await read()).not.toContain(questions[1]);
		await shows('It is still writing');
		await page.click('button', 'Stop');
		await shows('Stopped.');
		expect(await read()).toContain(feedback);
		await page.click('button', 'Ask again');
		await shows(questions[1]!);
	});

	test('goes on writing while another page is looked at', async () => {
		server.manner = { ...good, pause: 1500 };
		await rehearse();
		await nameServer();
		const answer = await page.evaluate(() => location.hash);
		await learner.visit('#/settings');
		await shows('Asked on a scored drill');
		await learner.visit(answer);
		await ask();
		await shows(feedback);
		await learner.visit('#/settings');
		await shows('Asked on a scored drill');
		await learner.visit(answer);
		await shows(questions[1]!);
		expect(await until('the end', read, (text) => text.includes('Ask again'), 20)).not.toContain(
			'did not keep to the form',
		);
	});

	test('that says nothing is given up after half a minute, or earlier by hand', async () => {
		server.manner = { kind: 'silent' };
		await page.tab.clock.install();
		await rehearse();
		await nameServer();
		await ask();
		await shows('Waiting for its first words');
		await until('the question', async () => server.questions.length === 1);
		await page.tab.clock.runFor(29_000);
		expect(await read()).toContain('Waiting for its first words');
		await page.tab.clock.runFor(2_000);
		await shows('The model said nothing for 30 seconds.');
		await page.click('button', 'Ask again');
		await shows('Waiting for its first words');
		await page.click('button', 'Stop');
		await shows('Stopped.');
		expect(await read()).toContain(said.slice(0, 40));
	});

	test('that talks nonsense is shown as plain text, never as a page', async () => {
		const nonsense = '<img src=x onerror="document.title=1"><h1 id="sly">{"a":</h1> lorem';
		server.manner = { kind: 'says', pieces: [nonsense] };
		await rehearse();
		await nameServer();
		const text = await askAnd('It did not keep to the form');
		expect(text).toContain(nonsense);
		expect(await page.evaluate(() => document.querySelectorAll('#sly, main img').length)).toBe(0);
		expect(await page.tab.title()).not.toBe('1');
	});

	test('that grades is not heard on that', async () => {
		server.manner = {
			kind: 'says',
			pieces: ['FEEDBACK: Well begun. Score: 2/10.\nQUESTION: Why?'],
		};
		await rehearse();
		await nameServer();
		const text = await askAnd('It also gave a grade, which is left out');
		expect(text).toContain('Well begun.');
		expect(text).not.toContain('2/10');
	});

	test('may answer in one piece', async () => {
		const content = `FEEDBACK: ${feedback}\nQUESTION: ${questions[0]}\nQUESTION: ${questions[1]}`;
		const body = JSON.stringify({ choices: [{ message: { content } }] });
		server.manner = { kind: 'whole', body };
		await rehearse();
		await nameServer();
		expect(await askAnd(feedback)).toContain(questions[1]);
	});

	const missing = '{"error":{"message":"model \\"llama\\" not found, try pulling it first"}}';
	const failures: [string, Manner, string, string][] = [
		[
			'a model that is not there',
			status(404, missing),
			'no model called “llama”',
			'Choose another',
		],
		['a wrong path', status(404, '404 page not found'), 'no model behind this', 'ends in /v1'],
		['too many questions', status(429, '{}'), 'too many questions', 'Wait a minute'],
		['a fault', status(500, '{"error":"out of memory"}'), '(500). out of memory', 'Ask again'],
		['a page', { kind: 'page' }, 'not the answer of a model', 'Check the address'],
		['other JSON', { kind: 'whole', body: '{"ok":true}' }, 'not the answer', 'Check the address'],
		['nothing at all', { kind: 'says', pieces: [] }, 'answered with nothing', 'Ask again'],
		['a broken line', { kind: 'drops', after: [] }, 'connection broke', 'Ask again'],
	];
	test('that fails says how and what to do, and takes nothing away', async () => {
		await rehearse();
		const before = await verdict();
		await nameServer();
		await askAnd(feedback);
		for (const [what, manner, happened, todo] of failures) {
			server.manner = manner;
			await page.click('button', 'Ask again');
			const text = await shows(happened);
			expect(text, what).toContain(todo);
			expect(text, what).toContain(feedback);
			expect(text, what).toContain(said.slice(0, 40));
		}
		server.manner = { kind: 'drops', after: ['FEEDBACK: Only half of it'] };
		await page.click('button', 'Ask again');
		expect(await shows('before the model had finished')).toContain('Only half of it');
		server.key = key;
		await page.click('button', 'Ask again');
		await shows('The server wants a key.');
		expect(await verdict()).toBe(before);
	});

	test('with a wrong key says so, and shows the key nowhere', async () => {
		server.key = key;
		await rehearse();
		await nameServer();
		const answer = await page.evaluate(() => location.hash);
		const logged: string[] = [];
		page.tab.on('console', (message) => logged.push(message.text()));
		await learner.visit('#/settings');
		await page.tab.getByLabel('Key, if it wants one').fill('sk-wrong');
		await page.tab.getByLabel('Key, if it wants one').press('Tab');
		await shows('Forget it');
		expect(await page.tab.getByLabel('Key, if it wants one').inputValue()).toBe('');
		await page.click('button', 'Test connection');
		await shows('The server does not accept the key.');
		await learner.visit(answer);
		const text = await askAnd('The server does not accept the key.');
		expect(text).not.toContain('sk-wrong');
		expect(logged.join()).not.toContain('sk-wrong');
		await learner.visit('#/settings');
		const saving = page.tab.waitForEvent('download');
		await page.click('button', 'Export');
		const file = readFileSync(await (await saving).path(), 'utf8');
		expect(file).toContain(said.slice(0, 40));
		expect(file).not.toContain('sk-wrong');
		expect(file).not.toContain(server.address);
		await page.click('button', 'Forget it');
		await until(
			'no key',
			() => learner.stored<{ server: { key: string } }>('model'),
			([row]) => {
				return row?.server.key === '';
			},
		);
	});

	test('that does not let the page in says which origin to allow', async () => {
		server.open = false;
		await rehearse();
		await nameServer();
		const origin = new URL(site.address).origin;
		expect(await askAnd('does not let this page in')).toContain(`OLLAMA_ORIGINS=${origin}`);
		expect(server.questions).toEqual([]);
	});

	test('that is not running says so', async () => {
		await rehearse();
		await nameServer();
		await server.close();
		const text = await askAnd(`Nothing answers at ${server.address}`);
		expect(text).toContain('Is the server running');
		await server.listen(Number(new URL(server.address).port));
		await page.click('button', 'Ask again');
		await shows(feedback);
	});

	test('elsewhere is not tried without a network', async () => {
		await rehearse();
		await nameServer('http://models.example.com/v1');
		await page.unplug();
		await askAnd('There is no network');
	});

	test('that points elsewhere is not followed', async () => {
		const other = new ModelServer();
		await other.listen();
		server.manner = { kind: 'moved', to: `${other.address}/chat/completions` };
		await rehearse();
		await nameServer();
		await askAnd('points to another address');
		expect(other.hits).toEqual([]);
		await other.close();
	});

	test('is not asked any more once the yes is taken back', async () => {
		server.manner = { ...good, pause: 3000 };
		await rehearse();
		await nameServer();
		await ask();
		await shows(feedback);
		const answer = await page.evaluate(() => location.hash);
		await page.evaluate(() => {
			location.hash = '#/settings';
		});
		await page.tab.getByRole('checkbox', { name: /^Yes, send this/ }).uncheck();
		await page.evaluate((hash) => {
			location.hash = hash;
		}, answer);
		await shows('Yes, send this to');
		expect(await read()).toContain('Stopped.');
		expect(await page.tab.getByRole('button', { name: /^Ask/ }).count()).toBe(0);
		const before = server.hits.length;
		await page.tab.getByRole('checkbox', { name: /^Yes, send this/ }).click();
		await until('the focus', () =>
			page.evaluate(() => document.activeElement?.textContent?.trim() === 'Ask again'),
		);
		expect(server.hits).toHaveLength(before);
	});

	test('of another address gets neither the key nor the yes of the first', async () => {
		await rehearse();
		await nameServer();
		await learner.visit('#/settings');
		await page.tab.getByLabel('Key, if it wants one').fill(key);
		await page.tab.getByLabel('Key, if it wants one').press('Tab');
		await shows('Forget it');
		await page.tab.getByLabel('Address').fill('ftp://x');
		await page.tab.getByLabel('Address').press('Tab');
		await shows('has to begin with http');
		await page.tab.getByLabel('Address').fill('localhost:9/v1');
		await page.tab.getByLabel('Address').press('Tab');
		await shows('Yes, send this to http://localhost:9/v1');
		expect(await read()).not.toContain('Forget it');
		expect(await page.tab.getByRole('checkbox', { name: /^Yes, send/ }).isChecked()).toBe(false);
	});

	test('of the browser is downloaded on request, and asked without a network', async () => {
		await page.tab.addInitScript(() => {
			let support = 'downloadable';
			Object.assign(globalThis, {
				LanguageModel: {
					availability: async () => support,
					async create(options: { monitor?(monitor: EventTarget): void }) {
						const monitor = new EventTarget();
						options.monitor?.(monitor);
						const steps = support === 'downloadable' ? [0.25, 0.5, 1] : [];
						for (const loaded of steps) {
							await new Promise((resolve) => setTimeout(resolve, 400));
							monitor.dispatchEvent(
								Object.assign(new Event('downloadprogress'), { loaded, total: 1 }),
							);
						}
						support = 'available';
						return {
							destroy() {},
							promptStreaming: (input: string) =>
								new ReadableStream({
									start(controller) {
										controller.enqueue(`FEEDBACK: You wrote ${input.length > 100}.`);
										controller.enqueue('\nQUESTION: Why so?\nQUESTION: How so?');
										controller.close();
									},
								}),
						};
					},
				},
			});
		});
		await rehearse();
		const answer = await page.evaluate(() => location.hash);
		await page.evaluate(() => {
			location.hash = '#/settings';
		});
		await page.tab.getByRole('radio', { name: 'The browser’s own' }).check();
		await page.click('button', 'Download it');
		await shows('50');
		await page.tab.getByRole('progressbar', { name: 'Download of the model' }).waitFor();
		await shows('Ready.');
		await page.unplug();
		await page.evaluate((hash) => {
			location.hash = hash;
		}, answer);
		expect(await askAnd('You wrote true.')).toContain('Why so?');
		expect(server.hits).toEqual([]);
	});

	test('of the browser that is not there says so', async () => {
		await page.tab.addInitScript(() => Object.assign(globalThis, { LanguageModel: undefined }));
		await rehearse();
		const answer = await page.evaluate(() => location.hash);
		await learner.visit('#/settings');
		await page.tab.getByRole('radio', { name: 'The browser’s own' }).check();
		await shows('This browser has no model of its own');
		await learner.visit(answer);
		await askAnd('This browser has no model of its own');
	});

	test('is out of reach for the Python of an exercise', async () => {
		await rehearse();
		await nameServer();
		await learner.open(generator.challenge.slug);
		const attack = readFileSync(new URL('cage/attack.py', import.meta.url), 'utf8');
		const output = await learner.run(attack.replace('@SERVER@', new URL(server.address).origin));
		expect(output).toContain('all tried');
		expect(output).not.toContain('REACHED');
		const looking =
			'import js\nprint("model:", getattr(js, "LanguageModel", None) is None or str(js.LanguageModel))';
		expect(await learner.run(looking)).toMatch(/model: (True|undefined)/);
		expect(server.hits).toEqual([]);
	});
});

function status(code: number, body: string): Manner {
	return { kind: 'status', status: code, body };
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
	{ name: `${colorScheme} on a desk`, colorScheme, viewport: { width: 1440, height: 900 } },
	{ name: `${colorScheme} on a phone`, colorScheme, viewport: { width: 390, height: 844 } },
]);

describe('axe finds nothing where a model speaks', () => {
	test.each(looks)('$name', async ({ name, colorScheme, viewport }) => {
		await start({ colorScheme, viewport, reducedMotion: 'reduce' });
		const pictures = process.env.PICTURES;
		const look = async (what: string) => {
			const { violations } = await new AxeBuilder({ page: page.tab }).analyze();
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(wide).toBeLessThanOrEqual(0);
			if (pictures) {
				const path = `${pictures}/${what}-${name.replaceAll(' ', '-')}.png`;
				await page.tab.screenshot({ path, fullPage: true });
			}
			return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
		};
		await rehearse();
		const answer = await page.evaluate(() => location.hash);
		await learner.visit('#/settings');
		await shows('No model is asked');
		expect(await look('none')).toEqual([]);
		await page.tab.getByRole('radio', { name: 'The browser’s own' }).check();
		await shows('model of its own');
		expect(await look('browser')).toEqual([]);
		await page.tab.getByRole('radio', { name: 'A server', exact: true }).check();
		await page.tab.getByLabel('Address').fill(server.address);
		await page.tab.getByLabel('Address').press('Tab');
		await shows('Yes, send this');
		expect(await look('asking')).toEqual([]);
		await learner.visit(answer);
		await shows('Yes, send this');
		expect(await look('not-yet')).toEqual([]);
		await page.tab.getByRole('checkbox', { name: /^Yes, send this/ }).click();
		await page.tab.getByRole('link', { name: 'Settings', exact: true }).last().waitFor();
		await learner.visit('#/settings');
		await page.click('button', 'Test connection');
		await shows('It has 2 models');
		await page.tab.getByLabel('Model', { exact: true }).selectOption('llama');
		expect(await look('tested')).toEqual([]);
		await learner.visit(answer);
		server.manner = { ...good, pause: 2000 };
		await ask();
		await shows('It is still writing');
		expect(await look('speaking')).toEqual([]);
		await until('the end', read, (text) => text.includes('Ask again'));
		expect(await read()).toContain(questions[1]);
		expect(await look('spoken')).toEqual([]);
		server.open = false;
		await page.click('button', 'Ask again');
		await shows('does not let this page in');
		expect(await look('failed')).toEqual([]);
		await page.close();
		await server.close();
	});
});
