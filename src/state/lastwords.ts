/** A text that the page could not hand to the database before it went away. */
export type LastWords = { code: string; base: number; tab: string };

const key = (slug: string, version: number) => `dry-run:unsaved:${slug}@${version}`;

/** Leaves a text synchronously; the next page that opens the exercise finds it. */
export function leaveWords(slug: string, version: number, words: LastWords): void {
	try {
		localStorage.setItem(key(slug, version), JSON.stringify(words));
	} catch {
		// Without it, at most the last moment of typing is lost.
	}
}

/** Takes what was left, if anything; it is there only once. */
export function takeWords(slug: string, version: number): LastWords | null {
	try {
		const text = localStorage.getItem(key(slug, version));
		localStorage.removeItem(key(slug, version));
		return text === null ? null : readWords(JSON.parse(text));
	} catch {
		return null;
	}
}

function readWords(value: unknown): LastWords | null {
	if (typeof value !== 'object' || value === null) return null;
	const { code, base, tab } = value as Record<string, unknown>;
	const whole = typeof code === 'string' && typeof base === 'number' && typeof tab === 'string';
	return whole ? { code, base, tab } : null;
}
