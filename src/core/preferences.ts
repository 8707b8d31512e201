import type { Role } from './challenge';

/** How this device shows things. Only what was chosen is stored; the rest follows `defaults`. */
export type Preferences = {
	theme: 'auto' | 'light' | 'dark';
	/** Pixels. */
	editorFontSize: number;
	wrapLines: boolean;
	/** Whether the box for standard input is open. */
	stdinOpen: boolean;
	/** `auto` asks the system. */
	motion: 'auto' | 'reduced' | 'full';
	hideDifficulty: boolean;
	/** Nothing helps: no hints, no remarks on the code, no completion. */
	interviewMode: boolean;
	/** The track that is being prepared for, null for all. */
	role: Role | null;
	/** Width of the prompt's pane in per cent. */
	promptWidth: number;
};

export const defaults: Readonly<Preferences> = {
	theme: 'auto',
	editorFontSize: 14,
	wrapLines: false,
	stdinOpen: false,
	motion: 'auto',
	hideDifficulty: false,
	interviewMode: false,
	role: null,
	promptWidth: 40,
};

/** Smallest and largest of what is a number. */
export const bounds = {
	editorFontSize: { least: 10, most: 28 },
	promptWidth: { least: 15, most: 85 },
} as const;

/** Chosen values over defaults, numbers pulled into bounds. */
export function settle(chosen: Partial<Preferences>): Preferences {
	const all = { ...defaults, ...chosen };
	return {
		...all,
		editorFontSize: clamp(all.editorFontSize, bounds.editorFontSize),
		promptWidth: clamp(all.promptWidth, bounds.promptWidth),
	};
}

/** Whether things may move. `systemReduces` is the system's own wish. */
export function moves(motion: Preferences['motion'], systemReduces: boolean): boolean {
	return motion === 'full' || (motion === 'auto' && !systemReduces);
}

function clamp(value: number, { least, most }: { least: number; most: number }): number {
	return Math.min(most, Math.max(least, Math.round(value)));
}
