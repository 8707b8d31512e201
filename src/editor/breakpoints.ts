import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import {
	type Command,
	Decoration,
	type DecorationSet,
	EditorView,
	GutterMarker,
	gutter,
	keymap,
} from '@codemirror/view';

/** Shows a line (1-based) as the one that a stepper is at; null for none. */
export const setStepLine = StateEffect.define<number | null>();

const toggle = StateEffect.define<number>();

class Dot extends GutterMarker {
	override eq(): boolean {
		return true;
	}
	override toDOM(): Node {
		return document.createTextNode('◆');
	}
}

class Ghost extends GutterMarker {
	override toDOM(): Node {
		return document.createTextNode('◆');
	}
}

const dot = new Dot();

const points = StateField.define<RangeSet<GutterMarker>>({
	create: () => RangeSet.empty,
	update(set, transaction) {
		let next = set.map(transaction.changes);
		for (const effect of transaction.effects) {
			if (!effect.is(toggle)) continue;
			const at = effect.value;
			let isThere = false;
			next.between(at, at, () => void (isThere = true));
			next = next.update(
				isThere ? { filter: (from) => from !== at } : { add: [dot.range(at)], sort: true },
			);
		}
		return next;
	},
});

const row = Decoration.line({ class: 'cm-step-line' });

const stepLine = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(shown, transaction) {
		let next = shown.map(transaction.changes);
		for (const effect of transaction.effects) {
			if (!effect.is(setStepLine)) continue;
			const { doc } = transaction.state;
			const line = effect.value;
			next =
				line !== null && line >= 1 && line <= doc.lines
					? Decoration.set([row.range(doc.line(line).from)])
					: Decoration.none;
		}
		return next;
	},
	provide: (shown) => EditorView.decorations.from(shown),
});

/** Sets a breakpoint on the cursor's line, or clears it. */
export const toggleBreakpoint: Command = (view) => {
	if (!view.state.field(points, false)) return false;
	const at = view.state.doc.lineAt(view.state.selection.main.head).from;
	view.dispatch({ effects: toggle.of(at) });
	return true;
};

/** Breakpoints in a gutter of their own, by a click or F9; `changed` is told their lines. */
export function breakpoints(changed: (lines: number[]) => void): Extension {
	return [
		points,
		stepLine,
		keymap.of([{ key: 'F9', run: toggleBreakpoint }]),
		gutter({
			class: 'cm-breakpoints',
			markers: (view) => view.state.field(points),
			initialSpacer: () => new Ghost(),
			domEventHandlers: {
				mousedown(view, block) {
					view.dispatch({ effects: toggle.of(view.state.doc.lineAt(block.from).from) });
					return true;
				},
			},
		}),
		EditorView.updateListener.of(({ state, startState }) => {
			const now = state.field(points);
			if (now === startState.field(points, false) && state.doc === startState.doc) return;
			const lines: number[] = [];
			now.between(0, state.doc.length, (from) => void lines.push(state.doc.lineAt(from).number));
			changed(lines);
		}),
	];
}
