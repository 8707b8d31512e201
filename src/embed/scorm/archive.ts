import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of a zip. `content` is asked for when its turn comes. */
export type Entry = { path: string; content: () => Promise<Uint8Array> };

/** Bytes that are compressed before the page gets its turn. */
const step = 512 * 1024;
/** The same files make the same zip, whenever it is made. */
const dated = new Date(2020, 0, 1);
const packed = /\.(woff2|png|zip|webp)$/;

/**
 * Zips files one after the other. `progress` is told the bytes done. Resolves with null when it was
 * called off; rejects when a file's content does.
 */
export async function makeArchive(
	entries: readonly Entry[],
	progress: (bytes: number) => void,
	wanted: AbortSignal,
): Promise<Blob | null> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let problem: Error | null = null;
	const zip = new Zip((error, part) => {
		if (error) problem = error;
		else parts.push(part as Uint8Array<ArrayBuffer>);
	});
	let done = 0;
	for (const { path, content } of entries) {
		if (wanted.aborted) return null;
		const bytes = await content();
		const file = packed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
		file.mtime = dated;
		zip.add(file);
		for (let at = 0; at === 0 || at < bytes.length; at += step) {
			const last = at + step >= bytes.length;
			file.push(bytes.subarray(at, at + step), last);
			done += Math.min(step, bytes.length - at);
			progress(done);
			if (bytes.length > step) await new Promise((resume) => setTimeout(resume));
			if (wanted.aborted) return null;
		}
		if (problem) throw problem;
	}
	zip.end();
	return new Blob(parts, { type: 'application/zip' });
}
