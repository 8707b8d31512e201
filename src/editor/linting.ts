import { type Diagnostic, linter } from '@codemirror/lint';
import type { Extension, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { helper, type Help, type Remark, type Spot } from './help';

/** Milliseconds without a change that count as a pause. */
const PAUSE = 900;

/** Remarks after a pause: a quiet underline, with rule, sentence and fix where the pointer rests. */
export function linting(help: Help): Extension {
	const source = async (view: EditorView): Promise<Diagnostic[]> => {
		const { doc } = view.state;
		const remarks = await help.lint(doc.toString());
		// Meanwhile help may have been switched off.
		return view.state.facet(helper) === help ? remarks.map((each) => diagnostic(doc, each)) : [];
	};
	return linter(source, { delay: PAUSE });
}

function diagnostic(doc: Text, { code, message, from, to, fix }: Remark): Diagnostic {
	return {
		from: place(doc, from),
		to: Math.max(place(doc, from), place(doc, to)),
		severity: code === null ? 'error' : 'info',
		source: code ?? 'Python',
		message: /[.!?]$/.test(message) ? message : `${message}.`,
		actions: fix ? [{ name: fix.title, apply: (view) => mend(view, doc, fix.edits) }] : [],
	};
}

/** Makes the edits of a fix, if the text is still the one that they are of. */
function mend(view: EditorView, doc: Text, edits: { from: Spot; to: Spot; text: string }[]): void {
	if (view.state.readOnly || !view.state.doc.eq(doc)) return;
	view.dispatch({
		changes: edits.map(({ from, to, text }) => ({
			from: place(doc, from),
			to: place(doc, to),
			insert: text,
		})),
		userEvent: 'input.fix',
	});
	view.focus();
}

function place(doc: Text, { line, column }: Spot): number {
	if (line > doc.lines) return doc.length;
	const { from, to } = doc.line(Math.max(1, line));
	return Math.min(to, from + column);
}
