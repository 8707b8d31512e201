import { describe, expect, test } from 'vitest';
import { rateScore } from '../../src/coach/again';
import { harvest, type Field } from '../../src/coach/harvest';
import { schedule } from '../../src/coach/schedule';
import type { Attempt } from '../../src/core/attempt';
import type { PracticeEvent } from '../../src/core/event';
import type { Aspect, TestReport, Verdict } from '../../src/core/report';
import { answered, monday, on } from './works';

function testOf(aspect: Aspect, status: Verdict): TestReport {
	return {
		id: `Rules.test_${aspect}`,
		title: `Holds in ${aspect}`,
		status,
		aspect,
		line: null,
		message: null,
		expected: null,
		actual: null,
		output: '',
		cost: 1,
		peakBytes: null,
		evidence: [],
		traceback: null,
	};
}

let id = 0;
/** A check at an hour of a day; `failing` aspects fail, correctness holds beside them. */
function check(day: string, hour: number, failing: Aspect[], more: Partial<Attempt> = {}): Attempt {
	const all: Aspect[] = ['laziness', 'growth', 'memory', 'threads', 'correctness'];
	const tests = all.map((aspect) => testOf(aspect, failing.includes(aspect) ? 'fail' : 'pass'));
	const status = failing.length > 0 ? 'fail' : 'pass';
	return {
		id: `attempt-${++id}`,
		slug: 'merge',
		version: 1,
		at: `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`,
		code: '',
		report: { version: 1, status, message: null, problem: null, tests },
		hintsShown: 0,
		debriefSeen: false,
		tabId: 't',
		...more,
	};
}

function openedAt(at: string): PracticeEvent {
	return { id: `event-${++id}`, kind: 'opened', slug: 'merge', version: 1, at };
}

function reap(field: Partial<Field>) {
	const none = { attempts: [], answers: [], events: [], cards: [], reviews: [] };
	return harvest({ ...none, dayOf: (iso) => iso.slice(0, 10), ...field });
}

describe('a failed check', () => {
	test('makes a card of each failed aspect, to be asked from the next day on', () => {
		const { cards, reviews } = reap({ attempts: [check(monday, 9, ['laziness', 'correctness'])] });
		expect(cards).toMatchObject([
			{ id: 'aspect/merge/laziness', day: on(1), says: 'Holds in laziness' },
			{ id: 'aspect/merge/correctness', day: on(1) },
		]);
		expect(reviews).toEqual([]);
	});

	test('makes at most three, plain wrong results last', () => {
		const { cards } = reap({
			attempts: [check(monday, 9, ['correctness', 'laziness', 'growth', 'memory'])],
		});
		expect(cards.map(({ id: card }) => card)).toEqual([
			'aspect/merge/laziness',
			'aspect/merge/growth',
			'aspect/merge/memory',
		]);
	});

	test('makes none when it was a look around: within a minute, or with nothing right', () => {
		const first = check(monday, 9, ['laziness']);
		const events = [openedAt(`${monday}T08:59:30.000Z`)];
		expect(reap({ attempts: [first], events }).cards).toEqual([]);
		const second = check(monday, 10, ['laziness']);
		expect(reap({ attempts: [first, second], events }).cards).toHaveLength(1);
		const slow = [openedAt(`${monday}T08:50:00.000Z`)];
		expect(reap({ attempts: [first], events: slow }).cards).toHaveLength(1);
		const nothingHolds = check(monday, 9, [
			'laziness',
			'growth',
			'memory',
			'threads',
			'correctness',
		]);
		expect(reap({ attempts: [nothingHolds] }).cards).toEqual([]);
	});

	test('makes none when no test ran', () => {
		const broken = check(monday, 9, []);
		broken.report = { version: 1, status: 'error', message: 'x', problem: null, tests: [] };
		expect(reap({ attempts: [broken] })).toEqual({ cards: [], reviews: [] });
	});
});

describe('a card of an aspect', () => {
	const failed = check(monday, 9, ['laziness']);
	const ratingsAfter = (...attempts: Attempt[]) =>
		reap({ attempts: [failed, ...attempts] }).reviews.map(({ day, rating }) => [day, rating]);

	test('is recalled when its tests pass, hardly so with help', () => {
		expect(ratingsAfter(check(on(2), 9, ['growth']))).toEqual([[on(2), 'good']]);
		expect(ratingsAfter(check(on(2), 9, ['laziness']))).toEqual([[on(2), 'again']]);
		expect(ratingsAfter(check(on(2), 9, [], { hintsShown: 1 }))).toEqual([[on(2), 'hard']]);
	});

	test('is not rated by the day that made it', () => {
		expect(ratingsAfter(check(monday, 11, []))).toEqual([]);
	});

	test('is rated by the first check of a day alone', () => {
		const found = ratingsAfter(check(on(2), 9, ['laziness']), check(on(2), 10, []));
		expect(found).toEqual([[on(2), 'again']]);
	});

	test('names its proof, and is not rated by it twice, even when that was taken back', () => {
		const attempts = [failed, check(on(2), 9, [])];
		const { cards, reviews } = reap({ attempts });
		expect(reviews[0]).toMatchObject({
			id: `${attempts[1]!.id}/aspect/merge/laziness`,
			proof: attempts[1]!.id,
		});
		const stored = reviews.map((review) => ({ ...review, undone: true }));
		expect(reap({ attempts, cards, reviews: stored })).toEqual({ cards: [], reviews: [] });
	});
});

describe('an answer', () => {
	test('makes its drill’s card, and rates it by its score', () => {
		const { cards, reviews } = reap({ answers: [answered('oop', monday, { score: 0.4 })] });
		expect(cards.map((card) => card.id)).toEqual(['drill/oop']);
		expect(reviews).toMatchObject([{ rating: 'again', day: monday, seconds: 0 }]);
		expect([0, 0.49, 0.5, 0.7, 0.9, 1].map(rateScore)).toEqual([
			'again',
			'again',
			'hard',
			'good',
			'easy',
			'easy',
		]);
	});

	test('that was poor comes back sooner than one that was good', () => {
		const due = (score: number) => {
			const { cards, reviews } = reap({ answers: [answered('oop', monday, { score })] });
			return schedule(cards[0]!, reviews).due;
		};
		expect(due(0.3)).toBe(on(1));
		expect(due(0.8) > due(0.6)).toBe(true);
	});

	test('takes minutes of the day’s revision only when its card was due', () => {
		const first = answered('oop', monday, { score: 0.3, seconds: 80 });
		const again = answered('oop', on(1), { score: 0.8, seconds: 70 });
		const early = answered('oop', on(2), { score: 0.8, seconds: 60 });
		const { reviews } = reap({ answers: [first, again, early] });
		expect(reviews.map(({ seconds }) => seconds)).toEqual([0, 70, 0]);
	});
});
