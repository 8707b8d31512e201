const keywords = new Set(
	`False None True and as assert async await break class continue def del elif else except finally for
from global if import in is lambda nonlocal not or pass raise return try while with yield match case
abs all any bool bytes callable dict enumerate filter float frozenset getattr hasattr hash id input int
isinstance issubclass iter len list map max min next object open ord pow print property range repr
reversed round set setattr sorted staticmethod str sum super tuple type vars zip Exception ValueError
TypeError KeyError IndexError StopIteration RuntimeError NotImplementedError self cls`.split(/\s+/),
);

const token =
	/[rRbBfFuUtT]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|#[^\n]*|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|[^\s\p{L}\p{N}_]/gu;

/**
 * A program without what is easily changed: white space, comments, docstrings and the names that it
 * gives itself. Two programs with the same outline differ in nothing else.
 */
export function outline(code: string): string {
	const names = new Map<string, string>();
	const parts: string[] = [];
	let last = '';
	let before = '';
	for (const [part] of code.matchAll(token)) {
		if (part.startsWith('#')) continue;
		const isText = /^[a-zA-Z]{0,2}["']/.test(part);
		// A text that begins a statement says nothing to Python.
		if (isText && /^[a-zA-Z]{0,2}("""|''')/.test(part) && ['', ':', ')'].includes(last)) continue;
		const isName = /^[\p{L}_]/u.test(part) && !isText;
		// What an object calls its own parts is its author's choice; a library's names are not.
		const own = last !== '.' || before === 'self';
		if (isName && !keywords.has(part) && own) {
			if (!names.has(part)) names.set(part, `n${names.size}`);
			parts.push(names.get(part)!);
		} else {
			parts.push(part);
		}
		before = last;
		last = part;
	}
	return parts.join(' ');
}
