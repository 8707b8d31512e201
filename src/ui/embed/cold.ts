import type { Frame, Phase } from '../../state/embed/frame';
import { make } from './dom';

/** What there is to see before the start: the exercise, why there is none, or how to begin. */
export function coldView(frame: Frame): Node[] {
	const { phase, challenge } = frame;
	if (phase.kind === 'refused') return [refusedView(phase)];
	if (!challenge) {
		return [make('p', { class: 'frame-said', role: 'status' }, 'Fetching the exercise …')];
	}
	const parts: Node[] = [];
	if (frame.shows('prompt')) {
		const prose = make('div', { class: 'prose' });
		// Made safe where it was rendered.
		prose.innerHTML = challenge.prompt;
		const facts = `${challenge.difficulty} · ${challenge.minutes} min`;
		parts.push(
			make(
				'div',
				{ class: 'frame-prompt', lang: frame.parameters.lang },
				make('h1', {}, challenge.title),
				make('p', { class: 'frame-facts' }, facts),
				prose,
			),
		);
	} else parts.push(make('h1', { class: 'unseen' }, challenge.title));
	if (frame.shows('editor')) {
		const named = { role: 'group', tabindex: '0', 'aria-label': 'Code to start from' };
		parts.push(make('pre', { class: 'frame-code', ...named }, frame.code));
	}
	parts.push(startRow(frame));
	return parts;
}

/** Why nothing can be shown. */
export function refusedView({ title, texts }: Phase & { kind: 'refused' }): HTMLElement {
	const lines = texts.map((text) => make('p', {}, text));
	return make('div', { class: 'frame-refused', role: 'alert' }, make('h1', {}, title), ...lines);
}

function startRow(frame: Frame): HTMLElement {
	const row = make('p', { class: 'frame-row', 'aria-live': 'polite' });
	const note = (text: string) => make('span', { class: 'muted' }, text);
	const { phase, parameters } = frame;
	if (phase.kind === 'opening' || phase.kind === 'live') row.append(note('Opening the editor …'));
	else if (phase.kind === 'cold' && parameters.load !== 'click') {
		row.append(note('Opens when you get here.'));
	} else {
		const button = make('button', { class: 'button primary', type: 'button' }, 'Start');
		button.addEventListener('click', () => void frame.start());
		const told =
			phase.kind === 'stuck'
				? 'The editor could not be fetched. Start again when you are connected; nothing is lost.'
				: 'Python runs here, in your browser.';
		row.append(button, note(told));
	}
	return row;
}
