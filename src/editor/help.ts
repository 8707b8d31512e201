import { Facet } from '@codemirror/state';
import type { Result } from '../core/errors';
import type { Names } from '../core/names';

/** A place in a text: line from 1, column from 0 in UTF-16 units. */
export type Spot = { line: number; column: number };

/** One remark of the linter. `code` is null for what is no Python at all. */
export type Remark = {
	code: string | null;
	message: string;
	from: Spot;
	to: Spot;
	fix: { title: string; edits: { from: Spot; to: Spot; text: string }[] } | null;
};

/** What helps while a person types. Nothing of it runs their program. */
export type Help = {
	/** Remarks on a text; none as long as the linter cannot be had. */
	lint(code: string): Promise<readonly Remark[]>;
	/** The text laid out anew, or a sentence that says why that cannot be. */
	format(code: string): Promise<Result<string, string>>;
	/** What these modules offer, without those that cannot be looked into now. */
	names(modules: readonly string[]): Promise<Names>;
};

/** The help that an editor has; null in interview mode. */
export const helper = Facet.define<Help | null, Help | null>({
	combine: (given) => given[0] ?? null,
});
