import type { LocalExercise } from '../pack';
import { complete, split, titleOf } from './found';

/** A function at the left margin: its lines, and where its docstring is among them. */
type Found = { name: string; head: string[]; docstring: string[]; body: string[] };

const DEFINITION = /^(?:async )?def ([A-Za-z_]\w*)\(/;
const QUOTES = /^(\s*)[rR]?("""|''')/;

/** Whether the program has a function with examples in its docstring. */
export function hasDoctests(text: string): boolean {
	return functionsOf(text).some(({ docstring }) => holdsExamples(docstring));
}

/**
 * A function whose docstring holds examples, as an exercise: the examples become the tests, the file is
 * the solution, and the starter is the file without the bodies of those functions. Where they had
 * none (`pass`, `...`, `raise NotImplementedError`) there is no solution.
 */
export function readDoctests(path: string, text: string): LocalExercise {
	const functions = functionsOf(text).filter(({ docstring }) => holdsExamples(docstring));
	const examples = functions.map(({ name, docstring }) => {
		const [first = '', ...rest] = docstring;
		const inside = [first.replace(QUOTES, '$1'), ...rest].join('\n').replace(/("""|''')\s*$/, '');
		return `    ${JSON.stringify(name)}: ${JSON.stringify(dedent(inside))},`;
	});
	const isStub = functions.every(({ body }) => isEmpty(body));
	const starter = functions.reduce((source, { head, docstring, body }) => {
		const whole = [...head, ...docstring, ...body].join('\n');
		const indent = /^\s*/.exec(docstring[0] ?? '    ')![0];
		const stub = [...head, ...docstring, `${indent}raise NotImplementedError`].join('\n');
		return source.replace(whole, () => stub);
	}, text);
	const name = split(path).name.replace(/\.py$/, '');
	return complete(name, {
		title: titleOf(name),
		starter: isStub ? text : starter,
		solution: isStub ? null : text,
		tests: `__test__ = {\n${examples.join('\n')}\n}\n`,
		prompt: functions.map(told).join('\n\n'),
	});
}

function told({ name, docstring }: Found): string {
	const text = dedent(docstring.join('\n').replace(/[rR]?("""|''')/g, ''));
	return `Complete \`${name}\`.\n\n\`\`\`\n${text}\n\`\`\``;
}

function functionsOf(text: string): Found[] {
	const lines = text.split('\n');
	const found: Found[] = [];
	for (let at = 0; at < lines.length; at++) {
		const name = DEFINITION.exec(lines[at]!)?.[1];
		if (!name) continue;
		let start = at;
		while (start < lines.length - 1 && !/:\s*(#.*)?$/.test(lines[start]!)) start++;
		const head = lines.slice(at, start + 1);
		const quotes = QUOTES.exec(lines[start + 1] ?? '')?.[2];
		if (!quotes) continue;
		let end = start + 1;
		const closes = (line: string, from: number) => line.indexOf(quotes, from) >= 0;
		const opening = lines[end]!.indexOf(quotes) + 3;
		if (!closes(lines[end]!, opening)) {
			do end++;
			while (end < lines.length && !closes(lines[end]!, 0));
		}
		let last = end + 1;
		while (last < lines.length && /^(\s|$|#)/.test(lines[last]!)) last++;
		while (last > end + 1 && lines[last - 1]!.trim() === '') last--;
		found.push({
			name,
			head,
			docstring: lines.slice(start + 1, end + 1),
			body: lines.slice(end + 1, last),
		});
		at = last - 1;
	}
	return found;
}

function holdsExamples(docstring: string[]): boolean {
	return docstring.some((line) => /^\s*(?:[rR]?("""|'''))?\s*>>> /.test(line));
}

function isEmpty(body: string[]): boolean {
	return body.every((line) => /^\s*(pass|\.\.\.|raise NotImplementedError.*|#.*)?\s*$/.test(line));
}

function dedent(text: string): string {
	const lines = text.split('\n');
	const margins = lines
		.filter((line) => line.trim() !== '')
		.map((line) => /^ */.exec(line)![0].length);
	const least = Math.min(...margins);
	return lines
		.map((line) => line.slice(Number.isFinite(least) ? least : 0).trimEnd())
		.join('\n')
		.trim();
}
