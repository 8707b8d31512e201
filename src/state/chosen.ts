import { unzipSync } from 'fflate';
import type { InFile } from '../core/intake/found';

/** A file that somebody chose or dropped; `path` within what they chose. */
export type ChosenFile = { path: string; file: File };

/** Bytes and files that are read at all; a zip may claim anything. */
const LARGEST = 20 * 1024 * 1024;
const MOST = 5000;

/** The texts of files, packed ones too, and of what is in zips, and a sentence for each that cannot be read. */
export async function readChosen(
	chosen: ChosenFile[],
): Promise<{ files: InFile[]; problems: string[] }> {
	const files: InFile[] = [];
	const problems: string[] = [];
	if (chosen.length > MOST) {
		return {
			files,
			problems: [`These are ${chosen.length} files; at most ${MOST} are read at once.`],
		};
	}
	let total = 0;
	for (const { path, file } of chosen) {
		if (/\.gz$/i.test(path)) {
			await inflate(path, file, files, problems);
			continue;
		}
		total += file.size;
		if (total > LARGEST) {
			problems.push(`${path}: more than 20 MB are not read at once.`);
			break;
		}
		const bytes = await file.arrayBuffer().then(
			(buffer) => new Uint8Array(buffer),
			() => null,
		);
		if (bytes === null) problems.push(`${path}: the browser cannot read it.`);
		else if (/\.zip$/i.test(path)) files.push(...unpack(path, bytes, problems));
		else take(path, bytes, files);
	}
	return { files, problems };
}

async function inflate(
	path: string,
	file: File,
	files: InFile[],
	problems: string[],
): Promise<void> {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	try {
		const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			size += next.value.length;
			if (size > LARGEST) {
				await reader.cancel();
				problems.push(`${path}: it holds too much; at most 20 MB are read.`);
				return;
			}
			pieces.push(next.value);
		}
	} catch {
		problems.push(`${path}: it is not whole, so it may be cut off or damaged.`);
		return;
	}
	take(path.replace(/\.gz$/i, ''), new Uint8Array(await new Blob(pieces).arrayBuffer()), files);
}

function unpack(path: string, bytes: Uint8Array, problems: string[]): InFile[] {
	const files: InFile[] = [];
	let [size, count] = [0, 0];
	try {
		const entries = unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				size += originalSize;
				count += 1;
				return !name.endsWith('/') && size <= LARGEST && count <= MOST;
			},
		});
		const folder = path.replace(/\.zip$/i, '');
		for (const [name, content] of Object.entries(entries)) {
			take(name.includes('/') ? name : `${folder}/${name}`, content, files);
		}
		if (size > LARGEST || count > MOST) {
			problems.push(`${path}: it holds too much; at most 20 MB and ${MOST} files are read.`);
		}
	} catch {
		problems.push(`${path}: it is not a whole zip, so it may be cut off or damaged.`);
	}
	return files;
}

/** What is no text is nobody's exercise. */
function take(path: string, bytes: Uint8Array, files: InFile[]): void {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (!text.includes('\0')) files.push({ path, text });
	} catch {
		return;
	}
}
