import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainLink, longestData, unpackExercise } from '../../../src/embed/link/read';
import { explainReach, packExercise, reachOf } from '../../../src/embed/link/write';
import { sample } from '../sample';

function packed(content: unknown): string {
	return Buffer.from(deflateSync(Buffer.from(JSON.stringify(content)))).toString('base64url');
}

describe('an exercise in a link', () => {
	test('comes out as it went in, and fits into two thousand characters', async () => {
		const data = packExercise(sample);
		expect(await unpackExercise(data)).toEqual({ ok: true, value: sample });
		expect(data).toMatch(/^[A-Za-z0-9_-]+$/);
		expect(data.length).toBeLessThan(1200);
	});

	test('keeps whatever is written into it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (prompt) => {
				const exercise = { ...sample, prompt };
				expect(await unpackExercise(packExercise(exercise))).toEqual({ ok: true, value: exercise });
			}),
		);
	});

	test('is found cut off, at whatever place', async () => {
		const data = packExercise(sample);
		for (let length = 0; length < data.length; length += 37) {
			expect(await unpackExercise(data.slice(0, length))).toMatchObject({
				ok: false,
				error: { kind: 'cut-off' },
			});
		}
	});

	test('is an error in words when it is something else, never an exception', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (data) => {
				const outcome = await unpackExercise(data);
				expect(outcome.ok ? '' : explainLink(outcome.error)).toMatch(/link/);
			}),
		);
	});

	test('names the place that is not as it should be', async () => {
		const outcome = await unpackExercise(
			packed({ ...sample, limits: { seconds: 600, cost: 1_000_000 } }),
		);
		expect(outcome).toMatchObject({ ok: false, error: { where: 'limits.seconds' } });
		if (!outcome.ok) expect(explainLink(outcome.error)).toContain('a whole number from 1 to 60');
		expect((await unpackExercise(packed({ ...sample, slug: 'bounded-gather' }))).ok).toBe(false);
		expect((await unpackExercise(packed([]))).ok).toBe(false);
	});

	test('leaves out what no exercise has', async () => {
		expect(await unpackExercise(packed({ ...sample, script: 'alert(1)' }))).toEqual({
			ok: true,
			value: sample,
		});
	});

	test('is not unpacked without end', async () => {
		const bomb = packed({ ...sample, prompt: 'a'.repeat(5_000_000) });
		expect(bomb.length).toBeLessThan(longestData);
		expect(await unpackExercise(bomb)).toEqual({ ok: false, error: { kind: 'too-large' } });
		expect(await unpackExercise('A'.repeat(longestData + 1))).toMatchObject({
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
