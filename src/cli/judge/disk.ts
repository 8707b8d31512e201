import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { InFile } from '../../core/intake/found';

const SKIPPED = ['.git', 'node_modules', '__pycache__', '.venv', 'venv', '.pytest_cache'];
/** Nothing that belongs to an exercise is larger; bytes. */
const LARGEST = 5_000_000;

/** Something that cannot be read, as a sentence for the person at the terminal. */
export class Unreadable extends Error {}

/**
 * The texts of a file, or of all files below a folder, by paths that begin with its name. What is no
 * text is left out.
 */
export async function readTexts(path: string): Promise<InFile[]> {
	const found = await stat(path).catch(() => null);
	if (!found) throw new Unreadable(`There is no file or folder "${path}".`);
	if (found.isFile()) return await read(path, basename(path));
	const top = basename(join(process.cwd(), path)) || 'exercise';
	const files: InFile[] = [];
	const walk = async (folder: string, name: string): Promise<void> => {
		const entries = await readdir(folder, { withFileTypes: true });
		for (const entry of entries.sort((one, two) => (one.name < two.name ? -1 : 1))) {
			if (SKIPPED.includes(entry.name)) continue;
			const inner = `${name}/${entry.name}`;
			if (entry.isDirectory()) await walk(join(folder, entry.name), inner);
			else if (entry.isFile()) files.push(...(await read(join(folder, entry.name), inner)));
		}
	};
	await walk(path, top);
	return files;
}

async function read(path: string, name: string): Promise<InFile[]> {
	if ((await stat(path)).size > LARGEST) return [];
	const bytes = await readFile(path).catch((problem: unknown) => {
		throw new Unreadable(`"${path}" cannot be read (${String(problem)}).`);
	});
	if (name.endsWith('.gz')) return [{ path: name.slice(0, -3), text: inflate(path, bytes) }];
	try {
		return [{ path: name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }];
	} catch {
		return name.endsWith('.py')
			? [{ path: name, text: new TextDecoder('latin1').decode(bytes) }]
			: [];
	}
}

function inflate(path: string, bytes: Uint8Array): string {
	try {
		return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
	} catch (problem) {
		throw new Unreadable(`"${path}" cannot be unpacked (${String(problem)}).`);
	}
}
