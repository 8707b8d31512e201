import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, showPanel, type Panel } from '@codemirror/view';

/** Shows a sentence below the text until the next change or key. */
export const tell = StateEffect.define<string>();

const field = StateField.define<string | null>({
	create: () => null,
	update(told, transaction) {
		for (const effect of transaction.effects) if (effect.is(tell)) return effect.value;
		return transaction.docChanged || transaction.selection ? null : told;
	},
	provide: (told) =>
		showPanel.from(told, (text) => (text === null ? null : (): Panel => panel(text))),
});

function panel(text: string): Panel {
	const dom = document.createElement('p');
	dom.className = 'cm-told';
	dom.textContent = text;
	return { dom };
}

/** Room for what the editor has to say; also said aloud. */
export const telling: Extension = field;

/** Says a sentence, to eyes and to ears. */
export function say(view: EditorView, text: string): void {
	view.dispatch({ effects: [EditorView.announce.of(text), tell.of(text)] });
}
