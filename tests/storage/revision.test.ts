import { describe, expect, test } from 'vitest';
import type { Card, Review } from '../../src/core/card';
import { localDay } from '../../src/core/day';
import { fillPractice, plan } from './practice';
import { freshName, openPage, ticking, until } from './rig';

const drill = { kind: 'drill', slug: 'oop' } as const;

async function backupOf(page: Awaited<ReturnType<typeof openPage>>) {
	return JSON.parse((await page.backup.export()).text);
}

function importFile(page: Awaited<ReturnType<typeof openPage>>, file: object) {
	return page.backup.import(new Blob([JSON.stringify(file)]));
}

describe('cards', () => {
	test('are made once, due now, whoever wants them', async () => {
		const page = await openPage(freshName());
		const card = await page.cards.want(drill, 'first');
		expect(card).toMatchObject({ id: 'drill/oop', ref: drill, says: 'first' });
		expect(card.day).toBe(localDay(new Date(card.at)));
		expect(await page.cards.want(drill, 'second')).toEqual(card);
		expect(await page.cards.all()).toEqual([card]);
	});

	test('that are there stay as they are when others are added', async () => {
		const page = await openPage(freshName());
		const card = await page.cards.want(drill);
		const other: Card = { ...card, id: 'drill/api', ref: { kind: 'drill', slug: 'api' } };
		await page.cards.add([{ ...card, day: '2030-01-01' }, other]);
		expect(await page.cards.all()).toEqual([other, card]);
	});
});

describe('reviews', () => {
	test('are dated, and taken back without being lost', async () => {
		const page = await openPage(freshName());
		const review = await page.reviews.rate({
			card: 'drill/oop',
			rating: 'good',
			seconds: 30,
			guess: null,
		});
		expect(review).toMatchObject({ proof: null, undone: false });
		expect(review.day).toBe(localDay(new Date(review.at)));
		await page.reviews.undo(review.id);
		expect(await page.reviews.all()).toEqual([{ ...review, undone: true }]);
		await page.reviews.add([review]);
		expect(await page.reviews.all()).toEqual([{ ...review, undone: true }]);
		await page.reviews.undo('not there');
	});

	test('are told to other tabs', async () => {
		const name = freshName();
		const one = await openPage(name);
		const two = await openPage(name);
		const heard: string[] = [];
		two.subscribe((change) => heard.push(change.kind));
		await one.reviews.rate({ card: 'drill/oop', rating: 'good', seconds: 30, guess: null });
		await one.plans.save(plan);
		await until(() => heard.length > 1);
		expect(heard).toEqual(['revision', 'plan']);
	});
});

describe('plans', () => {
	test('stay all, and the newest is in force', async () => {
		const page = await openPage(freshName());
		expect(await page.plans.newest()).toBeNull();
		await page.plans.save(plan);
		const second = await page.plans.save({ ...plan, from: '2026-11-25' });
		expect(await page.plans.newest()).toEqual(second);
		expect(await page.plans.all()).toHaveLength(2);
	});

	test('of a clock that went back are still the newest', async () => {
		const name = freshName();
		const ahead = await openPage(name, { now: ticking(600) });
		await ahead.plans.save(plan);
		const page = await openPage(name);
		const later = await page.plans.save({ ...plan, from: '2026-11-25' });
		expect(await page.plans.newest()).toEqual(later);
	});
});

describe('a backup of the practice', () => {
	test('joins two devices without loss, and what was taken back stays so', async () => {
		const one = await openPage(freshName());
		await fillPractice(one);
		const file = await backupOf(one);
		const two = await openPage(freshName(), { now: ticking(30) });
		await two.cards.want({ kind: 'drill', slug: 'why-pop-is-slow' });
		await two.plans.save({ ...plan, from: '2026-11-24' });
		const mine = file.stores.reviews.find(({ undone }: Review) => !undone);
		await two.reviews.add([{ ...mine, undone: true }]);
		const outcome = await importFile(two, file);
		expect(outcome).toMatchObject({ ok: true, value: { cards: 2, reviews: 1, plans: 2 } });
		expect(await two.plans.all()).toHaveLength(3);
		expect((await two.plans.newest())?.from).toBe('2026-11-24');
		expect((await two.reviews.all()).every(({ undone }) => undone)).toBe(true);
		expect(await importFile(two, file)).toMatchObject({
			ok: true,
			value: { cards: 0, reviews: 0, plans: 0 },
		});
	});

	test('asks a card from the earlier of two days', async () => {
		const page = await openPage(freshName());
		const card = await page.cards.want(drill);
		const file = await backupOf(page);
		file.stores.cards[0].day = '2026-11-20';
		await importFile(page, file);
		expect(await page.cards.all()).toEqual([{ ...card, day: '2026-11-20' }]);
	});

	test('from before there was one is read all the same', async () => {
		const page = await openPage(freshName());
		const file = await backupOf(page);
		for (const store of ['cards', 'reviews', 'plans']) delete file.stores[store];
		expect(await importFile(page, file)).toMatchObject({ ok: true, value: { cards: 0, plans: 0 } });
	});

	test.each([
		['a day that there is not', (stores: Stores) => (stores.plans[0]!.from = '2026-02-30')],
		['a rating that there is not', (stores: Stores) => (stores.reviews[0]!.rating = 'superb')],
		['a card of nothing', (stores: Stores) => (stores.cards[0]!.ref = { kind: 'oracle' })],
		['no weekdays', (stores: Stores) => (stores.plans[0]!.settings.weekdays = [])],
	])('is refused with %s', async (_what, damage) => {
		const page = await openPage(freshName());
		await fillPractice(page);
		const file = await backupOf(page);
		damage(file.stores);
		expect(await importFile(page, file)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
		expect((await backupOf(page)).stores.cards).toHaveLength(3);
	});
});

type Stores = {
	cards: { ref: object }[];
	reviews: { rating: string }[];
	plans: { from: string; settings: { weekdays: number[] } }[];
};
