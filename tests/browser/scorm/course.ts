import { unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import type { Standard } from '../../../src/embed/scorm/discovery';

/** A course system on a site of its own, with scorm-again as its run-time. */
export type Course = {
	/** `http://localhost:…`, another site than 127.0.0.1. */
	origin: string;
	/** Takes a package in, as an instructor uploads it. */
	upload(name: string, zip: Blob): Promise<void>;
	/** Where a learner launches it; `depth` frames lie between the course's page and the package. */
	launch(name: string, standard: Standard, depth?: number): string;
	/** The package's own page, outside of any course. */
	bare(name: string): string;
	close(): Promise<unknown>;
};

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2',
};

const runtimes = dirname(createRequire(import.meta.url).resolve('scorm-again'));

/** Remembers between launches what the package handed over, as a course system's database does. */
const page = (standard: Standard, content: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A course</title>
<style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 97%; border: 0 }</style>
<script src="/scorm${standard === '1.2' ? '12' : '2004'}.min.js"></script>
<script>
const modern = ${standard === '2004'};
const key = 'course ' + location.search;
const api = new (modern ? Scorm2004API : Scorm12API)({ autocommit: false, logLevel: 5 });
const kept = JSON.parse(localStorage.getItem(key) || '{}');
const calls = JSON.parse(localStorage.getItem('calls') || '[]');
// What a course system brings to the next launch.
const carried = modern
	? ['cmi.completion_status', 'cmi.success_status', 'cmi.suspend_data', 'cmi.score.raw', 'cmi.score.scaled']
	: ['cmi.core.lesson_status', 'cmi.suspend_data', 'cmi.core.score.raw'];
const flat = {};
for (const name of carried) if (kept[name]) flat[name] = kept[name];
if (Object.keys(flat).length > 0) {
	flat[modern ? 'cmi.entry' : 'cmi.core.entry'] = 'resume';
	api.loadFromFlattenedJSON(flat);
}
const note = (call) => {
	calls.push(call);
	localStorage.setItem('calls', JSON.stringify(calls));
};
const [initialize, set, commit, finish] = modern
	? ['Initialize', 'SetValue', 'Commit', 'Terminate']
	: ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'];
for (const method of [initialize, set, commit, finish]) {
	const original = api[method].bind(api);
	api[method] = (...args) => {
		const answer = original(...args);
		note({ method, args, answer: String(answer) });
		if (method === set && String(answer) === 'true') {
			kept[args[0]] = args[1];
			localStorage.setItem(key, JSON.stringify(kept));
		}
		return answer;
	};
}
window[modern ? 'API_1484_11' : 'API'] = api;
window.kept = kept;
</script>
<body><iframe title="Course" allow="clipboard-write" src="${content}"></iframe></body></html>`;

export async function startCourse(): Promise<Course> {
	const files = new Map<string, Uint8Array>();
	const server = createServer(async (request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const answer = (body: string | Uint8Array, type: string) => {
			response.setHeader('Content-Type', type);
			response.end(body);
		};
		const file = files.get(decodeURI(url.pathname));
		const standard = url.searchParams.get('standard') as Standard;
		const depth = Number(url.searchParams.get('depth'));
		const name = url.searchParams.get('name') ?? '';
		const inner =
			depth > 0 ? `/between?name=${name}&amp;depth=${depth - 1}` : `/packages/${name}/index.html`;
		if (file) answer(file, types[extname(url.pathname)] ?? 'application/octet-stream');
		else if (url.pathname === '/course') answer(page(standard, inner), types['.html']!);
		else if (url.pathname === '/between') {
			const frame = `<iframe title="Between" style="width: 100%; height: 700px; border: 0" src="${inner}"></iframe>`;
			answer(`<!doctype html><title>Between</title>${frame}`, types['.html']!);
		} else if (/^\/scorm(12|2004)\.min\.js$/.test(url.pathname)) {
			answer(await readFile(join(runtimes, url.pathname)), types['.js']!);
		} else {
			response.statusCode = 404;
			response.end('Not found');
		}
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		async upload(name, zip) {
			const unpacked = unzipSync(new Uint8Array(await zip.arrayBuffer()));
			for (const [path, content] of Object.entries(unpacked)) {
				files.set(`/packages/${name}/${path}`, content);
			}
		},
		launch: (name, standard, depth = 0) =>
			`${origin}/course?name=${name}&standard=${standard}&depth=${depth}`,
		bare: (name) => `${origin}/packages/${name}/index.html`,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}
