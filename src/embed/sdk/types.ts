import type { EndStatus, ErrorCode, OutData, ReadyData, ResultData, WorkState } from '../messages';

export type Part =
	'prompt' | 'editor' | 'output' | 'tests' | 'hints' | 'solution' | 'toolbar' | 'footer';

/** What an embed shows and does; only one of `exercise`, `pack` and `inline` is needed. */
export type Options = {
	/** Where Dry Run is. Without it: where this script came from. */
	site?: string;
	/** Name of a built-in exercise, or of one in the pack. */
	exercise?: string;
	/** https address of a pack. */
	pack?: string;
	/** An exercise as links carry it. */
	inline?: string;
	load?: 'click' | 'lazy' | 'eager';
	theme?: 'auto' | 'light' | 'dark';
	/** `RRGGBB`. */
	accent?: string;
	/** Pixels of the code. */
	font?: number;
	/** Language of the exercise's texts, BCP 47. */
	lang?: string;
	show?: readonly Part[];
	hide?: readonly Part[];
	layout?: 'auto' | 'stack' | 'split';
	/** Per cent of the width for the prompt, 10 to 90. */
	ratio?: number;
	/** Everything, or lines such as `1-4,9`. */
	readonly?: boolean | string;
	/** What the editor starts with. */
	code?: string;
	mode?: 'practice' | 'demo' | 'quiz';
	/** `auto` follows the content; or pixels. */
	height?: 'auto' | number;
	/** Who keeps the work: the learner's browser, nobody, or this page. */
	state?: 'local' | 'none' | 'parent';
	/** Names this instance. */
	id?: string;
	/** What screen readers call the frame. */
	title?: string;
};

/** Why a call failed: the frame's own codes, or no answer in 10 seconds, or the frame is gone. */
export type CallError = Error & { code: ErrorCode | 'timeout' | 'closed' };

/** How a run ended. */
export type RunEnd = { run: number; status: EndStatus; ms: number };

/** One exercise on the page. */
export type Embed = {
	readonly frame: HTMLIFrameElement;
	/** What the frame said when its exercise was there; rejects when there is none. */
	readonly ready: Promise<ReadyData>;
	/** Calls for each piece of news of a type; returns the way out. */
	on<T extends keyof OutData>(type: T, listener: (data: OutData[T]) => void): () => void;
	/** The program; only for pages on http or https. */
	getCode(): Promise<string>;
	setCode(code: string): Promise<void>;
	/** Resolves when the program has ended. */
	run(): Promise<RunEnd>;
	/** Resolves when it is judged; null when the check was stopped or Python could not start. */
	check(): Promise<ResultData | null>;
	stop(): Promise<void>;
	/** Back to the starter. */
	reset(): Promise<void>;
	setTheme(theme: 'auto' | 'light' | 'dark', accent?: string): Promise<void>;
	/** Hands kept work back, with `state: 'parent'`. */
	setState(state: WorkState, revision?: number): Promise<void>;
	focus(): Promise<void>;
	/** Takes the frame off the page. */
	remove(): void;
};

/** An xAPI agent: at least one way to identify the learner. */
export type Actor = { objectType?: 'Agent'; name?: string } & (
	| { mbox: string }
	| { mbox_sha1sum: string }
	| { openid: string }
	| { account: { homePage: string; name: string } }
);

/** An xAPI statement (1.0.3), ready for a record store. */
export type Statement = {
	actor: Actor;
	verb: { id: string; display: { [language: string]: string } };
	object: {
		objectType: 'Activity';
		id: string;
		definition: { type: string; name: { [language: string]: string } };
	};
	result: {
		score: { scaled: number; raw?: number; min?: number; max?: number };
		success: boolean;
		completion: boolean;
		extensions: { [iri: string]: string | number };
	};
	/** ISO 8601, UTC. */
	timestamp: string;
};

/** Puts an exercise into an element. Throws when the options cannot work. */
export declare function mount(element: Element, options: Options): Embed;

/**
 * What a result says, for a record store. `activity` is the exercise's identifier there, an IRI;
 * without it, its page on `site`.
 */
export declare function toStatement(
	result: ResultData,
	actor: Actor,
	activity?: string,
	now?: Date,
): Statement;

/** The element `<dry-run>`: options as attributes, news as events with `detail`. */
export declare class DryRunElement extends HTMLElement {
	/** Null while the element is not on a page. */
	readonly embed: Embed | null;
}

declare global {
	interface HTMLElementTagNameMap {
		'dry-run': DryRunElement;
	}
}
