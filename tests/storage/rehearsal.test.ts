import { describe, expect, test } from 'vitest';
import { addBox, connect, emptyDiagram } from '../../src/core/diagram';
import { happen } from '../../src/core/discussion';
import { chosenOf } from '../../src/core/service';
import { emptyStory, textOf } from '../../src/core/story';
import type { AppStorage } from '../../src/storage/storage';
import { freshName, openPage, ticking, until } from './rig';

const choice = (option: string, why = '') => ({
	step: 'begin',
	option,
	why,
	at: '2026-11-23T09:00:00.000Z',
});
const later = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));
const diagram = connect(addBox(addBox(emptyDiagram, 'API'), 'Queue'), 'box-1', 'box-2', 'jobs');

async function exportOf(page: AppStorage): Promise<Blob> {
	return new Blob([(await page.backup.export()).text]);
}

describe('decisions', () => {
	test('come back as they were left, oldest first', async () => {
		const name = freshName();
		const page = await openPage(name);
		const first = { ...page.decisions.begin('a'), choices: [choice('x', 'It is quick.')] };
		const second = page.decisions.begin('b');
		await page.decisions.save(second);
		await page.decisions.save(first);
		page.close();
		const again = await openPage(name);
		expect(await again.decisions.all()).toEqual([first, second]);
		expect(await again.decisions.forSlug('a')).toEqual([first]);
	});

	test('can be taken back', async () => {
		const page = await openPage(freshName());
		const run = page.decisions.begin('a');
		await page.decisions.save({ ...run, choices: [choice('x'), choice('y')] });
		const back = { ...run, choices: [choice('x')], changedAt: later(1).toISOString() };
		await page.decisions.save(back);
		expect(await page.decisions.all()).toEqual([back]);
	});

	test('of two tabs that part are both kept', async () => {
		const page = await openPage(freshName());
		const run = { ...page.decisions.begin('a'), choices: [choice('x')] };
		const other = { ...run, choices: [choice('y')], changedAt: later(1).toISOString() };
		await page.decisions.save(run);
		await page.decisions.save(other);
		const options = (await page.decisions.all()).map(({ choices }) => choices[0]?.option);
		expect([...new Set(options)].sort()).toEqual(['x', 'y']);
	});
});

describe('a service', () => {
	test('has one revision for each sitting', async () => {
		const page = await openPage(freshName());
		const content = { name: 'Feed', about: 'Merges feeds.', diagram: emptyDiagram };
		await page.services.save('your-service', content, 'monday');
		await page.services.save('your-service', { ...content, about: 'Merges.' }, 'monday');
		const service = await page.services.save('your-service', { ...content, diagram }, 'friday');
		expect(service.revisions.map(({ id, content: { about } }) => [id, about])).toEqual([
			['monday', 'Merges.'],
			['friday', 'Merges feeds.'],
		]);
		expect(await page.services.get('your-service')).toEqual(service);
	});

	test('is chosen for as long as no other is', async () => {
		const page = await openPage(freshName());
		await page.services.choose('url-shortener');
		await page.services.choose('job-scheduler');
		await page.services.save('url-shortener', { name: 'x', about: '', diagram }, 's');
		expect(chosenOf(await page.services.all())?.slug).toBe('job-scheduler');
	});
});

describe('stories', () => {
	test('keep their states and tellings, and come back from deletion whole', async () => {
		const name = freshName();
		const page = await openPage(name);
		const id = page.stories.newId();
		await page.stories.save(id, { ...emptyStory, title: 'Import' }, 'one');
		await page.stories.save(id, { ...emptyStory, title: 'The import' }, 'two');
		await page.stories.addTelling(id, { text: 'Once…', mode: 'typed', seconds: 61.5 });
		const removed = await page.stories.remove(id);
		expect(removed.deletedAt).not.toBeNull();
		page.close();
		const again = await openPage(name);
		const story = await again.stories.bringBack(id);
		expect(story.deletedAt).toBeNull();
		expect(textOf(story).title).toBe('The import');
		expect(story.revisions).toHaveLength(2);
		expect(story.tellings).toMatchObject([{ text: 'Once…', seconds: 61.5 }]);
		expect(await again.stories.all()).toEqual([story]);
	});

	test('changed in one tab are announced to the other', async () => {
		const name = freshName();
		const [one, two] = [await openPage(name), await openPage(name)];
		const heard: string[] = [];
		two.subscribe((change) => heard.push(change.kind));
		await one.stories.save('s', { ...emptyStory, title: 'x' }, 'sitting');
		await until(() => heard.length > 0);
		expect(heard).toEqual(['story']);
	});
});

describe('an import', () => {
	async function fullPage(minute = 0): Promise<AppStorage> {
		const page = await openPage(freshName(), { now: ticking(minute) });
		await page.decisions.save({ ...page.decisions.begin('a'), id: 'run', choices: [choice('x')] });
		const begun = { ...page.discussions.begin('url-shortener'), id: 'talk' };
		const answered = happen(
			begun,
			{ kind: 'answered', stage: 'requirements', text: 'Reads.' },
			later(0),
		);
		const corrected = happen(
			answered,
			{
				kind: 'corrected',
				stage: 'requirements',
				point: 'p',
				rulings: [{ sentence: 'Reads.', earns: true }],
			},
			later(1),
		);
		const pressed = happen(
			{ ...corrected, draft: 'more' },
			{ kind: 'pressed', stage: 'requirements', probe: 'how-many', text: 'Ten.' },
			later(2),
		);
		await page.discussions.save({ ...happen(pressed, { kind: 'ended' }, later(3)), draft: 'left' });
		await page.services.save('url-shortener', { name: 'Short', about: '', diagram }, 'one');
		await page.services.choose('url-shortener');
		await page.stories.save('story', { ...emptyStory, title: 'Import' }, 'one');
		await page.stories.addTelling('story', { text: 'Told.', mode: 'spoken', seconds: 80 });
		return page;
	}

	test('brings everything to an empty device, and twice brings nothing new', async () => {
		const old = await fullPage();
		const page = await openPage(freshName());
		const all = { decisions: 1, discussions: 1, services: 1, stories: 1 };
		const none = { decisions: 0, discussions: 0, services: 0, stories: 0 };
		expect(await page.backup.import(await exportOf(old))).toMatchObject({ ok: true, value: all });
		expect(await page.backup.import(await exportOf(old))).toMatchObject({ ok: true, value: none });
		expect(await old.backup.import(await exportOf(page))).toMatchObject({ ok: true, value: none });
		expect(await page.discussions.all()).toEqual(await old.discussions.all());
		expect(await page.services.all()).toEqual(await old.services.all());
		expect(await page.stories.all()).toEqual(await old.stories.all());
	});

	test('joins what two devices have done apart', async () => {
		const [one, two] = [await fullPage(), await fullPage(30)];
		await two.stories.save('story', { ...emptyStory, title: 'There' }, 'two');
		await two.services.save('url-shortener', { name: 'There', about: '', diagram }, 'two');
		const [run] = await two.decisions.all();
		await two.decisions.save({
			...run!,
			choices: [choice('y')],
			changedAt: later(9).toISOString(),
		});
		await one.backup.import(await exportOf(two));
		const [story] = await one.stories.all();
		expect(story?.revisions.map(({ content }) => content.title)).toEqual(['Import', 'There']);
		expect(story?.tellings).toHaveLength(2);
		const service = await one.services.get('url-shortener');
		expect(service?.revisions.map(({ content }) => content.name)).toEqual(['Short', 'There']);
		const options = (await one.decisions.all()).map(({ choices }) => choices[0]?.option);
		expect([...new Set(options)].sort()).toEqual(['x', 'y']);
	});

	test('of a file from before these stores brings the rest', async () => {
		const old = await fullPage();
		const file = JSON.parse((await old.backup.export()).text);
		for (const store of ['decisions', 'discussions', 'services', 'stories']) {
			delete file.stores[store];
		}
		const page = await openPage(freshName());
		const outcome = await page.backup.import(new Blob([JSON.stringify(file)]));
		expect(outcome).toMatchObject({ ok: true, value: { stories: 0, decisions: 0 } });
	});

	test.each([
		['decisions', { id: 'x' }],
		['discussions', { kind: 'x' }],
		['stories', { id: '', revisions: [] }],
	])('refuses a damaged row of %s and changes nothing', async (store, row) => {
		const file = JSON.parse((await (await fullPage()).backup.export()).text);
		file.stores[store].push(row);
		const page = await openPage(freshName());
		const outcome = await page.backup.import(new Blob([JSON.stringify(file)]));
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid' } });
		expect(await page.stories.all()).toEqual([]);
	});

	test('refuses an arrow that leads nowhere', async () => {
		const file = JSON.parse((await (await fullPage()).backup.export()).text);
		file.stores.services[0].revisions[0].content.diagram.boxes.pop();
		const page = await openPage(freshName());
		const outcome = await page.backup.import(new Blob([JSON.stringify(file)]));
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid' } });
	});
});
