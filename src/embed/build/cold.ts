import type { Rolldown } from 'vite';

/**
 * Answers whether a module is fetched before an exercise in a frame is started; `entry` is the script
 * of the frame's page. Asked once all modules are known.
 */
export function coldModules(
	entry: string,
): (id: string, context: Rolldown.ChunkingContext) => boolean {
	let found: Set<string> | null = null;
	return (id, context) => (found ??= reach(entry, context)).has(id);
}

/** What the page of a frame imports, and what that imports later; the page's own later part is its start. */
function reach(entry: string, context: Rolldown.ChunkingContext): Set<string> {
	const found = new Set<string>();
	const follow = (id: string): void => {
		const info = context.getModuleInfo(id);
		if (!info || found.has(id)) return;
		found.add(id);
		info.importedIds.forEach(follow);
		if (id !== entry) info.dynamicallyImportedIds.forEach(follow);
	};
	follow(entry);
	return found;
}
