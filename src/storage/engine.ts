import type { IndexKey } from 'idb';
import type { Result, StorageError } from '../core/errors';
import type { Index, Key, Row, Schema, StoreName } from './schema';

/** The beginning of an array key: rows whose key starts with it are meant. */
export type Prefix = readonly [string, ...(string | number)[]];

/** What a piece of work can see. Wait for nothing else inside it: the transaction would end. */
export interface Reader {
	get<S extends StoreName>(store: S, key: Key<S>): Promise<Row<S> | undefined>;
	all<S extends StoreName>(store: S): Promise<Row<S>[]>;
	/** Rows whose index key starts with `prefix`, in the index's order. */
	find<S extends StoreName>(store: S, index: Index<S>, prefix: Prefix): Promise<Row<S>[]>;
	/** Keys of an index alone, in order, one for each row. */
	keys<S extends StoreName, I extends Index<S>>(
		store: S,
		index: I,
	): Promise<IndexKey<Schema, S, I>[]>;
}

export interface Writer extends Reader {
	put<S extends StoreName>(store: S, row: Row<S>): Promise<void>;
	delete<S extends StoreName>(store: S, key: Key<S>): Promise<void>;
	clear(store: StoreName): Promise<void>;
}

/**
 * Where rows live. Each call is one transaction over the named stores: all of it happens, or none.
 * What the place cannot do comes back as an error; what `work` throws is thrown on.
 */
export interface Engine {
	read<T>(
		stores: StoreName[],
		work: (reader: Reader) => Promise<T>,
	): Promise<Result<T, StorageError>>;
	write<T>(
		stores: StoreName[],
		work: (writer: Writer) => Promise<T>,
	): Promise<Result<T, StorageError>>;
	close(): void;
}
