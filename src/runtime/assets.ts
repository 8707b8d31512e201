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
export async function fetchBytes(
	asset: Asset,
	onBytes: (bytes: number) => void,
): Promise<ArrayBuffer> {
	const response = await fetch(asset.url);
	if (!response.ok) throw new Error(`${asset.url} answered ${response.status}.`);
	if (!response.body || navigator.serviceWorker?.controller) {
		const whole = await response.arrayBuffer();
		onBytes(whole.byteLength);
		return checked(asset, whole, whole.byteLength);
	}
	const out = new Uint8Array(asset.bytes);
	const reader = response.body.getReader();
	let at = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return checked(asset, out.buffer, at);
		if (at + value.length <= out.length) out.set(value, at);
		at += value.length;
		onBytes(value.length);
	}
}

function checked(asset: Asset, whole: ArrayBuffer, length: number): ArrayBuffer {
	if (length !== asset.bytes) throw new Error(`${asset.url} is not the file that was built.`);
	return whole;
}
