/** What we use of Emscripten's file system in memory: a folder's contents are nodes by name. */
type Node = {
	contents?: Record<string, Node> | Uint8Array | number[] | null;
	usedBytes?: number;
	link?: string;
	mode: number;
	mounted?: { root: Node } | null;
	mount?: { type: { name?: string } };
};
export type FileSystem = {
	root: Node;
	streams: unknown[];
	cwd(): string;
};

type Entry = { node: Node; mode: number; bytes: Uint8Array | null; names: string[] | null };

/** How a file system was at one time: its folders, its files byte by byte, what was open. */
export class Tree {
	readonly #entries: Entry[] = [];
	readonly #open: number;
	readonly #cwd: string;

	constructor(private readonly files: FileSystem) {
		this.#open = openStreams(files);
		this.#cwd = files.cwd();
		this.#walk(files.root);
	}

	/** Whether nothing was made, removed, renamed, written or left open since. */
	isSame(): boolean {
		return (
			this.#open === openStreams(this.files) &&
			this.#cwd === this.files.cwd() &&
			this.#entries.every(isSame)
		);
	}

	#walk(node: Node): void {
		const { contents, mode } = node;
		const isFolder = isNames(contents);
		const bytes = isFolder ? null : (bytesOf(node)?.slice() ?? null);
		this.#entries.push({ node, mode, bytes, names: isFolder ? Object.keys(contents) : null });
		if (isFolder) for (const child of Object.values(contents)) this.#walk(child);
	}
}

function openStreams(files: FileSystem): number {
	return files.streams.filter(Boolean).length;
}

function isNames(contents: Node['contents']): contents is Record<string, Node> {
	return (
		typeof contents === 'object' &&
		contents !== null &&
		!ArrayBuffer.isView(contents) &&
		!Array.isArray(contents)
	);
}

function bytesOf({ contents, usedBytes }: Node): Uint8Array | null {
	if (!contents || isNames(contents)) return null;
	const all = ArrayBuffer.isView(contents) ? contents : Uint8Array.from(contents);
	return all.subarray(0, usedBytes ?? all.length);
}

function isSame({ node, mode, bytes, names }: Entry): boolean {
	if (node.mode !== mode) return false;
	if (names) {
		const now = isNames(node.contents) ? Object.keys(node.contents) : null;
		return now !== null && now.length === names.length && now.every((name, i) => name === names[i]);
	}
	const now = bytesOf(node);
	if (bytes === null || now === null) return bytes === now;
	return Buffer.compare(bytes, now) === 0;
}
