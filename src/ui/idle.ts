/** Calls back when the page has nothing better to do; returns the way out. */
export function whenIdle(action: () => void): () => void {
	if ('requestIdleCallback' in globalThis) {
		const id = requestIdleCallback(action, { timeout: 2000 });
		return () => cancelIdleCallback(id);
	}
	const id = setTimeout(action, 200);
	return () => clearTimeout(id);
}
