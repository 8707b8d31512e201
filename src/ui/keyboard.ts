/**
 * Keeps `--keyboard` on the root at the height that an on-screen keyboard takes from the page, for
 * browsers that lay it over the page instead of resizing it. Returns the way out.
 */
export function watchKeyboard(): () => void {
	const viewport = globalThis.visualViewport;
	const root = document.documentElement;
	if (!viewport) return () => undefined;
	const measure = () => {
		const covered = innerHeight - viewport.height - viewport.offsetTop;
		const zoomed = viewport.scale > 1.05;
		root.style.setProperty('--keyboard', `${zoomed ? 0 : Math.max(0, Math.round(covered))}px`);
	};
	measure();
	viewport.addEventListener('resize', measure);
	viewport.addEventListener('scroll', measure);
	return () => {
		viewport.removeEventListener('resize', measure);
		viewport.removeEventListener('scroll', measure);
		root.style.removeProperty('--keyboard');
	};
}
