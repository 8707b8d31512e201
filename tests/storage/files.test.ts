import { describe, expect, test } from 'vitest';
import { attemptFileName, makeAttemptFile } from '../../src/core/attemptfile';
import type { LocalExercise } from '../../src/core/pack';
import { explainFile } from '../../src/core/textfile';
import { readAttemptFile } from '../../src/storage/backup/attemptfile';
import { readPack } from '../../src/storage/backup/exercise';
import { report } from './rig';

const hash = 'ab'.repeat(32);
const attempt = makeAttemptFile({
	exercise: { slug: 'bounded-gather', version: 2, hash },
	learner: 'Zoë van Dijk',
	at: '2026-11-23T09:30:00.000Z',
	code: 'def f():\n    return 1\n',
	events: [
		{
			id: 'e1',
			slug: 'bounded-gather',
			version: 2,
			at: '2026-11-23T09:20:00.000Z',
			kind: 'hint-shown',
			hint: 1,
		},
	],
	report: report('pass'),
	codeHash: hash,
});

const exercise: LocalExercise = {
	slug: 'local-leap',
	version: 1,
	title: 'Leap',
	summary: 'Tell leap years.',
	kind: 'data-structures',
	difficulty: 'easy',
	minutes: 15,
	topics: [],
	roles: [],
	skills: [],
	limits: { seconds: 10, cost: 2e9 },
	prompt: 'Is it a leap year?',
	starter: 'def leap(year): pass\n',
	solution: null,
	tests: 'from solution import leap\n\ndef test_leap():\n    assert leap(2024)\n',
	hints: [],
	debrief: '',
	wrong: [{ name: 'always', code: 'def leap(year): return True\n', caughtBy: null }],
};

function complaint(read: { ok: boolean } & ({ ok: true } | { ok: false; error: never })): string {
	return read.ok ? 'read' : explainFile(read.error);
}

describe('an attempt file', () => {
	test('is read as it was written', () => {
		const read = readAttemptFile(JSON.stringify(attempt));
		expect(read).toEqual({ ok: true, value: attempt });
	});

	test('is named after who, what and when', () => {
		expect(attemptFileName(attempt)).toBe(
			'zoe-van-dijk-bounded-gather-2026-11-23-09-30.attempt.json',
		);
		expect(attemptFileName({ ...attempt, learner: null })).toBe(
			'bounded-gather-2026-11-23-09-30.attempt.json',
		);
	});

	test.each([
		['{"format": "dryrun-att', /cut off or damaged/],
		['[]', /not an attempt file/],
		[JSON.stringify({ ...attempt, format: 'dryrun-backup' }), /not an attempt file/],
		[JSON.stringify({ ...attempt, version: 2 }), /version 2.*up to 1/],
		[JSON.stringify({ ...attempt, code: 7 }), /damaged at code/],
		[JSON.stringify({ ...attempt, codeHash: 'x' }), /damaged at codeHash: is not a SHA-256/],
		[JSON.stringify({ ...attempt, report: { ...attempt.report, tests: 'none' } }), /report\.tests/],
	])('is refused in words: %s', (text, words) => {
		expect(complaint(readAttemptFile(text) as never)).toMatch(words);
	});
});

describe('a pack', () => {
	const pack = {
		format: 'dryrun-pack',
		version: 1,
		title: 'Two weeks',
		exercises: [exercise],
		hashes: { 'local-leap': hash },
	};

	test('is read as it was written', () => {
		expect(readPack(JSON.stringify(pack))).toEqual({ ok: true, value: pack });
	});

	test.each([
		[{ ...pack, exercises: [{ ...exercise, slug: 'leap' }] }, /does not start with local-/],
		[{ ...pack, exercises: [{ ...exercise, limits: { seconds: 0, cost: 1 } }] }, /limits\.seconds/],
		[{ ...pack, version: 9 }, /version 9/],
	])('is refused in words: %#', (content, words) => {
		expect(complaint(readPack(JSON.stringify(content)) as never)).toMatch(words);
	});
});
