import type { ModelFailure } from '../../coach/model/failure';
import type { ModelServer } from '../../core/model';
import { Server } from './server';

/** `models` is null when the server keeps no list of them. */
export type ConnectionStatus =
	| { kind: 'untested' }
	| { kind: 'testing' }
	| { kind: 'works'; models: readonly string[] | null }
	| { kind: 'fails'; failure: ModelFailure };

const greeting = { system: 'Answer with one word.', user: 'Say yes.' };

/** Whether a server answers. */
export class Connection {
	#status = $state.raw<ConnectionStatus>({ kind: 'untested' });
	#running: AbortController | null = null;

	get status(): ConnectionStatus {
		return this.#status;
	}

	/** Asks for its models, or for a word where it keeps no list; answers their names. */
	async test(server: ModelServer): Promise<readonly string[] | null> {
		this.forget();
		const running = new AbortController();
		this.#running = running;
		this.#status = { kind: 'testing' };
		const status = await tried(server, running.signal);
		if (running !== this.#running) return null;
		this.#running = null;
		this.#status = status;
		return status.kind === 'works' ? status.models : null;
	}

	/** Stops asking. */
	stop(): void {
		this.#running?.abort();
	}

	/** What was found out belongs to another server. */
	forget(): void {
		this.stop();
		this.#running = null;
		this.#status = { kind: 'untested' };
	}
}

async function tried(server: ModelServer, signal: AbortSignal): Promise<ConnectionStatus> {
	const port = new Server(server);
	const listed = await port.models(signal);
	if (!listed.ok) return { kind: 'fails', failure: listed.error };
	if (listed.value !== null) return { kind: 'works', models: listed.value };
	const saying = port.ask(greeting, signal);
	const first = await saying.next();
	await saying.return(null);
	return first.done && first.value
		? { kind: 'fails', failure: first.value }
		: { kind: 'works', models: null };
}
