import type { Name, Names } from '../core/names';
import { importsOf } from './imports';

/** A name to offer. */
export type Offer = { label: string; kind: Name['kind'] | 'member'; signature: string | null };

const LITERALS: readonly [RegExp, string][] = [
	[/^[rRbBuUfF]*["']/, 'str'],
	[/^\[/, 'list'],
	[/^\{\s*\}|^\{[^:}]*:/, 'dict'],
	[/^\{/, 'set'],
	[/^\d+\b(?!\.)/, 'int'],
	[/^\d*\.\d/, 'float'],
];

/**
 * What may follow `path.` in a program, from what its modules offer: names of modules, attributes of
 * classes, of what was plainly made from one, and of `self`. Looks at text only; empty when unsure.
 */
export function membersOf(code: string, before: string, path: string, names: Names): Offer[] {
	if (path === 'self' || path === 'cls') return ownMembers(before, code);
	const known = findModule(code, path, names);
	if (known) return offers(known);
	const direct = findClass(code, path, names);
	const made = direct ? null : constructorOf(code, path);
	const type = direct ?? (made === null ? null : findClass(code, made, names));
	return (type?.members ?? []).map((label) => ({ label, kind: 'member', signature: null }));
}

/** All names of a module. */
export function offers(module: Record<string, Name>): Offer[] {
	return Object.entries(module).map(([label, { kind, signature }]) => ({ label, kind, signature }));
}

function findModule(code: string, path: string, names: Names): Record<string, Name> | null {
	const origin = importsOf(code).get(path);
	if (!origin) return null;
	const whole = origin.name === null ? origin.module : `${origin.module}.${origin.name}`;
	return names[whole] ?? null;
}

function findClass(code: string, path: string, names: Names): Name | null {
	const imports = importsOf(code);
	const origin = imports.get(path);
	if (origin?.name) return asClass(names[origin.module]?.[origin.name]);
	const dot = path.lastIndexOf('.');
	const module = dot < 0 ? undefined : imports.get(path.slice(0, dot))?.module;
	if (module) return asClass(names[module]?.[path.slice(dot + 1)]);
	return dot < 0 ? asClass(names.builtins?.[path]) : null;
}

function asClass(name: Name | undefined): Name | null {
	return name?.kind === 'class' ? name : null;
}

/** The class that a variable was last made from, in `x = Class(…)`, `x: Class` or by a literal. */
function constructorOf(code: string, path: string): string | null {
	const escaped = path.replaceAll('.', '\\.');
	const all = [
		...code.matchAll(new RegExp(`^\\s*${escaped}\\s*(?::\\s*([\\w.]+)[^=\\n]*)?=\\s*(.+)$`, 'gm')),
	];
	const last = all.at(-1);
	if (!last) return new RegExp(`\\b${escaped}\\s*:\\s*([A-Za-z_][\\w.]*)`).exec(code)?.[1] ?? null;
	const [, annotation, value = ''] = last;
	const called = /^([A-Za-z_][\w.]*)\(/.exec(value)?.[1];
	const literal = LITERALS.find(([pattern]) => pattern.test(value))?.[1];
	return called ?? literal ?? annotation ?? null;
}

/** Methods and attributes of the class around the end of `before`. */
function ownMembers(before: string, code: string): Offer[] {
	const start = before.lastIndexOf('\nclass ') + 1;
	if (start === 0 && !before.startsWith('class ')) return [];
	const rest = code.slice(start);
	const below = rest.indexOf('\n') + 1;
	const end = rest.slice(below).search(/^[@\w]/m);
	const body = end < 0 ? rest : rest.slice(0, below + end);
	const methods = [...body.matchAll(/^\s+(?:async\s+)?def\s+(\w+)/gm)].map(([, name]) => name!);
	const attributes = [...body.matchAll(/\b(?:self|cls)\.(\w+)/g)].map(([, name]) => name!);
	// The name that is just being typed is none yet.
	const typed = /\.(\w*)$/.exec(before)?.[1] ?? '';
	const counted = attributes.filter(
		(name) => name !== typed || attributes.filter((other) => other === name).length > 1,
	);
	return [
		...new Map([
			...counted.map((name) => [name, 'member'] as const),
			...methods
				.filter((name) => !name.startsWith('__'))
				.map((name) => [name, 'function'] as const),
		]),
	].map(([label, kind]) => ({ label, kind, signature: null }));
}
