import { describe, expect, test } from 'vitest';
import { freshName, openPage, ticking, until } from './rig';

const exercise = { slug: 'merge-streams', version: 1 };

describe('a draft', () => {
	test('is there after the page was closed', async () => {
		const name = freshName();
		const first = await openPage(name);
		await first.drafts.save({ ...exercise, code: 'a = 1', base: 0 });
		first.close();
		const second = await openPage(name);
		expect(second.health).toEqual({ durable: true });
		expect(await second.drafts.get('merge-streams', 1)).toMatchObject({
			code: 'a = 1',
			revision: 1,
		});
	});

	test('belongs to one version of the exercise', async () => {
		const page = await openPage(freshName());
		await page.drafts.save({ ...exercise, code: 'old', base: 0 });
		await page.drafts.save({ ...exercise, version: 2, code: 'new', base: 0 });
		await page.drafts.save({ slug: 'other', version: 1, code: 'other', base: 0 });
		const drafts = await page.drafts.forSlug('merge-streams');
		expect(drafts.map((draft) => draft.code)).toEqual(['new', 'old']);
	});

	test('takes saves that were not waited for, in their order', async () => {
		const page = await openPage(freshName());
		const saves = ['a', 'ab', 'abc'].map((code) =>
			page.drafts.save({ ...exercise, code, base: 0 }),
		);
		expect((await Promise.all(saves)).map((outcome) => outcome.kind)).toEqual([
			'saved',
			'saved',
			'saved',
		]);
		expect((await page.drafts.get('merge-streams', 1))?.code).toBe('abc');
	});
});

describe('two tabs on one exercise', () => {
	async function conflicting() {
		const name = freshName();
		const one = await openPage(name, { tab: 'one', now: ticking(0) });
		const two = await openPage(name, { tab: 'two', now: ticking(10) });
		await one.drafts.save({ ...exercise, code: 'start', base: 0 });
		await one.drafts.save({ ...exercise, code: 'from one', base: 1 });
		const outcome = await two.drafts.save({ ...exercise, code: 'from two', base: 1 });
		return { one, two, outcome };
	}

	test('tell the later one, and keep both texts', async () => {
		const { one, outcome } = await conflicting();
		expect(outcome).toMatchObject({
			kind: 'conflict',
			theirs: { code: 'from one', revision: 2, tab: 'one' },
			mine: { code: 'from two', tab: 'two', reason: 'conflict' },
		});
		expect((await one.drafts.get('merge-streams', 1))?.code).toBe('from one');
		expect((await one.drafts.earlier('merge-streams', 1)).map((row) => row.code)).toEqual([
			'from two',
		]);
	});

	test('keep one row for a tab that types on', async () => {
		const { two } = await conflicting();
		await two.drafts.save({ ...exercise, code: 'from two, more', base: 1 });
		const earlier = await two.drafts.earlier('merge-streams', 1);
		expect(earlier.map((row) => row.code)).toEqual(['from two, more']);
	});

	test('can settle on mine without losing theirs', async () => {
		const { one, two } = await conflicting();
		const draft = await two.drafts.resolve({ ...exercise, code: 'from two', keep: 'mine' });
		expect(draft).toMatchObject({ code: 'from two', revision: 3 });
		expect(await one.drafts.get('merge-streams', 1)).toEqual(draft);
		expect((await two.drafts.earlier('merge-streams', 1)).map((row) => row.code)).toEqual([
			'from one',
		]);
	});

	test('can settle on theirs without losing mine, even when it is typed over again', async () => {
		const { one, two } = await conflicting();
		const draft = await two.drafts.resolve({ ...exercise, code: 'from two', keep: 'theirs' });
		expect(draft).toMatchObject({ code: 'from one', revision: 2 });
		await two.drafts.save({ ...exercise, code: 'together', base: draft.revision });
		await one.drafts.save({ ...exercise, code: 'from one again', base: 2 });
		const earlier = (await two.drafts.earlier('merge-streams', 1)).map((row) => row.code);
		expect(earlier.sort()).toEqual(['from one again', 'from two']);
		expect((await two.drafts.get('merge-streams', 1))?.code).toBe('together');
	});

	test('keep theirs also when the later tab simply saves over it', async () => {
		const { two } = await conflicting();
		const outcome = await two.drafts.save({ ...exercise, code: 'from two', base: 2 });
		expect(outcome.kind).toBe('saved');
		expect((await two.drafts.earlier('merge-streams', 1)).map((row) => row.code)).toEqual([
			'from one',
		]);
	});

	test('do not conflict over the same text', async () => {
		const name = freshName();
		const one = await openPage(name);
		const two = await openPage(name);
		await one.drafts.save({ ...exercise, code: 'same', base: 0 });
		const outcome = await two.drafts.save({ ...exercise, code: 'same', base: 0 });
		expect(outcome).toMatchObject({ kind: 'saved', draft: { revision: 1 } });
	});

	test('hear of each other', async () => {
		const name = freshName();
		const one = await openPage(name, { tab: 'one' });
		const two = await openPage(name, { tab: 'two' });
		const heard: unknown[] = [];
		const leave = two.subscribe((change) => heard.push(change));
		const own: unknown[] = [];
		one.subscribe((change) => own.push(change));
		await one.drafts.save({ ...exercise, code: 'x', base: 0 });
		await until(() => heard.length > 0);
		leave();
		await one.drafts.save({ ...exercise, code: 'y', base: 1 });
		await one.preferences.set({ theme: 'dark' });
		expect(heard).toEqual([{ kind: 'draft', ...exercise, revision: 1, tab: 'one' }]);
		expect(own).toEqual([]);
	});
});

describe('starting over', () => {
	test('can be undone, and the undoing too', async () => {
		const page = await openPage(freshName());
		await page.drafts.save({ ...exercise, code: 'hours of work', base: 0 });
		const { draft, kept } = await page.drafts.reset({
			...exercise,
			code: 'hours of work',
			starter: 'pass',
		});
		expect(draft).toMatchObject({ code: 'pass', revision: 2 });
		expect(kept).toMatchObject({ code: 'hours of work', reason: 'reset' });

		await page.drafts.save({ ...exercise, code: 'second try', base: 2 });
		const restored = await page.drafts.restore({ id: kept!.id, code: 'second try' });
		expect(restored).toMatchObject({ code: 'hours of work', revision: 4 });
		const earlier = await page.drafts.earlier('merge-streams', 1);
		const second = earlier.find((row) => row.code === 'second try');
		expect(second?.reason).toBe('restore');
		expect(await page.drafts.restore({ id: second!.id, code: 'hours of work' })).toMatchObject({
			code: 'second try',
		});
	});

	test('keeps text that was not saved yet, and what another tab saved', async () => {
		const name = freshName();
		const one = await openPage(name);
		const two = await openPage(name);
		await one.drafts.save({ ...exercise, code: 'from one', base: 0 });
		await two.drafts.reset({ ...exercise, code: 'unsaved in two', starter: 'pass' });
		const earlier = (await two.drafts.earlier('merge-streams', 1)).map((row) => row.code);
		expect(earlier.sort()).toEqual(['from one', 'unsaved in two']);
	});

	test('keeps nothing when there is nothing to keep', async () => {
		const page = await openPage(freshName());
		const { kept } = await page.drafts.reset({ ...exercise, code: 'pass', starter: 'pass' });
		expect(kept).toBeNull();
		expect(await page.drafts.earlier('merge-streams', 1)).toEqual([]);
	});

	test('in the middle of a conflict loses neither text', async () => {
		const name = freshName();
		const one = await openPage(name, { tab: 'one' });
		const two = await openPage(name, { tab: 'two' });
		await one.drafts.save({ ...exercise, code: 'from one', base: 0 });
		await two.drafts.save({ ...exercise, code: 'from two', base: 0 });
		const { draft } = await two.drafts.reset({ ...exercise, code: 'from two', starter: 'pass' });
		await one.drafts.save({ ...exercise, code: 'one goes on', base: 1 });
		await two.drafts.save({ ...exercise, code: 'two goes on', base: draft.revision });
		const earlier = (await two.drafts.earlier('merge-streams', 1)).map((row) => row.code);
		expect(earlier.sort()).toEqual(['from one', 'from two', 'one goes on']);
	});

	test('an earlier text can be dropped; it is then gone', async () => {
		const page = await openPage(freshName());
		await page.drafts.save({ ...exercise, code: 'x', base: 0 });
		const { kept } = await page.drafts.reset({ ...exercise, code: 'x', starter: 'pass' });
		await page.drafts.forget(kept!.id);
		expect(await page.drafts.earlier('merge-streams', 1)).toEqual([]);
		expect(await page.drafts.restore({ id: kept!.id, code: 'pass' })).toBeUndefined();
	});
});
