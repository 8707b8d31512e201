import type { ReadyData } from '../../embed/messages';
import type { Frame } from '../../state/embed/frame';
import { make } from './dom';

const notes: Record<ReadyData['capabilities']['storage'], string> = {
	local: 'Kept in this browser.',
	partitioned: 'Kept in this browser for this page alone, apart from your work on Dry Run itself.',
	memory: 'Nothing is kept: your work lasts until this page is reloaded.',
	parent: 'The page around this frame keeps your work.',
};

/** Where the work is kept, and the way to the whole app; `site` is where that is. */
export function footer(frame: Frame, site: string): { element: HTMLElement; update(): void } {
	const note = make('span');
	const link = make('a', { target: '_blank', rel: 'noopener' }, 'Open in full');
	link.append(make('span', { class: 'unseen' }, ' in a new tab'));
	const aim = () => (link.href = fullAddress(frame, site));
	for (const event of ['pointerdown', 'focus', 'click', 'contextmenu']) {
		link.addEventListener(event, aim);
	}
	const update = () => {
		note.textContent =
			frame.surroundings.sandboxed && frame.storage === 'memory'
				? 'The page around this frame has sandboxed it: nothing is kept here or for offline use, and your work lasts until this page is reloaded.'
				: notes[frame.storage];
		aim();
	};
	update();
	const end = make('span', {}, link, make('strong', {}, 'Dry Run'));
	return { element: make('footer', { class: 'frame-footer' }, note, end), update };
}

/** The exercise in a tab of its own, with the program as it stands. */
export function fullAddress(frame: Frame, site: string): string {
	const { source, code: given } = frame.parameters;
	const { code } = frame;
	const changed = given !== null || (code !== '' && code !== frame.challenge?.starter);
	if (source.kind === 'built-in') {
		return `${site}#/practice/${source.slug}${changed ? `?${new URLSearchParams({ code })}` : ''}`;
	}
	const query = new URLSearchParams(location.search.slice(1));
	for (const [name, value] of new URLSearchParams(location.hash.slice(1))) query.set(name, value);
	for (const name of ['height', 'origin', 'proto', 'id', 'state', 'load']) query.delete(name);
	if (changed) query.set('code', code);
	return `${site}embed.html#${query}`;
}
