import { describe, expect, test } from 'vitest';
import type { Session, SessionResult } from '../../src/core/session';
import { follow } from '../../src/coach/interview/follow';
import { resultOf } from '../../src/coach/interview/debrief';
import type { AppStorage } from '../../src/storage/storage';
import { goodInterview } from '../coach/interview/whole';
import { freshName, openPage, until } from './rig';

const rehearsal = goodInterview();
const { mode, scenario, version, starter } = rehearsal.session;
const facts = { mode, scenario, version, starter };

/** Stores the first so many happenings of a whole interview. */
async function interview(page: AppStorage, count = rehearsal.moments.length) {
	const session = await page.sessions.begin(facts);
	const moments = rehearsal.moments
		.slice(0, count)
		.map((moment) => ({ ...moment, id: `${session.id}/${moment.seq}`, session: session.id }));
	await page.sessions.append(session.id, moments);
	return { session, moments };
}

function result(session: Session): SessionResult {
	const found = resultOf(follow(session, rehearsal.moments, 3_600_000));
	if (!found) throw new Error('the interview is not over');
	return found;
}

const importInto = (page: AppStorage, text: string) => page.backup.import(new Blob([text]));

describe('an interview', () => {
	test('comes back whole, with all that happened, in order', async () => {
		const name = freshName();
		const page = await openPage(name);
		const { session, moments } = await interview(page);
		page.close();
		const again = await openPage(name);
		expect(await again.sessions.get(session.id)).toEqual(session);
		expect(await again.sessions.moments(session.id)).toEqual(moments);
		expect(session).toMatchObject({ startedAt: '2026-11-23T09:00:01.000Z', result: null });
	});

	test('goes on where the last page left it', async () => {
		const name = freshName();
		const page = await openPage(name);
		const { session, moments } = await interview(page, 14);
		page.close();
		const again = await openPage(name);
		const course = follow(session, await again.sessions.moments(session.id), 301_000);
		expect(course).toEqual(follow(session, moments, 301_000));
		expect(course.boxes.code).toContain('def total');
	});

	test('grows by a row a happening and leaves the others alone', async () => {
		const page = await openPage(freshName());
		const one = await interview(page, 3);
		const two = await interview(page, 5);
		const next = { ...rehearsal.moments[3]!, id: 'next', session: one.session.id };
		await page.sessions.append(one.session.id, [next]);
		expect(await page.sessions.moments(one.session.id)).toEqual([...one.moments, next]);
		expect(await page.sessions.moments(two.session.id)).toHaveLength(5);
		await page.sessions.append(one.session.id, []);
		expect(await page.sessions.moments(one.session.id)).toHaveLength(4);
	});

	test('keeps its result', async () => {
		const page = await openPage(freshName());
		const { session } = await interview(page);
		const concluded = await page.sessions.conclude(session.id, result(session));
		expect(concluded).toEqual({ ...session, result: result(session) });
		expect(await page.sessions.all()).toEqual([concluded]);
		expect(await page.sessions.conclude('gone', result(session))).toBeUndefined();
	});

	test('can be dropped with all that happened in it', async () => {
		const page = await openPage(freshName());
		const { session } = await interview(page, 5);
		const other = await interview(page, 5);
		await page.sessions.remove(session.id);
		expect(await page.sessions.all()).toEqual([other.session]);
		expect(await page.sessions.moments(session.id)).toEqual([]);
		expect(await page.sessions.moments(other.session.id)).toHaveLength(5);
	});

	test('tells other tabs', async () => {
		const name = freshName();
		const page = await openPage(name);
		const other = await openPage(name);
		const told: unknown[] = [];
		other.subscribe((change) => told.push(change));
		const { session } = await interview(page, 1);
		await until(() => told.length === 2);
		expect(told).toEqual([
			{ kind: 'session', session: session.id },
			{ kind: 'moment', session: session.id },
		]);
	});
});

describe('a backup', () => {
	test('brings interviews to another device, with every kind of happening', async () => {
		const page = await openPage(freshName());
		const { session, moments } = await interview(page);
		const more = (
			[{ kind: 'pause', away: true }, { kind: 'resume' }, { kind: 'end' }] as const
		).map((happening, index) => ({
			...happening,
			id: happening.kind,
			session: session.id,
			seq: 900 + index,
			at: 900_000,
		}));
		const hint = { kind: 'hint', hint: 1, title: 'A set', id: 'h', session: session.id } as const;
		const dismiss = {
			kind: 'dismiss',
			interruption: 'late',
			id: 'd',
			session: session.id,
		} as const;
		await page.sessions.append(session.id, [
			...more,
			{ ...hint, seq: 910, at: 900_000 },
			{ ...dismiss, seq: 911, at: 900_000 },
		]);
		const kinds = new Set((await page.sessions.moments(session.id)).map(({ kind }) => kind));
		expect(kinds.size).toBe(12);
		const { text } = await page.backup.export();
		const there = await openPage(freshName());
		expect(await importInto(there, text)).toMatchObject({
			ok: true,
			value: { sessions: 1, moments: moments.length + 5 },
		});
		expect(await there.sessions.all()).toEqual([session]);
		expect(await there.sessions.moments(session.id)).toEqual(
			await page.sessions.moments(session.id),
		);
		expect(await importInto(there, text)).toMatchObject({ value: { sessions: 0, moments: 0 } });
	});

	test('joins what happened here and there, and lets the finished copy count', async () => {
		const here = await openPage(freshName());
		const { session, moments } = await interview(here, 10);
		const there = await openPage(freshName());
		await importInto(there, (await here.backup.export()).text);
		const rest = rehearsal.moments
			.slice(10)
			.map((moment) => ({ ...moment, id: `there/${moment.seq}`, session: session.id }));
		await there.sessions.append(session.id, rest);
		await there.sessions.conclude(session.id, result(session));
		await importInto(here, (await there.backup.export()).text);
		expect(await here.sessions.moments(session.id)).toEqual([...moments, ...rest]);
		expect((await here.sessions.get(session.id))?.result).toEqual(result(session));
		const old = (await here.backup.export()).text.replace(
			/"result": \{[^]*?\n\t{4}\}\n/,
			'"result": null\n',
		);
		await importInto(here, old);
		expect((await here.sessions.get(session.id))?.result).toEqual(result(session));
	});

	test('from before there were interviews still comes in', async () => {
		const page = await openPage(freshName());
		const file = JSON.parse((await page.backup.export()).text);
		delete file.stores.sessions;
		delete file.stores.moments;
		expect(await importInto(page, JSON.stringify(file))).toMatchObject({ ok: true });
	});

	test('with a damaged interview is refused', async () => {
		const page = await openPage(freshName());
		await interview(page, 5);
		const text = (await page.backup.export()).text;
		for (const [good, bad] of [
			['"mode": "real"', '"mode": "easy"'],
			['"kind": "next"', '"kind": "nap"'],
			['"minutes": 20', '"minutes": 21'],
		] as const) {
			expect(text).toContain(good);
			expect(await importInto(page, text.replace(good, bad))).toMatchObject({
				ok: false,
				error: { kind: 'invalid' },
			});
		}
	});
});
