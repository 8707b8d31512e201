import { startCompletion } from '@codemirror/autocomplete';
import {
	copyLineDown,
	cursorMatchingBracket,
	deleteLine,
	indentLess,
	indentMore,
	moveLineDown,
	moveLineUp,
	redo,
	selectParentSyntax,
	toggleComment,
	undo,
} from '@codemirror/commands';
import { nextDiagnostic } from '@codemirror/lint';
import { gotoLine, openSearchPanel, selectNextOccurrence } from '@codemirror/search';
import type { Command } from '@codemirror/view';
import { toggleBreakpoint } from './breakpoints';
import { FORMAT_KEYS, formatCode } from './formatting';

/** A command to show and to call. `keys` as CodeMirror writes them, `Mod` being Ctrl or Cmd. */
export type EditorCommand = {
	title: string;
	keys: string;
	run: Command;
	/** Not there in interview mode. */
	helps?: true;
};

/** What the list of commands shows, in its order. */
export const editorCommands: readonly EditorCommand[] = [
	{ title: 'Undo', keys: 'Mod-z', run: undo },
	{ title: 'Redo', keys: 'Mod-Shift-z', run: redo },
	{ title: 'Find and replace', keys: 'Mod-f', run: openSearchPanel },
	{ title: 'Go to line', keys: 'Mod-Alt-g', run: gotoLine },
	{ title: 'Set or clear a breakpoint', keys: 'F9', run: toggleBreakpoint },
	{ title: 'Complete a name', keys: 'Ctrl-Space', run: startCompletion, helps: true },
	{ title: 'Lay the code out anew', keys: FORMAT_KEYS, run: formatCode, helps: true },
	{ title: 'Go to the next remark', keys: 'F8', run: nextDiagnostic, helps: true },
	{ title: 'Comment or uncomment', keys: 'Mod-/', run: toggleComment },
	{ title: 'Indent', keys: 'Tab', run: indentMore },
	{ title: 'Unindent', keys: 'Shift-Tab', run: indentLess },
	{ title: 'Move line up', keys: 'Alt-ArrowUp', run: moveLineUp },
	{ title: 'Move line down', keys: 'Alt-ArrowDown', run: moveLineDown },
	{ title: 'Copy line down', keys: 'Shift-Alt-ArrowDown', run: copyLineDown },
	{ title: 'Delete line', keys: 'Shift-Mod-k', run: deleteLine },
	{ title: 'Select next occurrence', keys: 'Mod-d', run: selectNextOccurrence },
	{ title: 'Select enclosing syntax', keys: 'Mod-i', run: selectParentSyntax },
	{ title: 'Jump to matching bracket', keys: 'Shift-Mod-\\', run: cursorMatchingBracket },
];
