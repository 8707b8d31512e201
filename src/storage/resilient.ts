import { failure, success, type Result, type StorageError } from '../core/errors';
import type { Engine, Reader, Writer } from './engine';
import { openIndexed } from './indexed';
import { MemoryEngine } from './memory';
import { storeNames, type StoreName } from './schema';
import { isEmpty, putSnapshot, takeSnapshot, type Snapshot } from './snapshot';

/** Whether what is written now will be there tomorrow. */
export type Health = { durable: true } | { durable: false; reason: StorageError['kind'] };

/**
 * Pauses before a broken connection is opened again for one call; milliseconds. A browser that is
 * clearing its data breaks new ones too until it is done.
 */
const reopenings = [0, 50, 150, 400, 1000];

type Options = {
	name: string;
	/** How long another tab may block the opening; milliseconds. */
	patience: number;
	/** Whether nothing is to be kept beyond the page. */
	memory: boolean;
	/** Joins what memory gathered to what the database has. */
	merge: (writer: Writer, gathered: Snapshot) => Promise<unknown>;
};

/**
 * The browser's database while it works, memory when it does not. Calls never fail for what the
 * browser cannot do: they go on in memory, with all that could be read, and `health` says so.
 */
export class ResilientEngine {
	readonly #options: Options;
	readonly #listeners = new Set<(health: Health) => void>();
	#engine: Engine = new MemoryEngine();
	#health: Health = { durable: false, reason: 'unavailable' };
	/** Set while rows are on their way from one place to the other; calls wait for it. */
	#moving: Promise<void> | null = null;
	#closed = false;

	private constructor(options: Options) {
		this.#options = options;
	}

	static async open(options: Options): Promise<ResilientEngine> {
		const engine = new ResilientEngine(options);
		await engine.retry();
		return engine;
	}

	get health(): Health {
		return this.#health;
	}

	/** Calls at once, then on each change; returns the way out. */
	onHealth(listener: (health: Health) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#health);
		return () => this.#listeners.delete(listener);
	}

	read<T>(stores: StoreName[], work: (reader: Reader) => Promise<T>): Promise<T> {
		return this.#insist((engine) => engine.read(stores, work));
	}

	/** `work` may be called again elsewhere, so it must do nothing but read and write. */
	write<T>(stores: StoreName[], work: (writer: Writer) => Promise<T>): Promise<T> {
		return this.#insist((engine) => engine.write(stores, work));
	}

	/** For what should rather not happen than happen in memory because the disk is full. */
	tryWrite<T>(
		stores: StoreName[],
		work: (writer: Writer) => Promise<T>,
	): Promise<Result<T, StorageError>> {
		return this.#insist(async (engine) => {
			const result = await engine.write(stores, work);
			return result.ok || result.error.kind === 'quota' ? success(result) : result;
		});
	}

	/** Goes back to the database when it can be had. */
	async retry(): Promise<Health> {
		await this.#moving;
		if (this.#health.durable) return this.#health;
		const opened = await this.#reach([...reopenings]);
		if (opened.ok) await this.#move(() => this.#returnTo(opened.value));
		else this.#announce({ durable: false, reason: opened.error.kind });
		return this.#health;
	}

	close(): void {
		this.#closed = true;
		this.#listeners.clear();
		this.#engine.close();
	}

	async #insist<T>(call: (engine: Engine) => Promise<Result<T, StorageError>>): Promise<T> {
		const pauses = [...reopenings];
		for (;;) {
			await this.#moving;
			const engine = this.#engine;
			const result = await call(engine);
			if (result.ok) return result.value;
			await this.#move(() => this.#leave(engine, result.error, pauses));
		}
	}

	/** One move at a time. */
	async #move(step: () => Promise<void>): Promise<void> {
		while (this.#moving) await this.#moving;
		const moving = step().finally(() => (this.#moving = null));
		this.#moving = moving;
		await moving;
	}

	/** `pauses` are how often the database may yet be opened again, and are used up. */
	async #leave(engine: Engine, error: StorageError, pauses: number[] = []): Promise<void> {
		if (this.#engine !== engine) return;
		let reason = error;
		const pause = passes(error) ? pauses.shift() : undefined;
		if (pause !== undefined) {
			await sleep(pause);
			const again = await this.#reach(pauses);
			if (again.ok) {
				this.#engine = again.value;
				engine.close();
				return;
			}
			reason = again.error;
		}
		const memory = new MemoryEngine();
		const snapshot = await engine.read(storeNames, takeSnapshot);
		if (snapshot.ok)
			await memory.write(storeNames, (writer) => putSnapshot(writer, snapshot.value));
		this.#engine = memory;
		engine.close();
		this.#announce({ durable: false, reason: reason.kind });
	}

	async #returnTo(indexed: Engine): Promise<void> {
		if (this.#health.durable || this.#closed) return indexed.close();
		const gathered = await this.#engine.read(storeNames, takeSnapshot);
		if (!gathered.ok) return indexed.close();
		const merged = isEmpty(gathered.value)
			? success(null)
			: await indexed.write(storeNames, (writer) => this.#options.merge(writer, gathered.value));
		if (merged.ok) {
			this.#engine = indexed;
			this.#announce({ durable: true });
		} else {
			indexed.close();
			this.#announce({ durable: false, reason: merged.error.kind });
		}
	}

	/** Opens the database, again while the browser breaks even that; uses pauses up. */
	async #reach(pauses: number[]): Promise<Result<Engine, StorageError>> {
		for (;;) {
			const opened = await this.#open();
			if (opened.ok || opened.error.kind !== 'closed') return opened;
			const pause = pauses.shift();
			if (pause === undefined) return opened;
			await sleep(pause);
		}
	}

	/** A database that opens after patience has run out is returned to as soon as it does. */
	async #open(): Promise<Result<Engine, StorageError>> {
		if (this.#options.memory) return failure({ kind: 'unavailable' });
		let late = false;
		const opening = openIndexed(this.#options.name, (engine) =>
			this.#move(() => this.#leave(engine, { kind: 'newer' })),
		).then((opened) => {
			if (late && opened.ok) void this.#move(() => this.#returnTo(opened.value));
			return opened;
		});
		let timer: ReturnType<typeof setTimeout> | undefined;
		const timeout = new Promise<Result<Engine, StorageError>>((resolve) => {
			timer = setTimeout(() => {
				late = true;
				resolve(failure({ kind: 'blocked' }));
			}, this.#options.patience);
		});
		const result = await Promise.race([opening, timeout]);
		clearTimeout(timer);
		return result;
	}

	#announce(health: Health): void {
		this.#health = health;
		for (const listener of this.#listeners) listener(health);
	}
}

/** Whether the database may be had again soon. */
function passes({ kind }: StorageError): boolean {
	return kind === 'closed' || kind === 'unavailable';
}

function sleep(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
