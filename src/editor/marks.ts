import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import {
	Decoration,
	type DecorationSet,
	EditorView,
	GutterMarker,
	WidgetType,
	gutter,
} from '@codemirror/view';

/** A line (1-based) to look at, and why, in a few words; an empty note shows the line only. */
export type Mark = { line: number; note: string };

/** Replaces all marks. */
export const setMarks = StateEffect.define<readonly Mark[]>();

class Note extends WidgetType {
	constructor(readonly text: string) {
		super();
	}
	override eq(other: Note): boolean {
		return other.text === this.text;
	}
	toDOM(): HTMLElement {
		const element = document.createElement('span');
		element.className = 'cm-mark-note';
		element.textContent = this.text.replaceAll('`', '');
		return element;
	}
}

class Flag extends GutterMarker {
	override eq(): boolean {
		return true;
	}
	override toDOM(): Node {
		return document.createTextNode('●');
	}
}

const flag = new Flag();

const field = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(marks, transaction) {
		let next = marks.map(transaction.changes);
		for (const effect of transaction.effects) {
			if (!effect.is(setMarks)) continue;
			const { doc } = transaction.state;
			const ranges = effect.value
				.filter(({ line }) => line >= 1 && line <= doc.lines)
				.flatMap(({ line, note }) => {
					const at = doc.line(line);
					const row = Decoration.line({ class: 'cm-marked' }).range(at.from);
					if (!note) return [row];
					const widget = Decoration.widget({ widget: new Note(note), side: 1, block: true });
					return [row, widget.range(at.to)];
				});
			next = Decoration.set(ranges, true);
		}
		return next;
	},
	provide: (marks) => EditorView.decorations.from(marks),
});

/** Draws the marks: the line tinted, a dot in the gutter, the note below. An edit moves them along. */
export const marks: Extension = [
	field,
	gutter({
		class: 'cm-mark-gutter',
		markers(view) {
			const starts = new Set<number>();
			view.state.field(field).between(0, view.state.doc.length, (from) => {
				starts.add(view.state.doc.lineAt(from).from);
			});
			return RangeSet.of([...starts].sort((one, two) => one - two).map((from) => flag.range(from)));
		},
	}),
];
