/** What the page gets told: every change of text, the two shortcuts, and the lines of breakpoints. */
export type Handlers = {
	change(code: string): void;
	run(): void;
	check(): void;
	/** Without it there are no breakpoints. */
	breakpoints?(lines: readonly number[]): void;
	/** A click on a line's number. */
	line?(line: number): void;
};
