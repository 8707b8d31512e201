/** A line of a program; `line` counts from 1. */
export type Line = { line: number; text: string };

/** The first line that matches; null when there is none. */
export function findLine(code: string, pattern: RegExp): Line | null {
	const lines = code.split('\n');
	const index = lines.findIndex((text) => pattern.test(text));
	return index < 0 ? null : { line: index + 1, text: (lines[index] ?? '').trim() };
}

const ownTest =
	/^\s*(assert\b|def test|async def test|class \w*Test|>>> |import (unittest|pytest|doctest)\b|unittest\.main|if __name__)/;

/** The first line by which the candidate tests the program; what the starter had does not count. */
export function testLine(code: string, starter: string): Line | null {
	const given = new Set(starter.split('\n').map((text) => text.trim()));
	const lines = code.split('\n').map((text, index) => ({ line: index + 1, text: text.trim() }));
	return lines.find(({ text }) => ownTest.test(text) && !given.has(text)) ?? null;
}

/** The program without comments and the insides of strings, line for line. */
export function bare(code: string): string {
	return code.replace(
		/("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g,
		(found) => (found.startsWith('#') ? '' : '""' + '\n'.repeat(found.split('\n').length - 1)),
	);
}

/** A function and how many lines it has, nested ones included. */
export type Function = Line & { name: string; lines: number };

/** Every function of the program, by indentation. */
export function functionsOf(code: string): Function[] {
	const lines = bare(code).split('\n');
	return lines.flatMap((text, index) => {
		const [, indent = '', name] = /^(\s*)(?:async )?def (\w+)/.exec(text) ?? [];
		if (!name) return [];
		let last = index;
		for (let next = index + 1; next < lines.length; next++) {
			const line = lines[next] ?? '';
			if (line.trim() === '') continue;
			const depth = /^\s*/.exec(line)?.[0].length ?? 0;
			if (depth <= indent.length && !/^\s*\)/.test(line)) break;
			last = next;
		}
		return [{ name, line: index + 1, text: text.trim(), lines: last - index + 1 }];
	});
}
