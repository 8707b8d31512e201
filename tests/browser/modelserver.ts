import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How the server answers a question. */
export type Manner =
	| { kind: 'says'; pieces: string[]; pause?: number }
	/** The headers, and nothing after them. */
	| { kind: 'silent' }
	| { kind: 'status'; status: number; body: string }
	/** The connection ends without an answer, or in its midst. */
	| { kind: 'drops'; after: string[] }
	| { kind: 'page' }
	| { kind: 'whole'; body: string }
	| { kind: 'moved'; to: string };

export type Hit = { method: string; path: string; key: string | null; body: string };

/** A server on loopback that speaks the protocol of chat completions, well or badly. */
export class ModelServer {
	/** Every request, those that only ask whether they may included. */
	readonly hits: Hit[] = [];
	manner: Manner = { kind: 'says', pieces: [] };
	/** Whether pages of other origins are let in. */
	open = true;
	models: string[] | null = ['llama', 'qwen'];
	/** The only key that it takes; null for any or none. */
	key: string | null = null;
	#address = '';
	readonly #server: Server;

	constructor() {
		this.#server = createServer((request, response) => void this.#answer(request, response));
	}

	/** Ends in /v1. */
	get address(): string {
		return this.#address;
	}
	/** Bodies of the questions. */
	get questions(): string[] {
		return this.hits.filter(({ method }) => method === 'POST').map(({ body }) => body);
	}

	async listen(port = 0): Promise<void> {
		await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
		const address = this.#server.address();
		if (typeof address !== 'object') throw new Error('There is no port.');
		this.#address = `http://127.0.0.1:${address!.port}/v1`;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		response.on('error', () => {});
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const { method = '', url: path = '', headers } = request;
		const key = headers.authorization ?? null;
		this.hits.push({ method, path, key, body });
		if (this.open) {
			response.setHeader('Access-Control-Allow-Origin', headers.origin ?? '*');
			response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
		}
		if (method === 'OPTIONS') return void response.writeHead(this.open ? 204 : 403).end();
		if (this.key !== null && key !== `Bearer ${this.key}`) {
			const error = { message: `Incorrect API key provided: ${key}`, code: 'invalid_api_key' };
			return json(response, 401, { error });
		}
		if (path === '/v1/models' && this.models) {
			return json(response, 200, { data: this.models.map((id) => ({ id, object: 'model' })) });
		}
		if (path === '/v1/chat/completions' && method === 'POST') return await this.#speak(response);
		response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404 page not found');
	}

	async #speak(response: ServerResponse): Promise<void> {
		const { manner } = this;
		switch (manner.kind) {
			case 'status':
				response.writeHead(manner.status, { 'Content-Type': 'application/json' });
				return void response.end(manner.body);
			case 'page':
				response.writeHead(200, { 'Content-Type': 'text/html' });
				return void response.end('<!doctype html>\n<title>Router</title>\n<p>Log in\n');
			case 'whole':
				response.writeHead(200, { 'Content-Type': 'application/json' });
				return void response.end(manner.body);
			case 'moved':
				return void response.writeHead(307, { Location: manner.to }).end();
			case 'silent':
				response.writeHead(200, { 'Content-Type': 'text/event-stream' });
				return response.flushHeaders();
			case 'drops':
				if (manner.after.length === 0) return void response.destroy();
				response.writeHead(200, { 'Content-Type': 'text/event-stream' });
				for (const piece of manner.after) await write(response, event(piece));
				await pause(200);
				return void response.destroy();
			case 'says': {
				response.writeHead(200, { 'Content-Type': 'text/event-stream' });
				for (const piece of manner.pieces) {
					await write(response, event(piece));
					await pause(manner.pause ?? 5);
				}
				await write(response, 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n');
				return void response.end('data: [DONE]\n\n');
			}
		}
	}
}

function event(content: string): string {
	const choices = [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }];
	return `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices })}\n\n`;
}

async function write(response: ServerResponse, text: string): Promise<void> {
	await new Promise((resolve) => response.write(text, resolve));
}

async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function json(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
