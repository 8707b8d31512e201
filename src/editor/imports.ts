/** Where a name of a program comes from: a module itself, or something in one. */
export type Origin = { module: string; name: string | null };

/**
 * What the import lines of a program bind, read line by line so that a half-typed program does; `import
 * a.b` binds `a` and makes `a.b` known.
 */
export function importsOf(code: string): Map<string, Origin> {
	const found = new Map<string, Origin>();
	const joined = code.replace(/\(([^()]*)\)/g, (all, inner: string) =>
		/^[\w\s,#]*$/.test(inner) ? inner.replace(/#.*$/gm, '').replace(/\s+/g, ' ') : all,
	);
	for (const line of joined.split('\n')) {
		const plain = /^\s*import\s+(.+)$/.exec(line)?.[1];
		if (plain) {
			for (const part of plain.split(',')) {
				const [, module, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?/.exec(part) ?? [];
				if (!module) continue;
				if (alias) found.set(alias, { module, name: null });
				else {
					const pieces = module.split('.');
					pieces.forEach((_, index) => {
						const path = pieces.slice(0, index + 1).join('.');
						found.set(path, { module: path, name: null });
					});
				}
			}
			continue;
		}
		const [, module, names] = /^\s*from\s+([\w.]+)\s+import\s+(.+)$/.exec(line) ?? [];
		if (!module || !names || module.startsWith('.')) continue;
		for (const part of names.split(',')) {
			const [, name, alias] = /^\s*(\w+)(?:\s+as\s+(\w+))?/.exec(part) ?? [];
			if (name) found.set(alias ?? name, { module, name });
		}
	}
	return found;
}

/** The modules that a program's import lines name. */
export function modulesOf(code: string): string[] {
	return [...new Set([...importsOf(code).values()].map(({ module }) => module))];
}
