import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { longestCode } from '../../src/embed/protocol';
import type { Standard } from '../../src/embed/scorm/discovery';
import { makePackage, type Order, type Reach } from '../../src/embed/scorm/package';
import { packKept, unpackKept } from '../../src/embed/scorm/suspend';
import { startChromium } from './driver/chromium';
import { firefoxPath, startFirefox } from './driver/firefox';
import type { FramingBrowser, FramingPage } from './driver/page';
import { structure } from './exercises';
import { startCourse, type Course } from './scorm/course';
import { startSite, type Site } from './site';
import { until } from './until';

const { solution, starter } = structure.challenge;
const [wrong] = structure.wrong;

const engines = [
	{ name: 'Chromium', start: startChromium, here: true },
	{ name: 'Firefox', start: startFirefox, here: firefoxPath !== undefined },
];

let site: Site;
let course: Course;
const sizes = new Map<string, number>();

async function pack(standard: Standard, reach: Reach): Promise<void> {
	const order: Order = {
		standard,
		reach,
		slug: structure.challenge.slug,
		version: 1,
		title: structure.challenge.title,
		parameters: `v=1&ex=${structure.challenge.slug}`,
		site: site.address,
	};
	const fetchFile = async (path: string) => {
		const answer = await fetch(new URL(path, site.address));
		if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
		return new Uint8Array(await answer.arrayBuffer());
	};
	const made = await makePackage(order, fetchFile, () => {}, new AbortController().signal);
	if (!made.ok) throw new Error(JSON.stringify(made.error));
	sizes.set(`${standard} ${reach}`, made.value.size);
	await course.upload(`${reach}-${standard}`, made.value);
}

beforeAll(async () => {
	[site, course] = await Promise.all([startSite(), startCourse()]);
	await pack('1.2', 'thin');
	await pack('1.2', 'full');
	await pack('2004', 'thin');
	await pack('2004', 'full');
});
afterAll(async () => {
	await site?.close();
	await course?.close();
});

type Call = { method: string; args: string[]; answer: string };

/** A learner whose exercise is a package in a course. */
class Student {
	readonly page: FramingPage;

	constructor(page: FramingPage) {
		this.page = page;
	}

	/** Launches, and waits for the editor. */
	async launch(address: string): Promise<void> {
		await this.page.open(address);
		await until('the editor', () =>
			this.page
				.inside('embed.html', () => document.querySelector('.cm-content') !== null)
				.catch(() => false),
		);
	}

	/** What the package itself says below the exercise. */
	note(): Promise<string> {
		return this.page
			.inside('index.html', () => document.querySelector('#note')?.textContent ?? '')
			.catch(() => '');
	}

	code(): Promise<string> {
		return this.page.inside('embed.html', () =>
			[...document.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
		);
	}

	async write(code: string): Promise<void> {
		await this.page.inside(
			'embed.html',
			(text) => {
				document.querySelector<HTMLElement>('.cm-content')!.focus();
				document.execCommand('selectAll');
				document.execCommand('insertText', false, text);
			},
			code,
		);
	}

	/** Presses Check and answers the verdict. */
	async check(): Promise<string> {
		await this.page.inside('embed.html', () => {
			const buttons = [...document.querySelectorAll('button')];
			buttons.find((button) => button.textContent.trim().startsWith('Check'))!.click();
		});
		const look = () =>
			this.page
				.inside(
					'embed.html',
					() => document.querySelector('[aria-label=Results] h2')?.textContent ?? '',
				)
				.catch(() => '');
		return await until('a verdict', look, (text) => ['Passed', 'Failed', 'Error'].includes(text));
	}

	/** What the course system has been handed. */
	async kept(): Promise<Record<string, string>> {
		return await this.page.evaluate(
			() => (window as unknown as { kept: Record<string, string> }).kept,
		);
	}

	async keeps(name: string, value: string | RegExp): Promise<void> {
		const look = async () => (await this.kept())[name] ?? '';
		await until(`${name} ${String(value)}`, look, (found) =>
			typeof value === 'string' ? found === value : value.test(found),
		);
	}

	/** Every call that the course system got, whatever page made it. */
	async calls(): Promise<Call[]> {
		return await this.page.evaluate(() => JSON.parse(localStorage.getItem('calls') ?? '[]'));
	}

	/** Closes the player, as courses do: its frame is taken away. */
	async close(): Promise<void> {
		await this.page.evaluate(() => document.querySelector('iframe')!.remove());
	}
}

for (const { name: engine, start, here } of engines) {
	describe.skipIf(!here)(`a SCORM package in ${engine}`, () => {
		let browser: FramingBrowser;
		beforeAll(async () => {
			browser = await start({ bare: true });
		});
		afterAll(() => browser?.close());

		const student = async () => new Student(await browser.page());

		test('of 1.2 is worked on in two sittings: score, status, code and time', async () => {
			const learner = await student();
			const address = course.launch('thin-1.2', '1.2', 2);
			await learner.launch(address);
			await learner.keeps('cmi.core.lesson_status', 'incomplete');
			await learner.write(wrong!.code);
			expect(await learner.check()).toBe('Failed');
			await learner.keeps('cmi.core.score.raw', /^\d+(\.\d+)?$/);
			const first = await learner.kept();
			expect(Number(first['cmi.core.score.raw'])).toBeGreaterThan(0);
			expect(Number(first['cmi.core.score.raw'])).toBeLessThan(100);
			expect(first['cmi.core.lesson_status']).toBe('incomplete');
			await learner.write(`# to be continued\n${wrong!.code}`);
			await new Promise((resolve) => setTimeout(resolve, 1000));
			await learner.close();
			await learner.keeps('cmi.core.exit', 'suspend');
			expect((await learner.kept())['cmi.core.session_time']).toMatch(/^\d{4}:\d\d:\d\d\.\d\d$/);
			expect((await learner.calls()).at(-1)).toMatchObject({ method: 'LMSFinish', answer: 'true' });

			await learner.launch(address);
			await until(
				'the code of the first sitting',
				() => learner.code(),
				(code) => code.startsWith('# to be continued'),
			);
			await learner.write(solution);
			expect(await learner.check()).toBe('Passed');
			await learner.keeps('cmi.core.lesson_status', 'passed');
			await learner.keeps('cmi.core.score.raw', '100');
			await until(
				'the note',
				() => learner.note(),
				(text) => text.includes('are kept'),
			);
			// The whole tab is closed, or goes elsewhere.
			await learner.page.open(`${course.origin}/between?name=nothing&depth=0`);
			const calls = await learner.calls();
			expect(calls.at(-1)).toMatchObject({ method: 'LMSFinish', answer: 'true' });
			expect(calls.filter(({ method }) => method === 'LMSFinish')).toHaveLength(2);
			expect(calls.filter(({ answer }) => answer !== 'true')).toEqual([]);
			const suspended = calls.filter(({ args }) => args[0] === 'cmi.suspend_data');
			expect(suspended.length).toBeGreaterThan(1);
			for (const { args } of suspended) expect(args[1]!.length).toBeLessThanOrEqual(4096);
			expect(unpackKept(suspended.at(-1)!.args[1]!)).toMatchObject({ best: 1, passed: true });
			await learner.page.close();
		});

		test('of 2004 that carries the app needs nobody else', async () => {
			const learner = await student();
			await learner.launch(course.launch('full-2004', '2004', 1));
			const hosts = await learner.page.inside('embed.html', () =>
				performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
			);
			expect(new Set(hosts)).toEqual(new Set([new URL(course.origin).host]));
			await learner.write(solution);
			expect(await learner.check()).toBe('Passed');
			await learner.keeps('cmi.success_status', 'passed');
			await learner.close();
			await learner.keeps('cmi.exit', 'suspend');
			expect(await learner.kept()).toMatchObject({
				'cmi.completion_status': 'completed',
				'cmi.score.scaled': '1',
				'cmi.score.raw': '100',
				'cmi.score.min': '0',
				'cmi.score.max': '100',
				'cmi.session_time': expect.stringMatching(/^PT\d+H\d+M[\d.]+S$/),
			});
			const calls = await learner.calls();
			expect(calls.filter(({ answer }) => answer !== 'true')).toEqual([]);
			expect(calls.at(-1)?.method).toBe('Terminate');
			await learner.page.close();
		});

		test('whose program cannot be brought back says so, and keeps it', async () => {
			const learner = await student();
			const address = course.launch('thin-1.2', '1.2', 1);
			// No frame takes a program that is longer.
			const code = `# ${'x'.repeat(longestCode)}`;
			const { text } = packKept({ code, hints: 0, attempts: 1, best: 0.25, passed: false });
			await learner.page.open(`${course.origin}/between?name=nothing&depth=0`);
			await learner.page.evaluate(
				(key, kept) => localStorage.setItem(key, JSON.stringify({ 'cmi.suspend_data': kept })),
				`course ${new URL(address).search}`,
				text,
			);
			await learner.launch(address);
			await until(
				'the note',
				() => learner.note(),
				(said) => said.includes('could not be brought back'),
			);
			await learner.write(wrong!.code);
			expect(await learner.check()).toBe('Failed');
			await learner.keeps('cmi.core.score.raw', /^\d+(\.\d+)?$/);
			await learner.close();
			await learner.keeps('cmi.core.exit', 'suspend');
			expect(unpackKept((await learner.kept())['cmi.suspend_data']!)?.code).toBe(code);
			await learner.page.close();
		});

		test('outside of a course works, and says that nothing is handed in', async () => {
			const learner = await student();
			await learner.launch(course.bare('thin-1.2'));
			await until(
				'the note',
				() => learner.note(),
				(text) => text.includes('No course system'),
			);
			expect((await learner.code()).trim()).toBe(starter.trim());
			await learner.page.close();
		});

		test('keeps the score of a program that is too long, and says what is not kept', async () => {
			const learner = await student();
			await learner.launch(course.launch('thin-2004', '2004'));
			let state = 7;
			const noise = Array.from({ length: 9000 }, () => {
				state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
				return String.fromCharCode(40 + (state % 50));
			}).join('');
			await learner.write(`${solution}\n# ${noise}`);
			expect(await learner.check()).toBe('Passed');
			await learner.keeps('cmi.success_status', 'passed');
			await until(
				'the note',
				() => learner.note(),
				(text) => text.includes('copy it before'),
			);
			const kept = unpackKept((await learner.kept())['cmi.suspend_data']!);
			expect(kept).toMatchObject({ code: null, best: 1, passed: true });
			await learner.page.close();
		});
	});
}

describe('the size of a SCORM package', () => {
	test('is small when the site is framed, and one upload when it carries the app', () => {
		expect(sizes.get('1.2 thin')).toBeLessThan(20_000);
		expect(sizes.get('2004 thin')).toBeLessThan(20_000);
		expect(sizes.get('1.2 full')).toBeGreaterThan(5_000_000);
		expect(sizes.get('1.2 full')).toBeLessThan(25_000_000);
		process.stdout.write(`full package: ${sizes.get('1.2 full')} bytes\n`);
	});
});
