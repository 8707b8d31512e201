export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

/** Roles by which the tests find things, always together with an accessible name. */
export type Role = 'button' | 'link' | 'textbox' | 'region' | 'status';

/** Where a thing of a role may be, for drivers that then compare names. */
export const selectors: Record<Role, string> = {
	button: 'button',
	link: 'a[href]',
	textbox: '[contenteditable=true], textarea, input:not([type])',
	region: 'section[aria-label]',
	status: '[role=status]',
};

/** What may cross between the test and the page. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One tab of a browser, driven as a person would: by names, by keys, by what can be read. */
export interface Page {
	readonly engine: Engine;
	open(address: string): Promise<void>;
	reload(): Promise<void>;
	/** Calls a function that stands by itself in the page. */
	evaluate<A extends Json[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
	/** Clicks in the middle of the one thing of this role and name; throws when there is none. */
	click(role: Role, name: string): Promise<void>;
	/** Puts the cursor into the field of this name. */
	focus(name: string): Promise<void>;
	/** Presses one key with its modifiers, for example `Control+Enter`. */
	press(chord: string): Promise<void>;
	/** Gives the focused field a text in one piece, as a paste does. */
	insert(text: string): Promise<void>;
	/** What can be read in it; null when it is not there. */
	text(role: Role, name: string): Promise<string | null>;
	/** The first heading of a region; null while there is none. */
	heading(region: string): Promise<string | null>;
	/** Takes the network away, where the engine can; a server that is gone is gone for all. */
	unplug(): Promise<void>;
	screenshot(): Promise<Uint8Array>;
	close(): Promise<void>;
}

/** A page whose frames can be looked into, from whatever site they are. */
export interface FramingPage extends Page {
	/** As `evaluate`, in the frame whose address contains a text; throws while there is none. */
	inside<A extends Json[], T>(
		address: string,
		fn: (...args: A) => T | Promise<T>,
		...args: A
	): Promise<T>;
}

/**
 * `bare`: without service workers, whose downloads only slow down what has nothing to do with them.
 */
export type StartOptions = {
	bare?: boolean;
	/**
	 * Whether frames of other sites have a storage of their own, as in browsers that people use; the
	 * driver's Chromium refuses it to them otherwise.
	 */
	partitioned?: boolean;
};

/** A running browser; each page of it has its own storage. */
export interface Browser {
	page(): Promise<Page>;
	close(): Promise<void>;
}

/** One whose pages can be looked into. */
export interface FramingBrowser extends Browser {
	page(): Promise<FramingPage>;
}

/** A function and its arguments as an expression. */
export function call<A extends Json[]>(fn: (...args: A) => unknown, args: A): string {
	return `(${String(fn)})(${args.map((arg) => JSON.stringify(arg)).join(',')})`;
}
