/// <reference lib="webworker" />
import { cacheNames, clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';
import { suitableImage } from './runtime/capability';
import type { Coverage, CoverageRequest } from './core/offline';

declare const self: ServiceWorkerGlobalScope;

/** `bytes` comes from the build, beside what Workbox writes itself. */
type Entry = { url: string; revision: string | null; bytes?: number };

type Route = {
	condition: { urlPattern: { pathname: string }; requestMethod: string };
	source: { cacheName: string };
};
type InstallEvent = ExtendableEvent & { addRoutes?(route: Route): Promise<void> };

const listed = self.__WB_MANIFEST as Entry[];
const isImage = (url: string, name: string) => url.includes(`/${name}-`) && url.endsWith('.wasm');

/** Each engine keeps only the memory image that it restores; a build may have made just the plain one. */
const image = listed.some(({ url }) => isImage(url, 'modern')) ? suitableImage() : 'plain';
const useless = image === 'modern' ? 'plain' : 'modern';
const entries = listed.filter(({ url }) => !isImage(url, useless));

clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(entries, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] });

// Files that never change come straight from the cache, past this thread, where a browser can do that
// (Chromium 123; https://w3c.github.io/ServiceWorker/#service-worker-static-router). What is not there
// is fetched.
self.addEventListener('install', (event) => {
	const { pathname } = new URL('assets/', self.registration.scope);
	(event as InstallEvent).addRoutes?.({
		condition: { urlPattern: { pathname: `${pathname}*` }, requestMethod: 'GET' },
		source: { cacheName: cacheNames.precache },
	});
});

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
