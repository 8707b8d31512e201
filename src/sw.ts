/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';
import { suitableImage } from './runtime/capability';
import type { Coverage, CoverageRequest } from './core/offline';

declare const self: ServiceWorkerGlobalScope;

/** `bytes` comes from the build, beside what Workbox writes itself. */
type Entry = { url: string; revision: string | null; bytes?: number };

const listed = self.__WB_MANIFEST as Entry[];
const isImage = (url: string, name: string) => url.includes(`/${name}-`) && url.endsWith('.wasm');

/** Each engine keeps only the memory image that it restores; a build may have made just the plain one. */
const image = listed.some(({ url }) => isImage(url, 'modern')) ? suitableImage() : 'plain';
const useless = image === 'modern' ? 'plain' : 'modern';
const entries = listed.filter(({ url }) => !isImage(url, useless));

clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(entries, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] });

self.addEventListener('message', (event) => {
	const message = event.data as CoverageRequest | { type: 'SKIP_WAITING' };
	if ('type' in message) {
		if (message.type === 'SKIP_WAITING') void self.skipWaiting();
	} else if (message.kind === 'coverage') {
		event.waitUntil(coverage().then((answer) => event.ports[0]?.postMessage(answer)));
	}
});

async function coverage(): Promise<Coverage> {
	const found = await Promise.all(
		entries.map(async ({ url, bytes = 0 }) => {
			const key = getCacheKeyForURL(url);
			return key !== undefined && (await caches.match(key)) !== undefined ? bytes : null;
		}),
	);
	const kept = found.filter((bytes) => bytes !== null);
	return {
		files: entries.length,
		filesKept: kept.length,
		bytes: sum(entries.map(({ bytes = 0 }) => bytes)),
		bytesKept: sum(kept),
	};
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
