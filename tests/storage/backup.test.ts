import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report';
import { divider } from '../../src/core/note';
import { fillPractice } from './practice';
import { terms, under } from './terms';
import { facts, freshName, openPage, ticking } from './rig';

const exercise = { slug: 'merge-streams', version: 1 };

const practice = { cards: 3, reviews: 2, plans: 2, terms: 1 };
const noPractice = { cards: 0, reviews: 0, plans: 0, terms: 0 };

/** A report with every kind of evidence. */
const rich: Report = {
	version: 1,
	status: 'fail',
	message: null,
	problem: {
		type: 'NameError',
		text: "name 'x' is not defined",
		explanation: 'x was never given a value.',
		line: 3,
		column: null,
		traceback: 'Traceback…',
	},
	tests: [
		{
			id: 'Lazy.test_pulls',
			title: 'Pulls nothing early',
			status: 'fail',
			aspect: 'laziness',
			line: 4,
			message: 'Too much was pulled.',
			expected: '1',
			actual: '2',
			output: 'hello\n',
			cost: 1230,
			peakBytes: null,
			evidence: [
				{
					kind: 'growth',
					text: 'n²',
					points: [{ n: 1, cost: 1 }],
					reference: null,
					fitted: 'n^2',
					allowed: 'n',
				},
				{ kind: 'cost', text: 'twice', cost: 2, reference: 1, ratio: 2, allowed: 1.5 },
				{ kind: 'memory', text: 'much', peakBytes: 9, allowedBytes: 8 },
				{ kind: 'pulls', text: 'two', source: 's', log: [{ item: 0, line: null }], closed: true },
				{
					kind: 'pulls',
					text: 'three',
					source: 's',
					log: [{ item: 0, line: 2, value: '7', during: 'next(s)' }],
					closed: false,
					pulled: 3,
					ended: true,
				},
				{
					kind: 'timeline',
					text: 'one',
					elapsed: 1.5,
					peak: 1,
					spans: [{ task: 'a', label: 'b', start: 0, end: 1.5, outcome: 'cancelled' }],
				},
				{
					kind: 'timeline',
					text: 'one with its waits',
					elapsed: 1.5,
					peak: 1,
					peakAt: 0.5,
					spans: [{ task: 'a', label: 'b', start: 0, end: 1.5, outcome: 'cancelled' }],
					tasks: [
						{
							task: 'a',
							line: 3,
							parent: null,
							start: 0,
							end: 1.5,
							outcome: 'cancelled',
							waits: [{ for: 'a lock', on: [], line: 4, start: 0, end: 1.5, by: 'c', cut: true }],
							blocks: [{ line: null, start: 0, end: 0.5 }],
						},
					],
				},
				{ kind: 'counterexample', text: 'this', input: '[]' },
				{ kind: 'bugs', text: 'all', bugs: [{ symptom: 'it is late', caughtBy: ['test_late'] }] },
				{
					kind: 'interleaving',
					text: 'lost',
					seed: 1,
					threads: ['a', 'b'],
					steps: [{ thread: 'a', line: 1, source: 'x += 1', note: null }],
					waits: [{ thread: 'b', wants: 'lock', heldBy: 'a' }],
				},
			],
			traceback: 'Traceback…',
		},
	],
};

async function fullPage() {
	const page = await openPage(freshName(), { tab: 'old', appVersion: '1.2.3' });
	await page.drafts.save({ ...exercise, code: 'first', base: 0 });
	await page.drafts.reset({ ...exercise, code: 'first', starter: 'pass' });
	await page.attempts.add({ ...facts('merge-streams', 'fail'), report: rich, under });
	await page.attempts.add(facts('lru-cache', 'pass'));
	await page.notes.save({ slug: 'lru-cache', text: 'mine', base: 0 });
	await page.events.record({ ...exercise, kind: 'hint-shown', hint: 2 });
	await page.events.record({ ...exercise, kind: 'debrief-shown' });
	await page.events.record({ ...exercise, kind: 'solution-shown' });
	await page.events.record({ ...exercise, kind: 'opened' });
	await page.preferences.set({ theme: 'dark', role: null });
	await fillPractice(page);
	await page.terms.save(terms);
	return page;
}

type Page = Awaited<ReturnType<typeof openPage>>;

async function storesOf(page: Page) {
	return JSON.parse((await page.backup.export()).text).stores;
}

function importText(page: Page, text: string) {
	return page.backup.import(new Blob([text]));
}

describe('an export', () => {
	test('is one file that a person can read', async () => {
		const { name, text } = await (await fullPage()).backup.export();
		expect(name).toBe('dry-run-2026-11-23.json');
		expect(text.split('\n').slice(0, 5)).toEqual([
			'{',
			'\t"format": "dry-run-backup",',
			'\t"formatVersion": 1,',
			expect.stringMatching(/^\t"exportedAt": "2026-11-23T09:.*Z",$/),
			'\t"appVersion": "1.2.3",',
		]);
		expect(Object.keys(JSON.parse(text).stores)).toEqual([
			'drafts',
			'earlier',
			'attempts',
			'preferences',
			'notes',
			'events',
			'answers',
			'sittings',
			'cards',
			'reviews',
			'plans',
			'sessions',
			'moments',
			'decisions',
			'discussions',
			'services',
			'stories',
			'terms',
			'authored',
			'exercises',
		]);
	});

	test('brings everything to an empty device', async () => {
		const old = await fullPage();
		const { text } = await old.backup.export();
		const page = await openPage(freshName(), { tab: 'new' });
		const outcome = await importText(page, text);
		expect(outcome).toMatchObject({
			ok: true,
			value: {
				drafts: 1,
				setAside: 0,
				attempts: 2,
				preferences: 2,
				notes: 1,
				events: 4,
				...practice,
			},
		});
		const before = await storesOf(old);
		before.drafts[0].tab = 'import';
		expect(await storesOf(page)).toEqual(before);
	});

	test('imported where it came from changes nothing', async () => {
		const page = await fullPage();
		const { text } = await page.backup.export();
		const outcome = await importText(page, text);
		expect(outcome).toMatchObject({
			ok: true,
			value: {
				drafts: 0,
				setAside: 0,
				attempts: 0,
				preferences: 0,
				notes: 0,
				events: 0,
				...noPractice,
			},
		});
		expect(await storesOf(page)).toEqual(JSON.parse(text).stores);
	});
});

describe('an import', () => {
	async function twoDevices(minutes: { here: number; there: number }) {
		const here = await openPage(freshName(), { now: ticking(minutes.here) });
		const there = await openPage(freshName(), { now: ticking(minutes.there) });
		await here.drafts.save({ ...exercise, code: 'here', base: 0 });
		await there.drafts.save({ ...exercise, code: 'there', base: 0 });
		return { here, there, text: (await there.backup.export()).text };
	}

	test('lets the newer draft win and keeps the older one', async () => {
		const { here, text } = await twoDevices({ here: 0, there: 30 });
		expect(await importText(here, text)).toMatchObject({
			value: { drafts: 1, setAside: 1 },
		});
		expect((await here.drafts.get('merge-streams', 1))?.code).toBe('there');
		expect(await here.drafts.earlier('merge-streams', 1)).toMatchObject([
			{ code: 'here', reason: 'import' },
		]);
	});

	test('keeps an older draft beside the newer one that is here', async () => {
		const { here, text } = await twoDevices({ here: 30, there: 0 });
		expect(await importText(here, text)).toMatchObject({ value: { drafts: 0, setAside: 1 } });
		expect((await here.drafts.get('merge-streams', 1))?.code).toBe('here');
		expect(await here.drafts.earlier('merge-streams', 1)).toMatchObject([{ code: 'there' }]);
	});

	test('is told to an editor that is open: its next save is a conflict', async () => {
		const { here, text } = await twoDevices({ here: 0, there: 30 });
		await importText(here, text);
		const outcome = await here.drafts.save({ ...exercise, code: 'here, typed on', base: 1 });
		expect(outcome).toMatchObject({ kind: 'conflict', theirs: { code: 'there' } });
	});

	test('twice brings nothing new', async () => {
		const { here, text } = await twoDevices({ here: 30, there: 0 });
		await importText(here, text);
		const once = await storesOf(here);
		await importText(here, text);
		expect(await storesOf(here)).toEqual(once);
	});

	test('joins notes and unites attempts, and leaves the choices of this device alone', async () => {
		const old = await fullPage();
		const { text } = await old.backup.export();
		const page = await openPage(freshName());
		await page.notes.save({ slug: 'lru-cache', text: 'here', base: 0 });
		await page.attempts.add(facts('prefix-tree', 'fail'));
		await page.preferences.set({ theme: 'light' });
		await importText(page, text);
		expect((await page.notes.get('lru-cache'))?.text).toBe(`here${divider}mine`);
		expect((await page.attempts.all()).map((attempt) => attempt.slug).sort()).toEqual([
			'lru-cache',
			'merge-streams',
			'prefix-tree',
		]);
		expect((await page.preferences.get()).theme).toBe('light');
	});
});

describe('a file that cannot be used', () => {
	async function refused(change: (file: Record<string, unknown>) => unknown) {
		const page = await fullPage();
		const { text } = await page.backup.export();
		const outcome = await importText(page, JSON.stringify(change(JSON.parse(text))));
		expect(await storesOf(page)).toEqual(JSON.parse(text).stores);
		return outcome;
	}

	test('is refused when it is from a newer format', async () => {
		expect(await refused((file) => ({ ...file, formatVersion: 2, stores: 'who knows' }))).toEqual({
			ok: false,
			error: { kind: 'newer-format', found: 2, known: 1 },
		});
	});

	test.each([[{}], [[]], [null], ['text'], [{ format: 'other-app', formatVersion: 1 }]])(
		'is refused when it is something else: %j',
		async (content) => {
			expect(await refused(() => content)).toEqual({
				ok: false,
				error: { kind: 'not-a-backup' },
			});
		},
	);

	test('is refused as a whole when one row is damaged, and the place is named', async () => {
		const outcome = await refused((file) => {
			const stores = file.stores as { attempts: { report: { status: string } }[] };
			stores.attempts[1]!.report.status = 'maybe';
			return file;
		});
		expect(outcome).toMatchObject({
			ok: false,
			error: { kind: 'invalid', where: 'stores.attempts.1.report.status' },
		});
	});

	test.each([
		['a slug', { slug: '../../etc', version: 1 }],
		['a date', { slug: 'a', version: 1, savedAt: 'yesterday' }],
		['a revision', { slug: 'a', version: 1, savedAt: '2026-11-23T09:00:00Z', revision: 0 }],
	])('is refused when %s makes no sense', async (_what, part) => {
		const outcome = await refused((file) => ({
			...file,
			stores: {
				...(file.stores as object),
				drafts: [{ code: '', revision: 1, savedAt: '2026-11-23T09:00:00Z', tab: '', ...part }],
			},
		}));
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid' } });
	});

	test('is refused when it was cut off', async () => {
		const page = await fullPage();
		const { text } = await page.backup.export();
		const outcome = await importText(page, text.slice(0, text.length / 2));
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
		expect(await storesOf(page)).toEqual(JSON.parse(text).stores);
	});

	test('is refused unread when it is larger than 50 MB', async () => {
		const page = await openPage(freshName());
		const megabyte = 'x'.repeat(1024 * 1024);
		const file = new Blob([...Array.from({ length: 50 }, () => megabyte), 'x']);
		file.text = () => Promise.reject(new Error('it was read'));
		expect(await page.backup.import(file)).toEqual({
			ok: false,
			error: { kind: 'too-large', bytes: 50 * 1024 * 1024 + 1, limit: 50 * 1024 * 1024 },
		});
	});
});
