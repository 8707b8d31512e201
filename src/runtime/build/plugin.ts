import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { ImageName } from '../assets';
import { makeArtifacts } from './artifacts';
import { bundleBrowser } from './bundle';

const MODULE = 'virtual:runtime';
const RESOLVED = `\0${MODULE}`;
const DEV_PATH = '/@dry-run/';
const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** A file for the browser; `bytes` in `Asset` is its length. */
type File = { name: string; content: Uint8Array };

/**
 * Makes the runtime's files (metered module, memory images, worker bundle, frame) and hands them to
 * the page as `virtual:runtime`. Files are named by content and made once.
 */
export function runtime(): Plugin {
	let building = false;
	let made: Promise<{ files: Record<string, File | null>; frame: string }> | null = null;
	const make = () => (made ??= makeFiles(building));
	return {
		name: 'dry-run:runtime',
		configResolved(config) {
			building = config.command === 'build';
		},
		configureServer(server) {
			server.watcher.on('change', (path) => {
				if (path.includes('/runtime/')) made = null;
			});
			server.middlewares.use(async (request, response, next) => {
				if (!request.url?.startsWith(DEV_PATH)) return next();
				const { files } = await make();
				const wanted = request.url.slice(DEV_PATH.length);
				const file = Object.values(files).find((file) => file?.name === wanted);
				if (!file) return next();
				const type = wanted.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
				response.setHeader('content-type', type);
				response.end(file.content);
			});
		},
		resolveId: { filter: { id: /^virtual:runtime$/ }, handler: () => RESOLVED },
		load: {
			filter: { id: /^\0virtual:runtime$/ },
			async handler() {
				const { files, frame } = await make();
				const { wasm, library, worker, sources, modern, plain } = files;
				const asset = (file: File | null | undefined): string => {
					if (!file) return 'null';
					if (building) {
						const fileName = `assets/${file.name}`;
						this.emitFile({ type: 'asset', fileName, source: file.content });
					}
					const path = JSON.stringify((building ? './' : DEV_PATH) + file.name);
					return `{ url: String(new URL(${path}, base)), bytes: ${file.content.length} }`;
				};
				return `const base = import.meta.url;
export const assets = {
	wasm: ${asset(wasm)},
	library: ${asset(library)},
	worker: ${asset(worker)},
	sources: ${asset(sources)},
	images: { modern: ${asset(modern)}, plain: ${asset(plain)} },
	frame: ${JSON.stringify(frame)},
};`;
			},
		},
	};
}

async function makeFiles(building: boolean) {
	const { files, image, isUsed } = await makeArtifacts();
	const worker = await bundleBrowser(source('worker/browser.ts'), building, isUsed);
	const frame = await bundleBrowser(source('frame/frame.ts'), true, isUsed);
	const read = (name: string, path: string | null): File | null =>
		path === null ? null : hashed(name, readFileSync(path));
	const images = async (name: ImageName) => read(`${name}.wasm`, await image(name));
	return {
		frame: frameDocument(frame),
		files: {
			wasm: read('python.wasm', files.wasm),
			library: read('library.zip', files.library),
			sources: read('sources.json', files.sources),
			worker: hashed('worker.js', new TextEncoder().encode(worker)),
			modern: await images('modern'),
			plain: await images('plain'),
		},
	};
}

/** Puts the content's hash into the name, before the ending. */
function hashed(name: string, content: Uint8Array): File {
	const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
	return { name: name.replace(/\.(?=\w+$)/, `-${hash}.`), content };
}

/** The cage's walls: its own script by hash, workers from its own blobs, and no way out. */
function frameDocument(script: string): string {
	const hash = createHash('sha256').update(script).digest('base64');
	const policy = [
		"default-src 'none'",
		`script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
		'worker-src blob:',
		"connect-src 'none'",
	].join('; ');
	return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${script}</script>`;
}
