import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of its own, where somebody puts exercises into pages. */
export type Host = {
	/** `http://localhost:…`, another site than 127.0.0.1. */
	origin: string;
	/** Serves a page; answers its address. */
	page(body: string): string;
	/** Serves anything else that other sites may read. */
	file(text: string, type: string): string;
	close(): Promise<unknown>;
};

/** What every page has: it writes down each message, and can greet a frame. */
const script = `
window.heard = [];
addEventListener('message', (event) => {
	if (event.data && event.data.ns === 'dryrun') heard.push({ ...event.data, origin: event.origin });
});
window.greet = (frame, origin) => {
	const { port1, port2 } = new MessageChannel();
	window.port = port1;
	window.told = [];
	port1.onmessage = ({ data }) => told.push(data);
	frame.contentWindow.postMessage({ ns: 'dryrun', v: 1, id: '', type: 'hello', seq: 1, data: {} }, origin, [port2]);
};
let seq = 100;
window.call = (type, data = {}) => new Promise((resolve, reject) => {
	const message = { ns: 'dryrun', v: 1, id: '', type, seq: ++seq, data };
	port.postMessage(message);
	const end = Date.now() + 20000;
	const look = () => {
		const answer = told.find(({ re }) => re === message.seq);
		if (answer) resolve(answer);
		else if (Date.now() > end) reject(new Error('no answer to ' + type));
		else setTimeout(look, 20);
	};
	look();
});`;

export async function startHost(): Promise<Host> {
	const files = new Map<string, { text: string; type: string }>();
	const server = createServer((request, response) => {
		const file = files.get(request.url ?? '');
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.statusCode = file ? 200 : 404;
		if (file) response.setHeader('Content-Type', `${file.type}; charset=utf-8`);
		response.end(file?.text);
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	const add = (text: string, type: string): string => {
		const path = `/${files.size}`;
		files.set(path, { text, type });
		return origin + path;
	};
	return {
		origin,
		page: (body) => add(pageOf(body), 'text/html'),
		file: add,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}

/** A whole page. */
export function pageOf(body: string): string {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title><script>${script}</script><body>${body}</body></html>`;
}
