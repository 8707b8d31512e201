/** What a course system tells at launch. `suspend` is what the last session left, or empty. */
export type Launch = { suspend: string; passed: boolean; reviewing: boolean };

/** A course system, whichever standard it speaks. Nothing here throws; a refusal is `false`. */
export interface Lms {
	/** Begins the session; null when the course system refuses. */
	open(): Launch | null;
	/** At most 4096 characters; see `suspend.ts`. */
	keep(suspend: string): boolean;
	/** `score` from 0 to 1. */
	grade(score: number, passed: boolean): boolean;
	commit(): boolean;
	/** Ends the session for good, so that what was kept comes back at the next launch. */
	close(seconds: number): boolean;
}

/** A call of a course system's API: some answer `true`, some `"true"`, some throw. */
export type Call = (method: string, ...args: string[]) => string;

/** Calls an API object's methods by name. */
export function caller(api: object): Call {
	return (method, ...args) => {
		try {
			const found = (api as Record<string, unknown>)[method];
			if (typeof found !== 'function') return '';
			return String((found as (...args: string[]) => unknown).apply(api, args) ?? '');
		} catch {
			return '';
		}
	};
}
