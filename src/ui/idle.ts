/** Calls back when the page has nothing better to do; returns the way out. */
export function whenIdle(action: () => void): () => void {
	if ('requestIdleCallback' in globalThis) {
		const id = requestIdleCallback(action, { timeout: 2000 });
		return () => cancelIdleCallback(id);
	}
	const id = setTimeout(action, 200);
	return () => clearTimeout(id);
}

/** Calls back right after the next paint, or soon where nothing is painted; returns the way out. */
export function afterPaint(action: () => void): () => void {
	let soon: ReturnType<typeof setTimeout> | undefined;
	const frame = requestAnimationFrame(() => {
		soon = setTimeout(go);
	});
	const late = setTimeout(go, 200);
	function leave() {
		cancelAnimationFrame(frame);
		clearTimeout(soon);
		clearTimeout(late);
	}
	function go() {
		leave();
		action();
	}
	return leave;
}
