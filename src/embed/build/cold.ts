import type { Rolldown } from 'vite';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../embed.ts', import.meta.url));

/** Answers whether a module is fetched before an exercise in a frame is started. Asked once all are known. */
export function coldModules(): (id: string, context: Rolldown.ChunkingContext) => boolean {
	let found: Set<string> | null = null;
	return (id, context) => (found ??= reach(context)).has(id);
}

/** What the page of a frame imports, and what that imports later; the page's own later part is its start. */
function reach(context: Rolldown.ChunkingContext): Set<string> {
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
