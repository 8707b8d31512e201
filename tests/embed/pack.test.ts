import { describe, expect, test, vi } from 'vitest';
import { hashOf } from '../../src/core/hash';
import { sha256 } from '../../src/core/sha256';
import {
	explainPack,
	largestPack,
	makePack,
	parsePack,
	printPack,
	readPack,
} from '../../src/embed/pack';
import { sample } from './sample';

const second = { ...sample, slug: 'local-second', title: 'Second' };
const pack = makePack('Week 3', [sample, second]);

async function refusal(text: string): Promise<string> {
	const outcome = parsePack(text);
	return outcome.ok ? 'accepted' : `${outcome.error.kind}: ${explainPack(outcome.error)}`;
}

describe('a pack', () => {
	test('is read as it was written', async () => {
		expect(await readPack(new Blob([printPack(pack)]))).toEqual({ ok: true, value: pack });
		expect(pack.hashes['local-second']).toMatch(/^[0-9a-f]{64}$/);
	});

	test('hashes what decides a verdict, and nothing else', async () => {
		expect(hashOf({ ...sample, prompt: 'Other words' } as typeof sample)).toBe(hashOf(sample));
		expect(hashOf({ ...sample, tests: `${sample.tests}\n` })).not.toBe(hashOf(sample));
		expect(hashOf({ ...sample, limits: { seconds: 6, cost: 50_000_000 } })).not.toBe(
			hashOf(sample),
		);
		expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
	});

	test('has the same hashes where Web Crypto is missing', async () => {
		const here = hashOf(sample);
		vi.stubGlobal('crypto', {});
		expect(hashOf(sample)).toBe(here);
		vi.unstubAllGlobals();
	});

	test('that is broken says what is wrong', async () => {
		expect(await refusal(printPack(pack).slice(0, 500))).toMatch(/^unreadable: .*cut off/);
		expect(await refusal('[]')).toMatch(/^not-a-pack: /);
		expect(await refusal('null')).toMatch(/^not-a-pack: /);
		expect(await refusal(JSON.stringify({ ...pack, version: 2 }))).toMatch(/^newer: .*version 2/);
		expect(await refusal(JSON.stringify({ ...pack, exercises: [] }))).toMatch(
			/^invalid: .*has no exercise/,
		);
		expect(await refusal(JSON.stringify({ ...pack, exercises: [sample, sample] }))).toMatch(
			/^invalid: .*twice/,
		);
		const nameless = { ...second, title: ' ' };
		expect(await refusal(JSON.stringify({ ...pack, exercises: [sample, nameless] }))).toMatch(
			/^invalid: .*exercises\.1\.title: it is empty/,
		);
	});

	test('that was changed afterwards is not trusted', async () => {
		const easier = { ...sample, tests: 'import unittest\n' };
		expect(await refusal(JSON.stringify({ ...pack, exercises: [easier, second] }))).toMatch(
			/^changed: .*local-running-total/,
		);
		expect(await refusal(JSON.stringify({ ...pack, hashes: {} }))).toMatch(/^changed: /);
	});

	test('that is huge is not opened', async () => {
		const huge = new Blob([new Uint8Array(largestPack + 1)]);
		const outcome = await readPack(huge);
		expect(outcome).toEqual({ ok: false, error: { kind: 'too-large', bytes: largestPack + 1 } });
		if (!outcome.ok) expect(explainPack(outcome.error)).toContain('11 MB');
	});
});
