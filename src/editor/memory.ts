import type { EditorState } from '@codemirror/state';

/** Where an editor leaves its state (text, selection, undo history) for its next appearance. */
export type EditorMemory = { state: EditorState | null };
