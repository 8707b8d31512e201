import { describe, expect, test } from 'vitest';
import { decideSave, mergeDrafts, successor, type Draft } from '../../src/core/draft';

const now = new Date('2026-11-23T10:00:00Z');

function draft(rest: Partial<Draft> = {}): Draft {
	return {
		slug: 'a',
		version: 1,
		code: 'x',
		revision: 3,
		savedAt: '2026-11-23T09:00:00.000Z',
		tab: 'one',
		...rest,
	};
}

const request = { slug: 'a', version: 1, code: 'y', base: 3, tab: 'two' };

describe('saving a draft', () => {
	test('the first time gives revision 1', () => {
		expect(decideSave(undefined, { ...request, base: 0 }, now)).toEqual({
			kind: 'saved',
			draft: { ...draft({ code: 'y', revision: 1, tab: 'two' }), savedAt: now.toISOString() },
		});
	});

	test('on the present revision gives the next', () => {
		expect(decideSave(draft(), request, now)).toMatchObject({
			kind: 'saved',
			draft: { code: 'y', revision: 4, tab: 'two' },
		});
	});

	test.each([2, 0, 4])('on revision %i of three is a conflict', (base) => {
		const outcome = decideSave(draft(), { ...request, base }, now);
		expect(outcome).toMatchObject({
			kind: 'conflict',
			theirs: draft(),
			mine: { id: 'conflict/a/1/two', code: 'y', tab: 'two', at: now.toISOString() },
		});
	});

	test('never conflicts with the same tab', () => {
		const outcome = decideSave(draft(), { ...request, base: 1, tab: 'one' }, now);
		expect(outcome).toMatchObject({ kind: 'saved', draft: { revision: 4 } });
	});

	test('never conflicts over the same text, and does not count it as a change', () => {
		const head = draft({ code: 'y' });
		expect(decideSave(head, { ...request, base: 0 }, now)).toEqual({ kind: 'saved', draft: head });
	});

	test('goes on counting when the stored draft has gone', () => {
		expect(decideSave(undefined, request, now)).toMatchObject({
			kind: 'saved',
			draft: { revision: 4 },
		});
	});

	test('over a draft leads past its revision', () => {
		expect(successor(draft({ revision: 8 }), request, now).revision).toBe(9);
	});
});

describe('two drafts from two devices', () => {
	const newer = draft({ code: 'y', savedAt: '2026-11-23T11:00:00+01:00', revision: 1 });
	const newest = draft({ code: 'z', savedAt: '2026-11-23T10:30:00.000Z', revision: 2 });

	test('the newer one wins by the instant, not by the text of the date', () => {
		expect(mergeDrafts(newer, newest)).toEqual({
			draft: { ...newest, revision: 3 },
			other: newer,
		});
		expect(mergeDrafts(newest, newer)).toEqual({ draft: newest, other: newer });
	});

	test('with one text are one', () => {
		const same = draft({ savedAt: '2027-01-01T00:00:00.000Z' });
		expect(mergeDrafts(draft(), same)).toEqual({ draft: draft(), other: null });
	});

	test('saved at one instant leave the draft of this device', () => {
		expect(mergeDrafts(draft(), draft({ code: 'other' })).draft.code).toBe('x');
	});
});
