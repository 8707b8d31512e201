import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/core/sha256';
import { fitAccent } from '../../src/embed/accent';
import { H5p } from '../../src/embed/h5p';
import { Height } from '../../src/embed/height';
import type { WorkState } from '../../src/embed/messages';
import { Splice } from '../../src/embed/splice';

test('the pure hash is the one that everybody has', () => {
	for (const text of [
		'',
		'abc',
		'ä€😀',
		'x'.repeat(55),
		'x'.repeat(56),
		'y'.repeat(119),
		'z'.repeat(70_000),
	])
		expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('heights are told once each, as whole pixels', () => {
	const height = new Height();
	expect(height.next(100.2, 0)).toBe(101);
	expect(height.next(100.9, 10)).toBeNull();
	expect(height.next(0, 20)).toBeNull();
	expect(height.next(80, 2000)).toBe(80);
	expect(height.next(300, 4000)).toBe(300);
});

test('a loop between two heights ends at the higher one', () => {
	const height = new Height();
	const told = [];
	for (let i = 0; i < 100; i++) {
		const next = height.next(i % 2 ? 500 : 515, i * 16);
		if (next !== null) told.push(next);
	}
	expect(told.length).toBeLessThan(7);
	expect(told.at(-1)).toBe(515);
});

test('a height that was withheld is told once the loop is over', () => {
	const height = new Height();
	for (const [at, measured] of [500, 515, 500, 515, 500].entries()) height.next(measured, at * 16);
	const now = 5 * 16;
	expect(height.next(500, now)).toBeNull();
	const wait = height.wait(now);
	expect(wait).toBeGreaterThan(1000);
	expect(height.next(500, now + wait - 1)).toBeNull();
	expect(height.next(500, now + wait)).toBe(500);
	expect(height.wait(now + wait)).toBe(0);
});

test('an accent can be read on its paper, and written on', () => {
	for (const paper of ['#fffefb', '#1e1b17'])
		for (const hex of ['ffff00', '000000', 'ffffff', '0a5fb4', 'ff0000', '808080']) {
			const { accent, ink } = fitAccent(hex, paper);
			expect(ratio(accent, paper)).toBeGreaterThanOrEqual(4.5);
			expect(ratio(accent, ink)).toBeGreaterThanOrEqual(4.5);
		}
	expect(fitAccent('0a5fb4', '#fffefb').accent).toBe('#0a5fb4');
});

function ratio(one: string, two: string): number {
	const light = (hex: string) => {
		const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
		const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
	};
	const [high, low] = [light(one), light(two)].sort((a, b) => b - a);
	return (high! + 0.05) / (low! + 0.05);
}

const work: WorkState = { code: 'secret', hints: 1, attempts: 2, best: 0.5 };

function spliceRig(origin: string | null) {
	const posted: { message: Record<string, unknown>; to: string }[] = [];
	const parent = {
		postMessage: (message: unknown, to: string) =>
			void posted.push({ message: message as Record<string, unknown>, to }),
	};
	const restored: WorkState[] = [];
	let ids = 0;
	const splice = new Splice({
		parent,
		origin,
		newId: () => `id-${++ids}`,
		restore: (state) => void restored.push(state),
		present: () => work,
	});
	const hear = (data: unknown, from = 'https://lms.example', source: unknown = parent) =>
		splice.receive({ source: source as MessageEventSource, origin: from, data });
	return { splice, posted, restored, hear };
}

test('SPLICE asks for its state and goes on from the answer to that very question', () => {
	const { splice, posted, restored, hear } = spliceRig('https://lms.example');
	splice.ask();
	expect(posted).toEqual([
		{ message: { subject: 'SPLICE.getState', message_id: 'id-1' }, to: 'https://lms.example' },
	]);
	const answer = { subject: 'SPLICE.getState.response', state: work };
	hear({ ...answer, message_id: 'other' });
	hear({ ...answer, message_id: 'id-1' }, 'https://evil.example');
	hear({ ...answer, message_id: 'id-1' }, 'https://lms.example', {});
	hear({ ...answer, message_id: 'id-1', state: { code: 5 } });
	expect(restored).toEqual([]);
	splice.ask();
	hear({ ...answer, message_id: 'id-2' });
	hear({ ...answer, message_id: 'id-2' });
	expect(restored).toEqual([work]);
});

test('SPLICE reports score and state; the program only to a named origin', () => {
	const named = spliceRig('https://lms.example');
	named.splice.report(0.5, work);
	named.hear({ subject: 'SPLICE.getState', message_id: 'q' });
	expect(named.posted).toMatchObject([
		{ message: { subject: 'SPLICE.reportScoreAndState', score: 0.5, state: work } },
		{ message: { subject: 'SPLICE.getState.response', message_id: 'q', state: work } },
	]);
	const unnamed = spliceRig(null);
	unnamed.splice.report(0.5, work);
	unnamed.hear({ subject: 'SPLICE.getState', message_id: 'q' });
	unnamed.splice.resize(300);
	expect(JSON.stringify(unnamed.posted)).not.toContain('secret');
	expect(unnamed.posted.map(({ message }) => message.subject)).toEqual([
		'SPLICE.reportScoreAndState',
		'SPLICE.getState.response',
		'lti.frameResize',
	]);
});

test('H5P: greets, prepares, and resizes as its resizer asks', () => {
	const posted: Record<string, unknown>[] = [];
	const parent = { postMessage: (message: unknown) => void posted.push(message as never) };
	const h5p = new H5p(parent);
	const hear = (action: string, source: unknown = parent) =>
		h5p.receive({ source: source as MessageEventSource, data: { context: 'h5p', action } });
	h5p.greet();
	h5p.resize(300);
	hear('hello', {});
	expect(posted.map(({ action }) => action)).toEqual(['hello']);
	hear('hello');
	hear('resizePrepared');
	h5p.resize(320);
	hear('resize');
	expect(posted.map(({ action, scrollHeight }) => [action, scrollHeight])).toEqual([
		['hello', undefined],
		['prepareResize', 300],
		['resize', 300],
		['prepareResize', 320],
		['prepareResize', 320],
	]);
	expect(posted.every(({ context }) => context === 'h5p')).toBe(true);
});
