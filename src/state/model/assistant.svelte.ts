import { explainAddress, readAddress } from '../../coach/model/address';
import { maySend, moveTo, noModel, type ModelChoice, type ModelKind } from '../../core/model';
import type { AppStorage } from '../../storage/storage';
import type { BuiltIn } from './builtin';
import { BuiltInState } from './builtin.svelte';
import { Connection } from './connection.svelte';
import { muted } from './port';
import { Server } from './server';
import { Talk, type Partner } from './talk.svelte';

/** The language model that adds questions and prose, if its user wants one. It never scores. */
export class Assistant {
	#choice = $state.raw<ModelChoice>(noModel);
	readonly #talks = new Map<string, Talk>();
	readonly #storage: AppStorage;
	readonly #own: BuiltIn | null;
	readonly browser: BuiltInState;
	readonly connection = new Connection();

	private constructor(storage: AppStorage, own: BuiltIn | null) {
		this.#storage = storage;
		this.#own = own;
		this.browser = new BuiltInState(own);
		storage.subscribe((change) => {
			if (change.kind === 'model' || change.kind === 'everything') void this.reload();
		});
	}

	/** `own` is the browser's model, null where it has none. */
	static async open(storage: AppStorage, own: BuiltIn | null): Promise<Assistant> {
		const assistant = new Assistant(storage, own);
		await assistant.reload();
		return assistant;
	}

	get kind(): ModelKind {
		return this.#choice.kind;
	}
	/** Empty until there is one. */
	get address(): string {
		return this.#choice.server?.address ?? '';
	}
	get model(): string {
		return this.#choice.server?.model ?? '';
	}
	get hasKey(): boolean {
		return (this.#choice.server?.key ?? '') !== '';
	}
	/** Whether its user said yes to sending to this very server. */
	get allowed(): boolean {
		return maySend(this.#choice);
	}
	/** Whether it can be asked as things stand. */
	get ready(): boolean {
		return this.kind === 'browser' || (this.allowed && this.model !== '');
	}

	async pick(kind: ModelKind): Promise<void> {
		await this.#choose({ ...this.#choice, kind });
	}

	/** Names the server; answers what is wrong with the address, null when nothing is. */
	async move(typed: string): Promise<string | null> {
		const read = readAddress(typed);
		if (!read.ok) return explainAddress(read.error);
		await this.#choose(moveTo(this.#choice, read.value));
		return null;
	}

	async name(model: string): Promise<void> {
		const { server } = this.#choice;
		if (server) await this.#choose({ ...this.#choice, server: { ...server, model: model.trim() } });
	}

	/** Keeps a key on this device, for this server alone; an empty one is forgotten. */
	async unlock(key: string): Promise<void> {
		const { server } = this.#choice;
		if (server) await this.#choose({ ...this.#choice, server: { ...server, key: key.trim() } });
	}

	/** Says yes to sending to the server that is named, or takes it back. */
	async allow(yes: boolean): Promise<void> {
		await this.#choose({ ...this.#choice, allowed: yes ? this.address : null });
	}

	/** Finds out whether the server answers, and which models it has. */
	async test(): Promise<void> {
		const { server } = this.#choice;
		if (!server || !this.allowed) return;
		const names = await this.connection.test(server);
		const [only] = names ?? [];
		if (only !== undefined && names?.length === 1 && this.model === '') await this.name(only);
	}

	/** What is said about one thing, such as an answer, by its id. */
	talk(id: string): Talk {
		const there = this.#talks.get(id);
		if (there) return there;
		const talk = new Talk(() => this.#partner());
		this.#talks.set(id, talk);
		return talk;
	}

	/** Reads what is stored again. */
	async reload(): Promise<void> {
		this.#show(await this.#storage.models.get());
	}

	#partner(): Partner | null {
		const { kind, server } = this.#choice;
		if (kind === 'browser') {
			return { port: this.#own ?? muted({ kind: 'absent' }), name: 'the browser’s model' };
		}
		if (!server || !this.ready) return null;
		return { port: new Server(server), name: `${server.model} at ${server.address}` };
	}

	async #choose(choice: ModelChoice): Promise<void> {
		this.#show(choice);
		await this.#storage.models.choose(choice);
	}

	/** Whoever is not to be asked any more is stopped at once. */
	#show(choice: ModelChoice): void {
		const before = this.#choice;
		const same = before.kind === choice.kind && before.allowed === choice.allowed;
		this.#choice = choice;
		if (same && before.server?.address === choice.server?.address) return;
		this.connection.forget();
		for (const talk of this.#talks.values()) talk.stop();
	}
}
