import { describe, expect, test } from 'vitest';
import {
	happen,
	mergeDiscussions,
	minutesOf,
	takeBack,
	type Discussion,
	type NewDiscussionEvent,
} from '../../src/core/discussion';
import { mergeRuns, type Run } from '../../src/core/scenario';
import { designWork } from '../../src/core/work';
import { emptyStory, mergeStories, textOf, type Story } from '../../src/core/story';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const iso = (minute: number) => at(minute).toISOString();

const run = (minute: number, ...options: string[]): Run => ({
	id: 'r',
	slug: 'a',
	startedAt: iso(0),
	changedAt: iso(minute),
	endedAt: null,
	choices: options.map((option) => ({ step: 's', option, why: '', at: iso(1) })),
});

describe('two copies of a run', () => {
	test('of which one goes on are one', () => {
		const [short, long] = [run(1, 'a'), run(2, 'a', 'b')];
		expect(mergeRuns(short, long)).toEqual({ run: long, beside: null });
		expect(mergeRuns(long, short)).toEqual({ run: long, beside: null });
	});

	test('of which the later took a decision back are the later', () => {
		const [long, back] = [run(1, 'a', 'b'), run(2, 'a')];
		expect(mergeRuns(long, back)).toEqual({ run: back, beside: null });
	});

	test('that part are both kept, under the same names on every device', () => {
		const [ours, theirs] = [run(1, 'a'), run(2, 'b')];
		const { run: kept, beside } = mergeRuns(ours, theirs);
		expect(kept).toEqual(theirs);
		expect(beside).toEqual({ ...ours, id: `r/${iso(1)}` });
		expect(mergeRuns(theirs, ours).beside).toEqual(beside);
	});
});

describe('a discussion', () => {
	const begun: Discussion = {
		id: 'd',
		slug: 'a',
		startedAt: iso(0),
		changedAt: iso(0),
		endedAt: null,
		events: [],
		draft: 'half a sen',
		score: null,
	};

	test('notes when things happen, and what was being written belongs to them', () => {
		const answered = happen(begun, { kind: 'answered', stage: 'data', text: 'x' }, at(2));
		expect(answered).toMatchObject({ draft: '', changedAt: iso(2), endedAt: null });
		expect(answered.events).toEqual([{ kind: 'answered', stage: 'data', text: 'x', at: 120_000 }]);
	});

	test('keeps the draft over a correction', () => {
		const event = {
			kind: 'corrected',
			stage: 'data',
			point: 'p',
			rulings: [],
		} satisfies NewDiscussionEvent;
		expect(happen(begun, event, at(1)).draft).toBe('half a sen');
	});

	test('ends once', () => {
		const ended = happen(begun, { kind: 'ended' }, at(3));
		expect(ended.endedAt).toBe(iso(3));
	});

	test('gives the last answer back as a draft', () => {
		const once = happen(begun, { kind: 'answered', stage: 'data', text: 'x' }, at(1));
		const twice = happen(once, { kind: 'answered', stage: 'scale', text: 'y' }, at(2));
		const back = takeBack(happen(twice, { kind: 'ended' }, at(3)), at(4));
		expect(back).toEqual({ ...once, draft: 'y', changedAt: iso(4) });
		expect(takeBack(begun, at(1))).toBe(begun);
		expect(mergeDiscussions(twice, back)).toEqual({ discussion: back, beside: null });
	});

	test('took as long as it was worked on, without the night between', () => {
		const first = happen(begun, { kind: 'answered', stage: 'data', text: 'x' }, at(4));
		const next = happen(first, { kind: 'answered', stage: 'scale', text: 'y' }, at(900));
		const ended = happen(next, { kind: 'ended' }, at(903));
		expect(minutesOf(ended)).toBe(4 + 10 + 3);
	});

	test('is work once it is over and something was said', () => {
		const said = happen(begun, { kind: 'answered', stage: 'data', text: 'x' }, at(4));
		const ended = { ...happen(said, { kind: 'ended' }, at(5)), score: 0.5 };
		expect(designWork(said, '2026-11-23', 'A')).toBeNull();
		expect(designWork(ended, '2026-11-23', 'A')).toEqual({
			kind: 'design',
			id: 'd',
			at: iso(5),
			day: '2026-11-23',
			slug: 'a',
			title: 'A',
			score: 0.5,
			minutes: 5,
		});
		const silent = happen(begun, { kind: 'answered', stage: 'data', text: '' }, at(4));
		expect(designWork(happen(silent, { kind: 'ended' }, at(5)), '2026-11-23', 'A')).toBeNull();
	});

	test('that went on in two places is kept twice', () => {
		const ours = happen(begun, { kind: 'answered', stage: 'data', text: 'x' }, at(1));
		const theirs = happen(begun, { kind: 'answered', stage: 'data', text: 'y' }, at(2));
		const { discussion, beside } = mergeDiscussions(ours, theirs);
		expect(discussion).toEqual(theirs);
		expect(beside).toEqual({ ...ours, id: `d/${iso(1)}` });
		expect(mergeDiscussions(begun, ours)).toEqual({ discussion: ours, beside: null });
	});

	test('is the same whatever the order of fields', () => {
		const ours = happen(begun, { kind: 'answered', stage: 'data', text: 'x' }, at(1));
		const [event] = ours.events;
		const turned = Object.fromEntries(Object.entries(event!).reverse()) as typeof event;
		const theirs = { ...ours, events: [turned!], changedAt: iso(4) };
		expect(mergeDiscussions(ours, theirs).beside).toBeNull();
	});
});

describe('two copies of a story', () => {
	const story = (minute: number, deletedAt: string | null, sitting: string): Story => ({
		id: 's',
		createdAt: iso(0),
		changedAt: iso(minute),
		deletedAt,
		revisions: [{ id: sitting, savedAt: iso(minute), content: { ...emptyStory, title: sitting } }],
		tellings: [{ id: sitting, at: iso(minute), text: '', mode: 'typed', seconds: 1 }],
	});

	test('lose nothing, and the later change of mind holds', () => {
		const [kept, deleted] = [story(1, null, 'one'), story(2, iso(2), 'two')];
		for (const joined of [mergeStories(kept, deleted), mergeStories(deleted, kept)]) {
			expect(joined.deletedAt).toBe(iso(2));
			expect(textOf(joined).title).toBe('two');
			expect(joined.revisions).toHaveLength(2);
			expect(joined.tellings.map(({ id }) => id)).toEqual(['one', 'two']);
		}
	});
});
