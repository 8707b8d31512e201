import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import {
	EditorView,
	drawSelection,
	highlightActiveLine,
	highlightActiveLineGutter,
	keymap,
	lineNumbers,
} from '@codemirror/view';
import { aid } from './aid';
import { fix, type FixedLines } from './fixed';
import { breakpoints } from './breakpoints';
import type { Handlers } from './handlers';
import type { Help } from './help';
import { marks } from './marks';
import { field, theme } from './theme';

const wrapping = new Compartment();
const reading = new Compartment();

/** Long lines broken or scrolled, as an effect for a running editor. */
export function rewrap(wrap: boolean) {
	return wrapping.reconfigure(wrap ? EditorView.lineWrapping : []);
}

/** Whether the text can only be read, as an effect for a running editor. */
export function relock(locked: boolean) {
	return reading.reconfigure(
		locked
			? [
					EditorState.readOnly.of(true),
					EditorView.editable.of(false),
					EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
				]
			: [],
	);
}

function act(action: () => void): () => boolean {
	return () => {
		action();
		return true;
	};
}

/** How long after Escape a Tab leaves the editor. Milliseconds. */
const LEAVING = 2000;

/** Escape and then Tab leaves, also when Escape closed a list of names or a remark on its way. */
const leave = Prec.highest(
	EditorView.domEventHandlers({
		keydown(event, view) {
			if (event.key === 'Escape') view.setTabFocusMode(LEAVING);
			return false;
		},
	}),
);

/** What every text of Python is written in. Tab indents; what `described` names says how to get out. */
function written(label: string, described: string): Extension[] {
	return [
		leave,
		history(),
		drawSelection(),
		EditorState.allowMultipleSelections.of(true),
		indentUnit.of('    '),
		EditorState.tabSize.of(4),
		indentOnInput(),
		bracketMatching(),
		closeBrackets(),
		search({ top: true }),
		keymap.of([
			...closeBracketsKeymap,
			...defaultKeymap,
			...searchKeymap,
			...historyKeymap,
			...completionKeymap,
			indentWithTab,
		]),
		python(),
		theme,
		EditorView.contentAttributes.of({
			'aria-label': label,
			'aria-describedby': described,
			tabindex: '0',
			spellcheck: 'false',
			autocorrect: 'off',
			autocapitalize: 'off',
			translate: 'no',
		}),
	];
}

/** Tells of each change of the text. */
function heard(change: (code: string) => void): Extension {
	return EditorView.updateListener.of((update) => {
		if (update.docChanged) change(update.state.doc.toString());
	});
}

/** Everything the code editor is made of. */
function extensions(
	handlers: Handlers,
	wrap: boolean,
	help: Help | null,
	fixed: FixedLines,
): Extension[] {
	return [
		Prec.highest(
			keymap.of([
				{ key: 'Mod-Shift-Enter', run: act(handlers.run) },
				{ key: 'Mod-Enter', run: act(handlers.check) },
			]),
		),
		handlers.breakpoints ? breakpoints((lines) => handlers.breakpoints?.(lines)) : [],
		marks,
		fix(fixed),
		aid(help),
		lineNumbers({
			domEventHandlers: {
				click(view, block) {
					handlers.line?.(view.state.doc.lineAt(block.from).number);
					return false;
				},
			},
		}),
		highlightActiveLine(),
		highlightActiveLineGutter(),
		highlightSelectionMatches(),
		// The buttons lie over the last lines.
		EditorView.scrollMargins.of(() => ({ bottom: 72 })),
		written('Code editor', 'leave-editor'),
		wrapping.of(wrap ? EditorView.lineWrapping : []),
		reading.of([]),
		heard(handlers.change),
	];
}

/** The state of one of several texts of a form. */
export function createField(
	code: string,
	label: string,
	described: string,
	change: (code: string) => void,
): EditorState {
	return EditorState.create({
		doc: code,
		extensions: [field, written(label, described), heard(change)],
	});
}

/** A fresh editor state. */
export function createState(
	code: string,
	handlers: Handlers,
	wrap: boolean,
	help: Help | null = null,
	fixed: FixedLines = [],
): EditorState {
	return EditorState.create({ doc: code, extensions: extensions(handlers, wrap, help, fixed) });
}
