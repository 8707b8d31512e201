import { describe, expect, test } from 'vitest';
import { probeFor, saidBefore, standingOf } from '../../src/coach/discussion';
import type { Design, Probe, Stage } from '../../src/core/design';
import type { DiscussionEvent, NewDiscussionEvent } from '../../src/core/discussion';
import { emptyDiagram } from '../../src/core/diagram';

const probe = (id: string, rest: Partial<Probe>): Probe => ({
	id,
	ask: `${id}?`,
	looksFor: '',
	said: [],
	missed: [],
	mentions: null,
	...rest,
});

const stage = (name: Stage['name'], probes: Probe[]): Stage => ({
	name,
	title: name,
	seconds: 60,
	question: { text: '', html: '' },
	points: [
		{ id: 'rate', says: 'A rate', any: ['requests second'] },
		{ id: 'cache', says: 'A cache', any: ['cache front'] },
	],
	probes,
	model: { text: '', html: '' },
});

const design: Design = {
	slug: 'a',
	title: 'A',
	summary: '',
	level: 'mid',
	roles: ['backend'],
	minutes: 30,
	situation: '',
	picture: emptyDiagram,
	stages: [
		stage('requirements', [
			probe('number', { missed: ['rate'] }),
			probe('why-redis', { mentions: 'Redis/Memcached' }),
			probe('both', { said: ['rate', 'cache'] }),
			probe('front', { missed: ['cache'] }),
		]),
		stage('modules', [probe('again', { missed: ['rate'] })]),
	],
};

const events = (...list: NewDiscussionEvent[]): DiscussionEvent[] =>
	list.map((event, index) => ({ ...event, at: index * 1000 }));
const answer = (text: string) => ({ kind: 'answered', stage: 'requirements', text }) as const;
const pressed = (id: string, text: string) =>
	({ kind: 'pressed', stage: 'requirements', probe: id, text }) as const;

const now = (...list: NewDiscussionEvent[]) => {
	const { now: next } = standingOf(design, events(...list));
	return next.kind === 'done' ? 'done' : next.kind === 'probe' ? next.probe.id : next.stage.name;
};

describe('a discussion', () => {
	test('begins with the first stage', () => {
		expect(now()).toBe('requirements');
		expect(standingOf(design, []).score).toBe(0);
	});

	test('presses on what was left out', () => {
		expect(now(answer('A cache in front.'))).toBe('number');
		expect(now(answer('Two requests a second.'))).toBe('front');
	});

	test('presses on what was said', () => {
		expect(now(answer('Two requests a second, with a cache in front.'))).toBe('both');
		expect(now(answer('Two requests a second, and Redis.'))).toBe('why-redis');
	});

	test('does not ask for what has been said since', () => {
		const list = [answer('Nothing yet.'), pressed('number', 'Two requests a second.')];
		expect(now(...list)).toBe('front');
		const more = pressed('number', 'Two requests a second, a cache in front.');
		expect(now(answer('Nothing yet.'), more)).toBe('both');
	});

	test('presses twice in a stage and then goes on', () => {
		const list = [answer('No.'), pressed('number', 'No.'), pressed('front', 'No.')];
		expect(now(...list)).toBe('modules');
	});

	test('is done when every stage is, or when it was ended', () => {
		const modules = { kind: 'answered', stage: 'modules', text: 'Requests per second.' } as const;
		const all = answer('Two requests a second, with a cache in front.');
		expect(now(all, pressed('both', 'x'), modules)).toBe('done');
		expect(now(answer('No.'), { kind: 'ended' })).toBe('done');
	});

	test('counts a point whole when it came unasked, half when it was pressed for', () => {
		const first = [answer('Two requests a second.'), pressed('front', 'A cache in front.')];
		const { stages, score, answered } = standingOf(design, events(...first));
		expect(stages[0]?.score).toBe(0.75);
		expect(answered).toBe(1);
		expect(score).toBe(0.75);
	});

	test('takes the mean over the stages that were answered', () => {
		const modules = { kind: 'answered', stage: 'modules', text: 'No.' } as const;
		const list = [answer('Two requests a second.'), modules];
		expect(standingOf(design, events(...list)).score).toBe(0.25);
	});

	test('lets a match be put right by hand', () => {
		const ruled = (...rulings: { sentence: string; earns: boolean }[]) =>
			({ kind: 'corrected', stage: 'requirements', point: 'rate', rulings }) as const;
		const point = (...list: NewDiscussionEvent[]) =>
			standingOf(design, events(...list)).stages[0]?.points[0];
		const given = point(answer('200 Hz.'), ruled({ sentence: '200 Hz.', earns: true }));
		expect(given).toMatchObject({ sentence: 0, by: 'hand' });
		const text = 'Two requests a second.';
		const refused = ruled({ sentence: text, earns: false });
		expect(point(answer(text), refused)).toMatchObject({ sentence: null, by: 'hand' });
		expect(point(answer(text), refused, ruled())).toMatchObject({ sentence: 0, by: 'match' });
	});

	test('passes over what the content no longer has', () => {
		const list = [answer('No.'), pressed('gone', 'Two requests a second.')];
		expect(standingOf(design, events(...list)).stages[0]?.pressings).toEqual([]);
	});

	test('asks nothing of a stage that was not answered', () => {
		const { stages } = standingOf(design, []);
		expect(stages[0] && probeFor(stages[0])).toBeNull();
	});

	test('remembers what was said before', () => {
		expect(saidBefore(events(answer('a'), answer('b')), 'requirements')).toBe('b');
		expect(saidBefore([], 'requirements')).toBeNull();
	});
});
