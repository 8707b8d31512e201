import { describe, expect, test, vi } from 'vitest';
import { defaults } from '../../src/core/preferences';
import { newId } from '../../src/storage/identity';
import { persist, usage } from '../../src/storage/persistence';
import { fillPractice } from './practice';
import { facts, freshName, openPage, ticking, until } from './rig';

describe('attempts', () => {
	test('come back whole, oldest first, for one challenge or all', async () => {
		const name = freshName();
		const page = await openPage(name, { tab: 'one' });
		const first = await page.attempts.add(facts('lru-cache', 'fail'));
		const second = await page.attempts.add(facts('merge-streams', 'error'));
		const third = await page.attempts.add(facts('lru-cache', 'pass'));
		page.close();
		const again = await openPage(name);
		expect(await again.attempts.all()).toEqual([first, second, third]);
		expect(await again.attempts.forSlug('lru-cache')).toEqual([first, third]);
		expect(await again.attempts.forSlug('lru')).toEqual([]);
		expect(first).toMatchObject({ tabId: 'one', at: '2026-11-23T09:00:01.000Z' });
	});

	test('say how far each challenge is, together with the drafts', async () => {
		const page = await openPage(freshName());
		await page.attempts.add(facts('passed-once', 'pass'));
		await page.attempts.add(facts('passed-once', 'fail'));
		await page.attempts.add(facts('failed', 'error'));
		for (const slug of ['failed', 'started']) {
			await page.drafts.save({ slug, version: 1, code: 'x', base: 0 });
		}
		expect(Object.fromEntries(await page.progress())).toEqual({
			'passed-once': 'passed',
			failed: 'failed',
			started: 'started',
		});
	});
});

describe('events', () => {
	test('come back in order, for one challenge or all', async () => {
		const page = await openPage(freshName());
		const of = { slug: 'lru-cache', version: 1 };
		await page.events.record({ ...of, kind: 'hint-shown', hint: 1 });
		await page.events.record({ slug: 'other', version: 1, kind: 'opened' });
		await page.events.record({ ...of, kind: 'debrief-shown' });
		const kinds = (await page.events.forSlug('lru-cache')).map((event) => event.kind);
		expect(kinds).toEqual(['hint-shown', 'debrief-shown']);
		expect((await page.events.all()).map((event) => event.slug)).toEqual([
			'lru-cache',
			'other',
			'lru-cache',
		]);
	});
});

describe('notes', () => {
	test('of two tabs are joined, not overwritten', async () => {
		const name = freshName();
		const one = await openPage(name);
		const two = await openPage(name, { now: ticking(10) });
		const start = await one.notes.save({ slug: 'lru-cache', text: 'Order matters.', base: 0 });
		await one.notes.save({ slug: 'lru-cache', text: 'Use an OrderedDict.', base: start.revision });
		const joined = await two.notes.save({
			slug: 'lru-cache',
			text: 'Evict before insert.',
			base: start.revision,
		});
		expect(joined.text).toContain('Use an OrderedDict.');
		expect(joined.text).toContain('Evict before insert.');
		expect(await one.notes.get('lru-cache')).toEqual(joined);
		expect(await one.notes.all()).toEqual([joined]);
	});

	test('can be emptied', async () => {
		const page = await openPage(freshName());
		const note = await page.notes.save({ slug: 'lru-cache', text: 'x', base: 0 });
		await page.notes.save({ slug: 'lru-cache', text: '', base: note.revision });
		expect((await page.notes.get('lru-cache'))?.text).toBe('');
	});
});

describe('preferences', () => {
	test('store what was chosen and follow the defaults otherwise', async () => {
		const name = freshName();
		const page = await openPage(name);
		expect(await page.preferences.get()).toEqual(defaults);
		await page.preferences.set({ theme: 'dark', editorFontSize: 99 });
		page.close();
		const again = await openPage(name);
		expect(await again.preferences.get()).toEqual({
			...defaults,
			theme: 'dark',
			editorFontSize: 28,
		});
		const { text } = await again.backup.export();
		expect(JSON.parse(text).stores.preferences).toEqual({ theme: 'dark', editorFontSize: 99 });
	});

	test('changed in one tab are announced to the other', async () => {
		const name = freshName();
		const one = await openPage(name);
		const two = await openPage(name);
		const heard: string[] = [];
		two.subscribe((change) => heard.push(change.kind));
		await one.preferences.set({ role: 'data' });
		await until(() => heard.length > 0);
		expect(heard).toEqual(['preferences']);
		expect((await two.preferences.get()).role).toBe('data');
	});
});

describe('erasing', () => {
	test('leaves nothing', async () => {
		const page = await openPage(freshName());
		await page.attempts.add(facts('lru-cache', 'pass'));
		await page.drafts.reset({ slug: 'lru-cache', version: 1, code: 'mine', starter: 'pass' });
		await page.notes.save({ slug: 'lru-cache', text: 'x', base: 0 });
		await page.events.record({ slug: 'lru-cache', version: 1, kind: 'opened' });
		await page.preferences.set({ theme: 'dark' });
		await fillPractice(page);
		await page.erase();
		expect(JSON.parse((await page.backup.export()).text).stores).toEqual({
			drafts: [],
			earlier: [],
			attempts: [],
			preferences: {},
			notes: [],
			events: [],
			answers: [],
			sittings: [],
			cards: [],
			reviews: [],
			plans: [],
			sessions: [],
			moments: [],
			decisions: [],
			discussions: [],
			services: [],
			stories: [],
			terms: [],
			authored: [],
			exercises: [],
		});
	});
});

describe('persistence', () => {
	test('is asked of the browser', async () => {
		const asked = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
		vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
		expect(await persist()).toBe('granted');
		expect(asked).toHaveBeenCalledOnce();
		asked.mockResolvedValue(false);
		expect(await persist()).toBe('denied');
		asked.mockRejectedValue(new TypeError('not here'));
		expect(await persist()).toBe('unsupported');
		vi.restoreAllMocks();
	});

	test('is reported as unsupported where the browser has none', async () => {
		vi.stubGlobal('navigator', {});
		expect(await persist()).toBe('unsupported');
		expect(await usage()).toBeNull();
		vi.unstubAllGlobals();
	});

	test('tells how much room there is', async () => {
		const room = await usage();
		expect(room?.available).toBeGreaterThan(0);
	});
});

describe('an id', () => {
	test('is a UUID, with or without the browser’s own', () => {
		const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
		expect(newId()).toMatch(uuid);
		const real = crypto;
		vi.stubGlobal('crypto', {
			getRandomValues: (b: Uint8Array<ArrayBuffer>) => real.getRandomValues(b),
		});
		const ids = new Set(Array.from({ length: 50 }, newId));
		vi.unstubAllGlobals();
		expect(ids.size).toBe(50);
		for (const id of ids) expect(id).toMatch(uuid);
	});
});
