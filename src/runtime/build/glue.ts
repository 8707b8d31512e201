/** `_name=Module["_name"]=wasmExports["name"];`: how Emscripten hands out an exported function. */
const HANDED_OUT = /(?:_[\w$]+=)?(?:Module\["[\w$]+"\]=)?wasmExports\["([\w$]+)"\];/g;
const DECLARATION = /var _[\w$]+(?:,_[\w$]+){1000,};/;

/**
 * Tells the exported functions that scripts use. Emscripten declares and assigns a variable for each,
 * its name after a `_`; one that is met nowhere else is of use to nobody.
 */
export function usedBy(scripts: string): (name: string) => boolean {
	const rest = scripts.replace(HANDED_OUT, '');
	const times = new Map<string, number>();
	for (const [word] of rest.matchAll(/[\w$]+/g)) times.set(word, (times.get(word) ?? 0) + 1);
	return (name) => times.has(name) || times.get(`_${name}`)! > 1;
}

/** Emscripten's script without what is handed out to nobody: a third of it, read at every start. */
export function trimGlue(script: string, isUsed: (name: string) => boolean): string {
	const dropped = new Set<string>();
	const trimmed = script.replace(HANDED_OUT, (whole, name: string) => {
		if (isUsed(name)) return whole;
		dropped.add(`_${name}`);
		return '';
	});
	return trimmed.replace(DECLARATION, (whole) => {
		const kept = whole
			.slice(4, -1)
			.split(',')
			.filter((name) => !dropped.has(name));
		return `var ${kept.join(',')};`;
	});
}
