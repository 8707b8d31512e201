/** How much of the app is on this device, in files and bytes. */
export type Coverage = { files: number; filesKept: number; bytes: number; bytesKept: number };

/** What the page asks the service worker; the answer, a `Coverage`, comes through the port sent along. */
export type CoverageRequest = { kind: 'coverage' };
