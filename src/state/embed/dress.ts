import { fitAccent } from '../../embed/accent';
import type { Dress } from '../../embed/parameters';

/** Backgrounds that an accent has to be seen on, `rrggbb`. */
const papers = { light: 'fffefb', dark: '1e1b17' };

/** Applies theme and accent to the document; without an accent the one that is there stays. */
export function dress({ theme, accent }: Dress): void {
	const root = document.documentElement;
	if (theme === 'auto') delete root.dataset.theme;
	else root.dataset.theme = theme;
	if (accent === null) return;
	const light = fitAccent(accent, papers.light);
	const dark = fitAccent(accent, papers.dark);
	root.style.setProperty('--accent', `light-dark(${light.accent}, ${dark.accent})`);
	root.style.setProperty('--accent-ink', `light-dark(${light.ink}, ${dark.ink})`);
}
