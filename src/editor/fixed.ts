import { EditorState, type Extension, StateField, type Text } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** Lines (1-based, both ends included) that cannot be changed. */
export type FixedLines = readonly { from: number; to: number }[];

/** A stretch of whole lines as places in the text; the line break after it is not part of it. */
type Stretch = { from: number; to: number };

const row = Decoration.line({ class: 'cm-fixed', attributes: { 'aria-readonly': 'true' } });

/**
 * Keeps some lines as they are: a change that would touch them does not happen, and they are tinted.
 * A text that takes the place of the whole (`input.replace`) brings its own lines at these numbers.
 */
export function fix(lines: FixedLines): Extension {
	if (lines.length === 0) return [];
	const field = StateField.define<readonly Stretch[]>({
		create: ({ doc }) => place(doc, lines),
		update: (stretches, transaction) => {
			const { changes, state } = transaction;
			if (!transaction.docChanged) return stretches;
			if (transaction.isUserEvent('input.replace')) return place(state.doc, lines);
			return stretches.map(({ from, to }) => ({
				from: changes.mapPos(from, 1),
				to: Math.min(changes.mapPos(to, -1), state.doc.length),
			}));
		},
	});
	return [
		field,
		EditorState.changeFilter.of((transaction) => {
			if (transaction.isUserEvent('input.replace')) return true;
			const stretches = transaction.startState.field(field);
			const { doc } = transaction.startState;
			let free = true;
			transaction.changes.iterChanges((from, to, _from, _to, inserted) => {
				free &&= stretches.every((held) => spares(held, doc, from, to, inserted));
			});
			return free;
		}),
		EditorView.decorations.compute([field], (state) => {
			const rows = state.field(field).flatMap(({ from, to }) => {
				const first = state.doc.lineAt(from).number;
				const last = state.doc.lineAt(to).number;
				const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
				return numbers.map((number) => row.range(state.doc.line(number).from));
			});
			return Decoration.set(rows, true);
		}),
	];
}

function place(doc: Text, lines: FixedLines): Stretch[] {
	return lines
		.filter(({ from }) => from <= doc.lines)
		.map(({ from, to }) => ({
			from: doc.line(from).from,
			to: doc.line(Math.min(to, doc.lines)).to,
		}));
}

/** Whether a change leaves a stretch as it is. */
function spares(held: Stretch, doc: Text, from: number, to: number, inserted: Text): boolean {
	if (to < held.from || from > held.to) return true;
	const text = inserted.toString();
	// Whole lines before it: the change ends where it begins, and so does a line.
	if (to === held.from && from < held.to) {
		const startsLine = from === 0 || doc.sliceString(from - 1, from) === '\n';
		if ((text === '' && from < to && startsLine) || text.endsWith('\n'))
			return from === to || startsLine;
	}
	// Whole lines after it.
	if (from === held.to) {
		const endsLine = to === doc.length || doc.sliceString(to, to + 1) === '\n';
		return (text === '' || text.startsWith('\n')) && endsLine;
	}
	return false;
}
