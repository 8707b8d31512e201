import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	explainLink,
	explainReach,
	longestData,
	packExercise,
	reachOf,
	unpackExercise,
} from '../../src/embed/link';
import { sample } from './sample';

function packed(content: unknown): string {
	return Buffer.from(deflateSync(Buffer.from(JSON.stringify(content)))).toString('base64url');
}

describe('an exercise in a link', () => {
	test('comes out as it went in, and fits into two thousand characters', () => {
		const data = packExercise(sample);
		expect(unpackExercise(data)).toEqual({ ok: true, value: sample });
		expect(data).toMatch(/^[A-Za-z0-9_-]+$/);
		expect(data.length).toBeLessThan(1200);
	});

	test('keeps whatever is written into it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (prompt) => {
				const exercise = { ...sample, prompt };
				expect(unpackExercise(packExercise(exercise))).toEqual({ ok: true, value: exercise });
			}),
		);
	});

	test('is found cut off, at whatever place', () => {
		const data = packExercise(sample);
		for (let length = 0; length < data.length; length += 37) {
			expect(unpackExercise(data.slice(0, length))).toMatchObject({
				ok: false,
				error: { kind: 'cut-off' },
			});
		}
	});

	test('is an error in words when it is something else, never an exception', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.base64String()), (data) => {
				const outcome = unpackExercise(data);
				expect(outcome.ok ? '' : explainLink(outcome.error)).toMatch(/link/);
			}),
		);
	});

	test('names the place that is not as it should be', () => {
		const outcome = unpackExercise(
			packed({ ...sample, limits: { seconds: 600, cost: 1_000_000 } }),
		);
		expect(outcome).toMatchObject({ ok: false, error: { where: 'limits.seconds' } });
		if (!outcome.ok) expect(explainLink(outcome.error)).toContain('a whole number from 1 to 60');
		expect(unpackExercise(packed({ ...sample, slug: 'bounded-gather' })).ok).toBe(false);
		expect(unpackExercise(packed([])).ok).toBe(false);
	});

	test('leaves out what no exercise has', () => {
		expect(unpackExercise(packed({ ...sample, script: 'alert(1)' }))).toEqual({
			ok: true,
			value: sample,
		});
	});

	test('is not unpacked without end', () => {
		const bomb = packed({ ...sample, prompt: 'a'.repeat(5_000_000) });
		expect(bomb.length).toBeLessThan(longestData);
		expect(unpackExercise(bomb)).toEqual({ ok: false, error: { kind: 'too-large' } });
		expect(unpackExercise('A'.repeat(longestData + 1))).toMatchObject({
			ok: false,
			error: { kind: 'too-long', length: longestData + 1 },
		});
	});
});

describe('the length of a link', () => {
	test.each([
		[2_000, 'everywhere'],
		[2_001, 'most'],
		[8_000, 'most'],
		[8_001, 'cut'],
	] as const)('%i characters reach %s', (length, reach) => {
		expect(reachOf('h'.repeat(length))).toBe(reach);
		const words = explainReach(reach, length);
		if (reach === 'everywhere') expect(words).toBeNull();
		else expect(words).toContain(String(length));
	});

	test('is refused where the app itself would not read it', () => {
		expect(reachOf('h', 'x'.repeat(longestData + 1))).toBe('refused');
	});
});
