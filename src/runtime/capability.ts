import type { ImageName } from './assets';

/** A module with one empty struct type: valid only where WebAssembly has garbage collection. */
const STRUCT_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 0x5f, 0);

/** Whether Python can be suspended in the middle of a call (JavaScript Promise Integration). */
export function canSuspend(): boolean {
	return 'Suspending' in WebAssembly;
}

/**
 * The memory image that this engine can run. `modern` has stack switching and a garbage-collected
 * call trampoline frozen in; the latter Pyodide never makes on iOS, which it knows in its worker by
 * this same test.
 */
export function suitableImage(): ImageName {
	const ios = /iPad|iPhone|iPod/.test(navigator.userAgent);
	return canSuspend() && WebAssembly.validate(STRUCT_MODULE) && !ios ? 'modern' : 'plain';
}

/** Whether a second interpreter may be kept warm: not on a device that says it has little memory. */
export function canKeepStandby(): boolean {
	const { deviceMemory = 8 } = navigator as { deviceMemory?: number };
	return deviceMemory >= 4;
}
