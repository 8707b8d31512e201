/** One name of a module, as the interpreter knows it. */
export type Name = {
	kind: 'module' | 'class' | 'function' | 'value';
	/** How it is called, for example `(iterable, n)`; null when it is not, or nobody knows. */
	signature: string | null;
	/** Of a class: its public attributes. */
	members: string[];
};

/**
 * Module → name → what it is. One that cannot be imported has no names; one that there was no time for is
 * missing.
 */
export type Names = Record<string, Record<string, Name>>;
