/** What JSON may hold, before anybody knows what it is. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** The JSON of a text; undefined when it is none. */
export function readJson(text: string): Json | undefined {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

/** Every line of a text as JSON; undefined when one is none. */
export function readLines(text: string): Json[] | undefined {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const found = lines.map(readJson);
	return found.length > 0 && found.every((each) => each !== undefined)
		? (found as Json[])
		: undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text under a name; empty when there is none. */
export function textOf(value: Json | undefined, name: string): string {
	const found = isObject(value) ? value[name] : undefined;
	return typeof found === 'string' ? found : '';
}

/** Texts under a name; empty when there are none. */
export function textsOf(value: Json | undefined, name: string): string[] {
	const found = isObject(value) ? value[name] : undefined;
	return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
}
