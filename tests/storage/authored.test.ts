import { describe, expect, test } from 'vitest';
import { blankExercise, exampleExercise } from '../../src/core/authored';
import { freshName, openPage, until } from './rig';

const facts = (id: string) => ({
	id,
	exercise: exampleExercise(`local-${id}`),
	deletedAt: null,
	proven: null,
	shared: null,
});

describe('exercises that are being written', () => {
	test('are there again on the next visit, last saved first', async () => {
		const name = freshName();
		const first = await openPage(name);
		await first.authored.save(facts('a'));
		await first.authored.save(facts('b'));
		await first.authored.save({ ...facts('a'), exercise: blankExercise('local-a') });
		first.close();
		const second = await openPage(name);
		expect((await second.authored.all()).map(({ id }) => id)).toEqual(['a', 'b']);
		expect((await second.authored.get('a'))?.exercise.title).toBe('');
	});

	test('are put away and taken out again, and other tabs are told', async () => {
		const name = freshName();
		const [one, two] = [await openPage(name), await openPage(name)];
		const heard: unknown[] = [];
		two.subscribe((change) => heard.push(change));
		await one.authored.save(facts('a'));
		await one.authored.putAway('a', true);
		expect((await one.authored.get('a'))?.deletedAt).toMatch(/^2026/);
		await one.authored.putAway('a', false);
		expect((await one.authored.get('a'))?.deletedAt).toBeNull();
		await until(() => heard.length === 3);
		expect(heard[0]).toEqual({ kind: 'authored', slug: 'a' });
	});

	test('go with a backup, where the later state holds', async () => {
		const old = await openPage(freshName());
		await old.authored.save({ ...facts('a'), exercise: blankExercise('local-a') });
		await old.authored.save(facts('b'));
		const { text } = await old.backup.export();
		const page = await openPage(freshName());
		const later = await openPage(freshName(), { now: () => new Date('2027-01-01') });
		await later.authored.save(facts('a'));
		const read = (target: typeof page) => target.backup.import(new Blob([text]));
		expect(await read(page)).toMatchObject({ ok: true, value: { authored: 2 } });
		expect(await page.authored.all()).toEqual(await old.authored.all());
		expect(await read(later)).toMatchObject({ ok: true, value: { authored: 1 } });
		expect((await later.authored.get('a'))?.exercise.title).toBe('First of each day');
	});
});
