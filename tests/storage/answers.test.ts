import { describe, expect, test } from 'vitest';
import type { Answer, Sitting } from '../../src/core/answer';
import { freshName, openPage, ticking, until } from './rig';

const score: Answer['score'] = {
	earned: ['shift'],
	coverage: 0.5,
	structure: 0.75,
	clarity: 1,
	speed: 0.9,
	overall: 0.45,
	mistakes: ['no-cost'],
};

function given(id: string, slug = 'queue'): Omit<Answer, 'at' | 'revision'> {
	return {
		id,
		slug,
		text: `It shifts, says ${id}.`,
		mode: 'typed',
		timing: { growth: [{ at: 900, length: 3 }], end: 4000 },
		sure: 0.6,
		corrections: [],
		followUps: [],
		score,
	};
}

function sitting(id: string, text: string): Omit<Sitting, 'savedAt' | 'revision' | 'tab'> {
	return {
		id,
		slug: 'queue',
		text,
		mode: 'typed',
		growth: [{ at: 900, length: text.length }],
		elapsed: 1000,
		sure: null,
	};
}

async function importInto(page: Awaited<ReturnType<typeof openPage>>, text: string) {
	return page.backup.import(new Blob([text]));
}

describe('answers', () => {
	test('come back whole, oldest first, for one drill or all', async () => {
		const name = freshName();
		const page = await openPage(name);
		const first = await page.answers.handIn(given('a'));
		const second = await page.answers.handIn(given('b', 'other'));
		const third = await page.answers.handIn(given('c'));
		page.close();
		const again = await openPage(name);
		expect(await again.answers.all()).toEqual([first, second, third]);
		expect(await again.answers.forSlug('queue')).toEqual([first, third]);
		expect(first).toEqual({ ...given('a'), at: '2026-11-23T09:00:01.000Z', revision: 1 });
	});

	test('are changed after the fact, and other tabs are told', async () => {
		const name = freshName();
		const page = await openPage(name);
		const other = await openPage(name);
		const told: string[] = [];
		other.subscribe((change) => told.push(change.kind));
		await page.answers.handIn(given('a'));
		const corrections = [{ point: 'deque', sentence: 'It shifts, says a.', earns: true }];
		const amended = await page.answers.amend('a', { corrections });
		expect(amended).toMatchObject({ corrections, revision: 2, text: given('a').text });
		expect(await other.answers.forSlug('queue')).toEqual([amended]);
		expect(await page.answers.amend('gone', { corrections })).toBeUndefined();
		await until(() => told.length === 2);
		expect(told).toEqual(['answer', 'answer']);
	});
});

describe('an answer that is being given', () => {
	test('is there after a reload, and gone once it is handed in', async () => {
		const name = freshName();
		const page = await openPage(name, { tab: 'one' });
		const first = await page.sittings.save({ ...sitting('s', 'It'), base: 0 });
		const second = await page.sittings.save({ ...sitting('s', 'It shifts'), base: 1 });
		expect([first.revision, second.revision]).toEqual([1, 2]);
		page.close();
		const again = await openPage(name, { tab: 'two' });
		expect(await again.sittings.forSlug('queue')).toEqual([second]);
		expect(await again.sittings.forSlug('other')).toEqual([]);
		await again.answers.handIn(given('s'));
		expect(await again.sittings.all()).toEqual([]);
	});

	test('in two tabs becomes two, so that no text is lost', async () => {
		const name = freshName();
		const one = await openPage(name, { tab: 'one' });
		const two = await openPage(name, { tab: 'two', now: ticking(5) });
		await one.sittings.save({ ...sitting('s', 'It'), base: 0 });
		const theirs = await two.sittings.save({ ...sitting('s', 'It copies'), base: 1 });
		const ours = await one.sittings.save({ ...sitting('s', 'It shifts'), base: 1 });
		expect(theirs).toMatchObject({ id: 's', revision: 2 });
		expect(ours.id).not.toBe('s');
		const texts = (await two.sittings.forSlug('queue')).map(({ text }) => text);
		expect(texts.sort()).toEqual(['It copies', 'It shifts']);
	});

	test('can be discarded', async () => {
		const page = await openPage(freshName());
		await page.sittings.save({ ...sitting('s', 'It'), base: 0 });
		await page.sittings.discard('s');
		expect(await page.sittings.all()).toEqual([]);
	});
});

describe('a backup', () => {
	test('brings answers and sittings, and twice brings nothing new', async () => {
		const old = await openPage(freshName());
		const answer = await old.answers.handIn(given('a'));
		const open = await old.sittings.save({ ...sitting('s', 'Half an'), base: 0 });
		const { text } = await old.backup.export();
		const page = await openPage(freshName());
		expect(await importInto(page, text)).toMatchObject({ value: { answers: 1, sittings: 1 } });
		expect(await importInto(page, text)).toMatchObject({ value: { answers: 0, sittings: 0 } });
		expect(await page.answers.all()).toEqual([answer]);
		expect(await page.sittings.all()).toEqual([open]);
	});

	test('from before there were answers still comes in', async () => {
		const page = await openPage(freshName());
		const file = JSON.parse((await page.backup.export()).text);
		delete file.stores.answers;
		delete file.stores.sittings;
		expect(await importInto(page, JSON.stringify(file))).toMatchObject({
			ok: true,
			value: { answers: 0, sittings: 0 },
		});
	});

	test('is refused when an answer in it makes no sense', async () => {
		const page = await openPage(freshName());
		await page.answers.handIn(given('a'));
		const file = JSON.parse((await page.backup.export()).text);
		file.stores.answers[0].sure = 7;
		expect(await importInto(page, JSON.stringify(file))).toMatchObject({
			ok: false,
			error: { kind: 'invalid', where: 'stores.answers.0.sure' },
		});
	});

	test('joins what was corrected on two devices', async () => {
		const here = await openPage(freshName());
		await here.answers.handIn(given('a'));
		const there = await openPage(freshName());
		await importInto(there, (await here.backup.export()).text);
		const correct = (point: string) => [{ point, sentence: 'It shifts, says a.', earns: true }];
		await there.answers.amend('a', { corrections: correct('deque') });
		await here.answers.amend('a', { corrections: correct('cost') });
		await importInto(here, (await there.backup.export()).text);
		const [joined] = await here.answers.all();
		expect(joined?.corrections.map(({ point }) => point)).toEqual(['deque', 'cost']);
	});

	test('keeps both texts of a sitting that went on in two places', async () => {
		const here = await openPage(freshName(), { tab: 'here' });
		await here.sittings.save({ ...sitting('s', 'It'), base: 0 });
		const there = await openPage(freshName(), { tab: 'there' });
		await importInto(there, (await here.backup.export()).text);
		await there.sittings.save({ ...sitting('s', 'It copies'), base: 1 });
		await here.sittings.save({ ...sitting('s', 'It shifts'), base: 1 });
		const file = (await there.backup.export()).text;
		await importInto(here, file);
		await importInto(here, file);
		const texts = (await here.sittings.all()).map(({ text }) => text);
		expect(texts.sort()).toEqual(['It copies', 'It shifts']);
	});

	test('ends a sitting that was handed in elsewhere, unless more was said here', async () => {
		const here = await openPage(freshName());
		await here.sittings.save({ ...sitting('s', 'It shifts'), base: 0 });
		await here.sittings.save({ ...sitting('t', 'Quite another text'), base: 0 });
		const there = await openPage(freshName());
		await there.answers.handIn(given('s'));
		await there.answers.handIn(given('t'));
		await importInto(here, (await there.backup.export()).text);
		expect(await here.answers.all()).toHaveLength(2);
		const left = await here.sittings.all();
		expect(left.map(({ id, text }) => [id, text])).toEqual([['t+1', 'Quite another text']]);
	});
});
