/** Less than this many pixels is a browser's own bar, not a keyboard. */
const least = 120;

/**
 * Keeps `--keyboard` on the root at the height that an on-screen keyboard takes from the page, for
 * browsers that lay it over the page instead of resizing it. Returns the way out.
 */
export function watchKeyboard(): () => void {
	const viewport = globalThis.visualViewport;
	const root = document.documentElement;
	if (!viewport) return () => undefined;
	const measure = () => {
		const covered = Math.round(innerHeight - viewport.height - viewport.offsetTop);
		const keyboard = covered > least && Math.abs(viewport.scale - 1) < 0.02;
		root.style.setProperty('--keyboard', keyboard ? `${covered}px` : '0px');
	};
	measure();
	addEventListener('resize', measure);
	viewport.addEventListener('resize', measure);
	viewport.addEventListener('scroll', measure);
	return () => {
		removeEventListener('resize', measure);
		viewport.removeEventListener('resize', measure);
		viewport.removeEventListener('scroll', measure);
		root.style.removeProperty('--keyboard');
	};
}
