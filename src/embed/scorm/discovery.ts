/** Which of the two run-times a package speaks to. */
export type Standard = '1.2' | '2004';

/** What the search needs of a window; a window of another origin throws at most of it. */
export type Place = { parent?: unknown; opener?: unknown };

/** Parents that are looked at; frames nested deeper than that are a loop. */
const deepest = 500;
const names = { '1.2': 'API', '2004': 'API_1484_11' } as const;

/**
 * The course system's API object: in this window or a parent of it, else in the window that opened
 * the outermost one or a parent of that. Null when there is none within reach.
 */
export function findApi(from: Place, standard: Standard): object | null {
	const name = names[standard];
	const above = climb(from, name);
	if (above.api) return above.api;
	for (const place of [from, above.top]) {
		const opener = look(place, 'opener');
		if (!isObject(opener) || opener === from) continue;
		const { api } = climb(opener, name);
		if (api) return api;
	}
	return null;
}

function climb(from: Place, name: string): { api: object | null; top: Place } {
	let place = from;
	for (let depth = 0; depth <= deepest; depth++) {
		const api = look(place, name);
		if (isObject(api)) return { api, top: place };
		const parent = look(place, 'parent');
		if (!isObject(parent) || parent === place) break;
		place = parent;
	}
	return { api: null, top: place };
}

/** A window of another origin refuses to be looked at; there is nothing to be had from it. */
function look(place: object, name: string): unknown {
	try {
		return (place as Record<string, unknown>)[name];
	} catch {
		return null;
	}
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
