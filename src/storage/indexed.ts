import { openDB, type IDBPDatabase, type IDBPTransaction, type IndexKey } from 'idb';
import { failure, success, type Result, type StorageError } from '../core/errors';
import type { Engine, Reader, Writer } from './engine';
import { migrate } from './migrations';
import { version, type Index, type Schema, type StoreName } from './schema';

/**
 * Opens the browser's database, however long another tab blocks it. `superseded` is called when a
 * newer version wants the data, while it can still be read; then the connection closes.
 */
export async function openIndexed(
	name: string,
	superseded: (engine: Engine) => Promise<void>,
): Promise<Result<Engine, StorageError>> {
	try {
		const database = await openDB<Schema>(name, version, {
			upgrade: (database, from, to, transaction) => {
				const upgrade = { database, transaction } as unknown as Parameters<typeof migrate>[0];
				migrate(upgrade, from, to ?? version);
			},
			blocking: (_present, wanted) => {
				const leaving = wanted === null ? Promise.resolve() : superseded(engine);
				void leaving.finally(() => engine.close());
			},
		});
		const engine = new IndexedEngine(database);
		return success(engine);
	} catch (problem) {
		return failure(classify(problem) ?? { kind: 'unavailable' });
	}
}

type Transaction<M extends IDBTransactionMode> = IDBPTransaction<Schema, StoreName[], M>;

/** Rows in IndexedDB. */
class IndexedEngine implements Engine {
	readonly #database: IDBPDatabase<Schema>;

	constructor(database: IDBPDatabase<Schema>) {
		this.#database = database;
	}

	read<T>(stores: StoreName[], work: (reader: Reader) => Promise<T>) {
		return this.#run('readonly', stores, (transaction) => work(reader(transaction)));
	}

	write<T>(stores: StoreName[], work: (writer: Writer) => Promise<T>) {
		return this.#run('readwrite', stores, (transaction) => work(writer(transaction)));
	}

	close(): void {
		this.#database.close();
	}

	async #run<M extends 'readonly' | 'readwrite', T>(
		mode: M,
		stores: StoreName[],
		work: (transaction: Transaction<M>) => Promise<T>,
	): Promise<Result<T, StorageError>> {
		let transaction: Transaction<M> | undefined;
		try {
			transaction = this.#database.transaction(stores, mode);
			transaction.done.catch(() => undefined);
			const value = await work(transaction);
			await transaction.done;
			return success(value);
		} catch (problem) {
			const error = classify(problem);
			abandon(transaction);
			if (error) return failure(error);
			throw problem;
		}
	}
}

function reader(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): Reader {
	const source = transaction as Transaction<'readonly'>;
	return {
		get: (store, key) => source.objectStore(store).get(key),
		all: (store) => source.objectStore(store).getAll(),
		find: (store, index, prefix) =>
			source
				.objectStore(store)
				.index(index)
				.getAll(IDBKeyRange.bound(prefix, [...prefix, []])),
		keys: async <S extends StoreName, I extends Index<S>>(store: S, index: I) => {
			const found: IndexKey<Schema, S, I>[] = [];
			let cursor = await source.objectStore(store).index(index).openKeyCursor();
			for (; cursor; cursor = await cursor.continue()) {
				found.push(cursor.key as IndexKey<Schema, S, I>);
			}
			return found;
		},
	};
}

function writer(transaction: Transaction<'readwrite'>): Writer {
	return {
		...reader(transaction),
		put: async (store, row) => void (await transaction.objectStore(store).put(row)),
		delete: (store, key) => transaction.objectStore(store).delete(key),
		clear: (store) => transaction.objectStore(store).clear(),
	};
}

function abandon(transaction: { abort(): void } | undefined): void {
	try {
		transaction?.abort();
	} catch {
		// It has ended already.
	}
}

/** What the browser could not do; null for anything that is a bug of ours. */
function classify(problem: unknown): StorageError | null {
	if (!(problem instanceof DOMException)) return null;
	switch (problem.name) {
		case 'QuotaExceededError':
			return { kind: 'quota' };
		case 'VersionError':
			return { kind: 'newer' };
		case 'InvalidStateError':
		case 'AbortError':
		case 'TransactionInactiveError':
			return { kind: 'closed' };
		case 'DataCloneError':
		case 'DataError':
		case 'ConstraintError':
			return null;
		default:
			return { kind: 'unavailable' };
	}
}
