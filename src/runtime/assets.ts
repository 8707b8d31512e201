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

/** Fetches a file; `onBytes` is told of each piece as it arrives. Throws when it cannot be had whole. */
export async function fetchFile(asset: Asset, onBytes: (bytes: number) => void): Promise<Blob> {
	const response = await fetch(asset.url);
	if (!response.ok) throw new Error(`${asset.url} answered ${response.status}.`);
	const whole = await counted(response, onBytes).blob();
	if (whole.size !== asset.bytes) throw new Error(`${asset.url} is not the file that was built.`);
	return whole;
}

/** The same answer; what the service worker has kept comes at once, and uncounted is read faster. */
function counted(response: Response, onBytes: (bytes: number) => void): Response {
	if (!response.body || navigator.serviceWorker?.controller) return response;
	const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform(piece, out) {
			onBytes(piece.length);
			out.enqueue(piece);
		},
	});
	return new Response(response.body.pipeThrough(counter));
}
