import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeArchive, type Entry } from '../../../src/embed/scorm/archive';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const entry = (path: string, content: Uint8Array): Entry => ({
	path,
	content: async () => content,
});
const large = Uint8Array.from({ length: 1_300_000 }, (_, at) => (at * 31) % 251);

describe('a zip', () => {
	test('holds its files, whole, and is the same each time', async () => {
		const entries = [
			entry('a.txt', bytesOf('hello')),
			entry('b/c.wasm', large),
			entry('d', bytesOf('')),
		];
		const told: number[] = [];
		const make = () =>
			makeArchive(entries, (bytes) => told.push(bytes), new AbortController().signal);
		const blob = await make();
		const files = unzipSync(new Uint8Array(await blob!.arrayBuffer()));
		expect(new TextDecoder().decode(files['a.txt'])).toBe('hello');
		expect(Buffer.from(large).equals(files['b/c.wasm']!)).toBe(true);
		expect(files['d']).toHaveLength(0);
		expect(told.at(-1)).toBe(5 + large.length);
		const [one, two] = [blob!, (await make())!];
		expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer()))).toBe(
			true,
		);
	});

	test('is called off between two pieces', async () => {
		const stop = new AbortController();
		const made = makeArchive([entry('b.wasm', large)], () => stop.abort(), stop.signal);
		expect(await made).toBeNull();
	});

	test('fails when a file cannot be had', async () => {
		const entries = [{ path: 'a', content: () => Promise.reject(new Error('offline')) }];
		await expect(makeArchive(entries, () => {}, new AbortController().signal)).rejects.toThrow(
			'offline',
		);
	});
});
