import { isolateHistory } from '@codemirror/commands';
import { EditorView, type Command } from '@codemirror/view';
import { helper } from './help';
import { say } from './telling';

/** As CodeMirror writes keys. */
export const FORMAT_KEYS = 'Shift-Alt-f';

/**
 * Lays the whole text out anew, undone in one step; the cursor stays on its line. What stands in the
 * way is told where remarks are told, and aloud. Does nothing in interview mode.
 */
export const formatCode: Command = (view) => {
	const help = view.state.facet(helper);
	if (!help || view.state.readOnly) return false;
	const { doc } = view.state;
	void help.format(doc.toString()).then((result) => {
		if (!view.state.doc.eq(doc)) return;
		if (!result.ok) return say(view, result.error);
		const before = doc.toString();
		const after = result.value;
		if (before === after) return say(view, 'The layout is as it should be.');
		const { from, to, insert } = difference(before, after);
		view.dispatch({
			changes: { from, to, insert },
			annotations: isolateHistory.of('full'),
			userEvent: 'input.format',
			effects: EditorView.announce.of('Laid out anew.'),
		});
	});
	return true;
};

/** What lies between the longest common beginning and end of two texts. */
export function difference(
	before: string,
	after: string,
): { from: number; to: number; insert: string } {
	let from = 0;
	const most = Math.min(before.length, after.length);
	while (from < most && before[from] === after[from]) from++;
	let end = 0;
	while (end < most - from && before.at(-1 - end) === after.at(-1 - end)) end++;
	return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
