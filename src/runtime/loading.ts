import { assets } from 'virtual:runtime';
import { fetchFile, fetchSource, transferable, type Asset } from './assets';
import { openCage, type Cage } from './cage';
import type { FromRun, Opening, Parts } from './protocol';

/** Who is told of what happens in the cage. */
type Listener = {
	/** Bytes so far, and in all. */
	progress(loaded: number, total: number): void;
	/** An interpreter waits for a program. */
	ready(): void;
	receive(message: FromRun): void;
};

/**
 * Opens the cage and brings Python into it, from a memory image or, without one, from sources.
 * Resolves when the first interpreter is ready; throws when a file cannot be had or does not fit.
 */
export async function loadPython(
	image: Asset | null,
	opening: Opening,
	{ progress, ready, receive }: Listener,
): Promise<Cage> {
	const first = [assets.wasm, assets.worker, image ?? assets.sources];
	const total = first.reduce((sum, asset) => sum + asset.bytes, 0);
	let loaded = 0;
	progress(loaded, total);
	const count = (bytes: number): void => progress((loaded += bytes), total);
	let cage!: Cage;
	const begun = new Promise<void>((resolve, reject) => {
		cage = openCage(assets.frame, (message) => {
			if (message.type === 'broken') reject(new Error(message.text));
			else if (message.type === 'ready') {
				resolve();
				ready();
			} else receive(message);
		});
	});
	try {
		const opened = fetchFile(assets.worker, count)
			.then((file) => file.text())
			.then((worker) => cage.send({ type: 'open', worker, ...opening }));
		// Waited for below; what fails before that is no news to anybody else.
		for (const promise of [begun, opened]) promise.catch(() => {});
		const [wasm, memory, sources] = await Promise.all([
			fetchSource(assets.wasm, count),
			image && fetchSource(image, count),
			image ? {} : fetchFile(assets.sources, count).then((file) => file.json() as Sources),
		]);
		const streams = [wasm, memory].flatMap((source) => (source ? transferable(source) : []));
		cage.send({ type: 'boot', wasm, image: memory, sources }, streams);
		await opened;
		const library = image ? begun.then(() => bring(cage)) : bring(cage);
		// With an image the library may come later, or with the next visit.
		if (image) library.catch(() => {});
		else await library;
		await begun;
		return cage;
	} catch (error) {
		cage.close();
		throw error;
	}
}

type Sources = Promise<Parts['sources']>;

async function bring(cage: Cage): Promise<void> {
	const file = await fetchFile(assets.library, () => {});
	const library = await file.arrayBuffer();
	cage.send({ type: 'library', library }, [library]);
}
