import { type BackupError, type Result, explain } from '../core/errors';
import type { ImportSummary } from '../storage/backup/backup';
import type { Health } from '../storage/resilient';
import type { AppStorage } from '../storage/storage';

/** What the settings page shows of the browser's storage; figures in bytes. */
export type Space = { used: number; available: number };

type Persistence = 'granted' | 'denied' | 'unsupported';

export type Persistor = {
	persist(): Promise<Persistence>;
	usage(): Promise<Space | null>;
};

/** All that is stored: its health, its size, and the way out and in as one file. */
export class Vault {
	#health = $state.raw<Health>({ durable: true });
	#space = $state.raw<Space | null>(null);
	#persisted = $state.raw<Persistence | null>(null);
	readonly #storage: Promise<AppStorage>;
	readonly #persistor: () => Promise<Persistor>;

	readonly #replaced: () => void;

	/** `replaced` is called when what is stored has changed under the open pages. */
	constructor(
		storage: Promise<AppStorage>,
		persistor: () => Promise<Persistor>,
		replaced: () => void,
	) {
		this.#storage = storage;
		this.#replaced = replaced;
		this.#persistor = persistor;
		void storage.then((opened) => {
			opened.onHealth((health) => {
				this.#health = health;
			});
		});
	}

	get health(): Health {
		return this.#health;
	}
	/** In one sentence, null while all is well. */
	get complaint(): string | null {
		return this.#health.durable ? null : explain({ kind: this.#health.reason });
	}
	get space(): Space | null {
		return this.#space;
	}
	/** Null until it was looked at. */
	get persisted(): Persistence | null {
		return this.#persisted;
	}

	async measure(): Promise<void> {
		const persistor = await this.#persistor();
		this.#space = await persistor.usage();
		if (this.#persisted) return;
		const supported = 'storage' in navigator && 'persisted' in navigator.storage;
		if (!supported) this.#persisted = 'unsupported';
		else if (await navigator.storage.persisted()) this.#persisted = 'granted';
	}

	/** Asks the browser not to clear the stored work by itself. */
	async persist(): Promise<void> {
		const persistor = await this.#persistor();
		this.#persisted = await persistor.persist();
	}

	async retry(): Promise<void> {
		await (await this.#storage).retry();
	}

	async export(): Promise<{ name: string; text: string }> {
		return (await this.#storage).backup.export();
	}

	async import(file: Blob): Promise<Result<ImportSummary, BackupError>> {
		const result = await (await this.#storage).backup.import(file);
		if (result.ok) this.#replaced();
		return result;
	}

	/** Everything, for good. */
	async erase(): Promise<void> {
		await (await this.#storage).erase();
		this.#replaced();
		await this.measure();
	}
}
