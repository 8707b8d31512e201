import { deflateSync, inflateSync } from 'fflate';

/** What a SCO leaves for its next launch. `best`: score so far, 0 to 1; `code` null: not kept. */
export type Kept = {
	code: string | null;
	hints: number;
	attempts: number;
	best: number | null;
	passed: boolean;
};

/** Characters of `cmi.suspend_data` that every course system keeps. */
export const longestSuspend = 4096;
const mark = 'dryrun1.';

/**
 * Text for `cmi.suspend_data`, never longer than 4096 characters. When the compressed code does not
 * fit it is left out: `dropped` is then the length that it would have had, else null.
 */
export function packKept(kept: Kept): { text: string; dropped: number | null } {
	const whole = pack(kept);
	if (whole.length <= longestSuspend) return { text: whole, dropped: null };
	return { text: pack({ ...kept, code: null }), dropped: whole.length };
}

/** Null when the text is not of this app, or damaged. */
export function unpackKept(text: string): Kept | null {
	if (!text.startsWith(mark) || text.length > longestSuspend) return null;
	try {
		const binary = atob(text.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
		const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
		const found = JSON.parse(new TextDecoder().decode(inflateSync(bytes))) as unknown;
		if (!Array.isArray(found)) return null;
		const [code, hints, attempts, best, passed] = found as unknown[];
		return {
			code: typeof code === 'string' ? code : null,
			hints: count(hints),
			attempts: count(attempts),
			best: typeof best === 'number' && best >= 0 && best <= 1 ? best : null,
			passed: passed === true,
		};
	} catch {
		return null;
	}
}

function count(value: unknown): number {
	return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : 0;
}

function pack({ code, hints, attempts, best, passed }: Kept): string {
	const bytes = new TextEncoder().encode(JSON.stringify([code, hints, attempts, best, passed]));
	let binary = '';
	for (const byte of deflateSync(bytes, { level: 9 })) binary += String.fromCharCode(byte);
	return mark + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
