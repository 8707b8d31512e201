/** What we use of Emscripten's file system. */
export type Files = {
	open(path: string, ...rest: unknown[]): unknown;
	writeFile(path: string, data: Uint8Array): void;
};

const PATH = '/lib/python314.zip';

/**
 * The standard library's zip in the interpreter's file system. Everything usual is in the memory
 * image, so on a first visit programs run before the zip has arrived; `missed` tells whether one of
 * them asked for it.
 */
export class Library {
	missed = false;
	#here: boolean;

	constructor(
		private readonly files: Files,
		here: boolean,
	) {
		this.#here = here;
		const open = files.open.bind(files);
		files.open = (path, ...rest) => {
			if (path === PATH && !this.#here) this.missed = true;
			return open(path, ...rest);
		};
	}

	arrive(zip: ArrayBuffer): void {
		if (this.#here) return;
		this.#here = true;
		this.files.writeFile(PATH, new Uint8Array(zip));
	}
}
