const first64Primes = primes(64);
/** The first 32 bits of the fractions of the roots of primes (FIPS 180-4). */
const rounds = first64Primes.map((prime) => fraction(Math.cbrt(prime)));
const start = first64Primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** SHA-256 of a text in UTF-8, hexadecimal; also where a page has no Web Crypto, on plain http. */
export function sha256(text: string): string {
	const bytes = new TextEncoder().encode(text);
	const size = Math.ceil((bytes.length + 9) / 64) * 64;
	const view = new DataView(new ArrayBuffer(size));
	bytes.forEach((byte, index) => view.setUint8(index, byte));
	view.setUint8(bytes.length, 0x80);
	view.setUint32(size - 8, Math.floor(bytes.length / 0x2000_0000));
	view.setUint32(size - 4, bytes.length * 8);
	const state = Uint32Array.from(start);
	for (let at = 0; at < size; at += 64) digest(state, view, at);
	return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function digest(state: Uint32Array, view: DataView, at: number): void {
	const words = new Uint32Array(64);
	for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + 4 * i);
	for (let i = 16; i < 64; i++) {
		const two = words[i - 2]!;
		const fifteen = words[i - 15]!;
		const low = turn(fifteen, 7) ^ turn(fifteen, 18) ^ (fifteen >>> 3);
		const high = turn(two, 17) ^ turn(two, 19) ^ (two >>> 10);
		words[i] = words[i - 16]! + low + words[i - 7]! + high;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as [
		number,
		number,
		number,
		number,
		number,
		number,
		number,
		number,
	];
	for (let i = 0; i < 64; i++) {
		const choice = (e & f) ^ (~e & g);
		const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + rounds[i]! + words[i]!;
		const majority = (a & b) ^ (a & c) ^ (b & c);
		const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = state[index]! + word));
}

function turn(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function fraction(root: number): number {
	return Math.floor((root % 1) * 2 ** 32);
}

function primes(count: number): number[] {
	const found: number[] = [];
	for (let n = 2; found.length < count; n++) {
		if (found.every((prime) => n % prime !== 0)) found.push(n);
	}
	return found;
}
