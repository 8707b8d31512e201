import { isMixed, isOwn } from '../../coach/model/address';
import type { ModelFailure } from '../../coach/model/failure';
import type { Prompt } from '../../coach/model/prompt';
import { readComplaint, readCompletion, readModels, readStream } from '../../coach/model/stream';
import { failure, success, type Result } from '../../core/errors';
import type { ModelServer } from '../../core/model';
import { Patience } from './patience';
import type { ModelPort, Saying } from './port';

/** Longer answers are broken off; characters. */
const longest = 60_000;

/** Requests carry nothing of the browser's own, and follow nobody elsewhere. */
const discreet = {
	credentials: 'omit',
	referrerPolicy: 'no-referrer',
	cache: 'no-store',
} as const satisfies RequestInit;

/** A server that speaks the protocol of OpenAI's chat completions. */
export class Server implements ModelPort {
	readonly #server: ModelServer;

	constructor(server: ModelServer) {
		this.#server = server;
	}

	async *ask({ system, user }: Prompt, signal: AbortSignal): Saying {
		const patience = new Patience(signal);
		try {
			const messages = [
				{ role: 'system', content: system },
				{ role: 'user', content: user },
			];
			const body = JSON.stringify({ model: this.#server.model, messages, stream: true });
			const response = await this.#request('chat/completions', body, patience);
			if (!response.ok) return response.error;
			const type = response.value.headers.get('Content-Type') ?? '';
			return /\bjson\b/.test(type)
				? yield* inOnePiece(response.value, patience)
				: yield* this.#streamed(response.value, patience);
		} finally {
			patience.end();
		}
	}

	/** Names of its models; null when it keeps no list. */
	async models(signal: AbortSignal): Promise<Result<string[] | null, ModelFailure>> {
		const patience = new Patience(signal);
		try {
			const response = await this.#request('models', null, patience);
			if (response.ok) return success(readModels(await response.value.text()));
			const { error } = response;
			return error.kind === 'wrong-path' ? success(null) : failure(error);
		} catch {
			return failure(patience.failure ?? { kind: 'cut-off' });
		} finally {
			patience.end();
		}
	}

	async *#streamed(response: Response, patience: Patience): Saying {
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		if (!reader) return { kind: 'nothing-said' };
		let rest = '';
		let length = 0;
		let said = false;
		let strange = false;
		try {
			for (let over = false; !over;) {
				const chunk = await reader.read();
				patience.heard();
				over = chunk.done;
				length += chunk.value?.length ?? 0;
				if (length > longest * 10) return { kind: 'broke', detail: 'It did not come to an end.' };
				const read = readStream(rest + (chunk.value ?? '\n'));
				rest = read.rest;
				for (const event of read.events) {
					if (event.kind === 'end') return said ? null : { kind: 'nothing-said' };
					if (event.kind === 'error') return { kind: 'broke', detail: this.#safe(event.detail) };
					strange ||= event.kind === 'unreadable';
					if (event.kind !== 'text') continue;
					said = true;
					yield event.text;
				}
			}
			return strange && !said ? { kind: 'no-model' } : { kind: 'cut-off' };
		} catch {
			return patience.failure ?? { kind: 'cut-off' };
		} finally {
			void reader.cancel().catch(() => {});
		}
	}

	/** A POST with a body, a GET without. */
	async #request(
		path: string,
		body: string | null,
		patience: Patience,
	): Promise<Result<Response, ModelFailure>> {
		const { address, key } = this.#server;
		if (isMixed(location.origin, address)) return failure({ kind: 'mixed', address });
		if (this.#disconnected) return failure({ kind: 'offline' });
		if (/[^\x21-\x7e]/.test(key)) return failure({ kind: 'wrong-key', given: true });
		try {
			const response = await fetch(`${address}/${path}`, {
				...discreet,
				method: body === null ? 'GET' : 'POST',
				body,
				redirect: 'manual',
				headers: {
					...(body !== null && { 'Content-Type': 'application/json' }),
					...(key !== '' && { Authorization: `Bearer ${key}` }),
				},
				signal: patience.signal,
			});
			patience.heard();
			if (response.type === 'opaqueredirect') return failure({ kind: 'moved', address });
			return response.ok ? success(response) : failure(await this.#refusal(response));
		} catch {
			return failure(patience.failure ?? (await this.#unanswered(patience)));
		}
	}

	async #refusal(response: Response): Promise<ModelFailure> {
		const { status } = response;
		const { address, model, key } = this.#server;
		const complaint = readComplaint(await response.text().catch(() => ''));
		const ofModel = /model/i.test(complaint ?? '');
		if (status === 401 || status === 403) return { kind: 'wrong-key', given: key !== '' };
		if (status === 429) return { kind: 'busy' };
		if (ofModel && (status === 404 || (status === 400 && /not|unknown/i.test(complaint ?? '')))) {
			return { kind: 'unknown-model', model };
		}
		if (status === 404 || status === 405) return { kind: 'wrong-path', address };
		return { kind: 'refused', status, detail: complaint && this.#safe(complaint) };
	}

	/**
	 * Why there was no response at all, which browsers do not tell: asks once more for nothing in
	 * particular, without key or text, as a page that is let in and as one that is not.
	 */
	async #unanswered({ signal }: Patience): Promise<ModelFailure> {
		const { address } = this.#server;
		const reached = (mode: RequestMode, path: string) =>
			fetch(address + path, { ...discreet, mode, signal }).then(
				() => true,
				() => false,
			);
		if (this.#disconnected) return { kind: 'offline' };
		if (await reached('cors', '/models')) return { kind: 'cut-off' };
		if (await reached('no-cors', '')) return { kind: 'not-let-in', address, page: location.origin };
		return { kind: 'unreachable', address, own: isOwn(address) };
	}

	get #disconnected(): boolean {
		return !navigator.onLine && !isOwn(this.#server.address);
	}

	/** Without the key, should the server repeat it. */
	#safe(detail: string): string {
		return this.#server.key === '' ? detail : detail.replaceAll(this.#server.key, '…');
	}
}

async function* inOnePiece(response: Response, patience: Patience): Saying {
	try {
		const body = await response.text();
		const text = readCompletion(body);
		if (text === null) {
			const detail = readComplaint(body);
			return detail === null ? { kind: 'no-model' } : { kind: 'refused', status: 200, detail };
		}
		if (text.trim() === '') return { kind: 'nothing-said' };
		yield text.slice(0, longest);
		return null;
	} catch {
		return patience.failure ?? { kind: 'cut-off' };
	}
}
