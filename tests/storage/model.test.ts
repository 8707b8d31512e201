import { describe, expect, test } from 'vitest';
import { noModel } from '../../src/core/model';
import { freshName, openPage, ticking, until } from './rig';

const key = 'sk-of-this-device-only';
const server = { address: 'http://localhost:11434/v1', model: 'llama', key };
const choice = { kind: 'server', server, allowed: server.address } as const;

describe('the choice of a model', () => {
	test('is none until one is made, and stays on the device', async () => {
		const name = freshName();
		const page = await openPage(name);
		expect(await page.models.get()).toEqual(noModel);
		const stored = await page.models.choose(choice);
		page.close();
		const again = await openPage(name);
		expect(await again.models.get()).toEqual(stored);
		expect(stored).toMatchObject(choice);
	});

	test('is in no export: neither key nor address nor permission', async () => {
		const page = await openPage(freshName());
		await page.preferences.set({ theme: 'dark' });
		await page.models.choose(choice);
		const { text } = await page.backup.export();
		expect(JSON.parse(text).stores.preferences).toEqual({ theme: 'dark' });
		expect(text).not.toContain(key);
		expect(text).not.toContain('11434');
		expect(JSON.parse(text).stores).not.toHaveProperty('model');
	});

	test('is left alone by an import, even by one that smuggles a choice in', async () => {
		const page = await openPage(freshName());
		const { text } = await page.backup.export();
		const file = JSON.parse(text);
		file.stores.model = [{ ...choice, id: 'choice', at: '2099-01-01T00:00:00.000Z' }];
		const outcome = await page.backup.import(new Blob([JSON.stringify(file)]));
		expect(outcome.ok).toBe(true);
		expect(await page.models.get()).toEqual(noModel);
		const mine = await page.models.choose({ ...choice, allowed: null });
		await page.backup.import(new Blob([JSON.stringify(file)]));
		expect(await page.models.get()).toEqual(mine);
	});

	test('made in one tab is announced to the other', async () => {
		const name = freshName();
		const one = await openPage(name);
		const two = await openPage(name, { now: ticking(10) });
		const heard: string[] = [];
		two.subscribe((change) => heard.push(change.kind));
		await one.models.choose(choice);
		await until(() => heard.length > 0);
		expect(heard).toEqual(['model']);
		expect((await two.models.get()).kind).toBe('server');
	});

	test('goes when everything is erased', async () => {
		const page = await openPage(freshName());
		await page.models.choose(choice);
		await page.erase();
		expect(await page.models.get()).toEqual(noModel);
	});
});
