import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** A file of the product; `path` is relative to the top level, with slashes. */
export type Source = { path: string; text: string };

/** Every file under a folder whose name ends in one of the given ways. */
export function readSources(folder: string, endings: string[]): Source[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
		.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
		.filter((path) => !path.includes('/__pycache__/'))
		.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Paths of all folders under one. */
export function readFolders(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

/** What a file imports, as it is written there: static, dynamic, and types. */
export function importsOf(source: Source): string[] {
	const { importedFiles } = ts.preProcessFile(scriptOf(source), true, true);
	return importedFiles.map((file) => file.fileName);
}

/** Files that a bundler takes in by `new URL(…, import.meta.url)`. */
export function addressesOf(source: Source): string[] {
	const found = scriptOf(source).matchAll(/new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g);
	return [...found].map((match) => match[1] ?? '');
}

/** The path that a relative import leads to, without what follows a question mark. */
export function targetOf(source: Source, specifier: string): string | null {
	if (!specifier.startsWith('.')) return null;
	return posix.join(posix.dirname(source.path), specifier.replace(/\?.*$/, ''));
}

/** Lines (1-based) where the type `any` is written. */
export function linesWithAny(source: Source): number[] {
	const file = ts.createSourceFile(source.path, scriptOf(source), ts.ScriptTarget.Latest, true);
	const lines: number[] = [];
	const visit = (node: ts.Node): void => {
		if (node.kind === ts.SyntaxKind.AnyKeyword) {
			lines.push(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return lines;
}

/** The scripts of a component, each at its own lines; any other file as it is. */
function scriptOf({ path, text }: Source): string {
	if (!path.endsWith('.svelte')) return text;
	let script = '';
	for (const match of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
		const start = match.index + match[0].indexOf('>') + 1;
		const lines = text.slice(0, start).split('\n').length - 1;
		script += '\n'.repeat(lines - countLines(script)) + match[1];
	}
	return script;
}

function countLines(text: string): number {
	return text.split('\n').length - 1;
}
