const PAUSE = 40;

/** Waits until `look` answers something that `holds`; the error says what was there instead. */
export async function until<T>(
	what: string,
	look: () => Promise<T>,
	holds: (seen: T) => boolean = Boolean,
	seconds = 60,
): Promise<T> {
	const end = performance.now() + seconds * 1000;
	for (;;) {
		const seen = await look();
		if (holds(seen)) return seen;
		if (performance.now() > end) {
			throw new Error(`Waited ${seconds} s for ${what}; there is: ${JSON.stringify(seen)}`);
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}
