import { createServer } from 'node:http';
import { join } from 'node:path';
import { root, runTool } from './tool.js';

export const dist = join(root, 'dist');

/** Builds the site into `dist`; throws when that fails. */
export async function build() {
	const code = await runTool('vite', ['build', '--logLevel', 'warn']);
	if (code !== 0) throw new Error('The build failed; see its output above.');
}

/**
 * Serves a folder on loopback as any static host would, below `base` ("/" or "/some/path/").
 * `port` 0 takes a free one. `shared`: whether every site may read it, as GitHub's and Cloudflare's
 * pages allow; embeds need that in frames that were sandboxed. Answers the address and a way to stop.
 */
export async function serve({ folder = dist, port = 0, base = '/', shared = true } = {}) {
	const { default: sirv } = await import('sirv');
	const files = sirv(folder, { etag: true, gzip: true, brotli: true });
	const server = createServer((request, response) => {
		if (shared) response.setHeader('Access-Control-Allow-Origin', '*');
		const missing = () => {
			response.statusCode = 404;
			response.end('Not found');
		};
		if (!request.url.startsWith(base)) return missing();
		request.url = request.url.slice(base.length - 1);
		files(request, response, missing);
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		address: `http://127.0.0.1:${server.address().port}${base}`,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}
