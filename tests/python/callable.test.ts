import { expect, test } from 'vitest';
import { asWasm, type Signed } from '../../src/runtime/worker/callable';

const signed = (sig: string, act: (...values: never[]) => unknown): Signed =>
	Object.assign(act, { sig });

test('functions of every kind of value can be called through a table', () => {
	const heard: unknown[] = [];
	const functions = {
		add: signed('iii', (a: number, b: number) => a + b),
		tell: signed('vp', (a: number) => void heard.push(a)),
		long: signed('jj', (a: bigint) => a * 2n),
		half: signed('df', (a: number) => a / 2),
		same: signed('ee', (a: unknown) => a),
	};
	const names = Object.keys(functions);
	const table = new WebAssembly.Table({ element: 'anyfunc', initial: names.length });
	const made = asWasm(functions);
	names.forEach((name, at) => table.set(at, made[name]));
	const [add, tell, long, half, same] = names.map(
		(_, at) => table.get(at) as (...values: unknown[]) => unknown,
	);
	expect(add!(2, 3.9)).toBe(5);
	tell!(7);
	expect(heard).toEqual([7]);
	expect(long!(2n ** 40n)).toBe(2n ** 41n);
	expect(half!(3)).toBe(1.5);
	expect(same!(functions)).toBe(functions);
});

test('hundreds fit, with names beyond ASCII, and each is itself', () => {
	const functions = Object.fromEntries(
		Array.from({ length: 300 }, (_, at) => [`größe_${at}`, signed('i', () => at)]),
	);
	const made = asWasm(functions) as Record<string, () => number>;
	expect(Object.values(made).map((each) => each())).toEqual(
		Object.keys(functions).map((_, at) => at),
	);
});

test('none at all is no error', () => {
	expect(asWasm({})).toEqual({});
});
