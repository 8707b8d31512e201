export type ImageName = 'modern' | 'plain';

/** A file of the built site; `bytes` is its size when unpacked. */
export type Asset = { url: string; bytes: number };

/** What the build made for the runtime. */
export type RuntimeAssets = {
	wasm: Asset;
	library: Asset;
	worker: Asset;
	sources: Asset;
	images: Record<ImageName, Asset | null>;
	/** The runner frame's document, with its script and the policy that allows only that script. */
	frame: string;
};

/** A file's bytes on their way, which a message can carry. */
export type Source = Blob | ReadableStream<Uint8Array>;

/**
 * Fetches a file; `onBytes` is told of each piece as it arrives. From the network it is handed on
 * while it arrives, where streams can be; what the service worker has kept is there at once, and comes
 * whole. Throws, or the stream fails, when it cannot be had whole.
 */
export async function fetchSource(asset: Asset, onBytes: (bytes: number) => void): Promise<Source> {
	const response = await fetch(asset.url);
	if (!response.ok) throw new Error(`${asset.url} answered ${response.status}.`);
	if (!response.body || isControlled()) {
		const whole = await response.blob();
		if (whole.size !== asset.bytes) throw cutShort(asset);
		onBytes(whole.size);
		return whole;
	}
	let rest = asset.bytes;
	const counter = new TransformStream<Uint8Array, Uint8Array>({
		transform(piece, out) {
			rest -= piece.length;
			onBytes(piece.length);
			out.enqueue(piece);
		},
		flush(out) {
			if (rest !== 0) out.error(cutShort(asset));
		},
	});
	const counted = response.body.pipeThrough(counter);
	return streamsTransfer() ? counted : await new Response(counted as BodyInit).blob();
}

/** The same, as a whole. */
export async function fetchFile(asset: Asset, onBytes: (bytes: number) => void): Promise<Response> {
	return new Response((await fetchSource(asset, onBytes)) as BodyInit);
}

/** A `Source` that has to be named as it is posted. */
export function transferable(source: Source): Transferable[] {
	return source instanceof ReadableStream ? [source] : [];
}

/** Whether a service worker answers for this page; a sandboxed frame may not even ask. */
function isControlled(): boolean {
	try {
		return navigator.serviceWorker?.controller != null;
	} catch {
		return false;
	}
}

function cutShort(asset: Asset): Error {
	return new Error(`${asset.url} is not the file that was built.`);
}

function streamsTransfer(): boolean {
	try {
		const stream = new ReadableStream();
		structuredClone(stream, { transfer: [stream] });
		return true;
	} catch {
		return false;
	}
}
