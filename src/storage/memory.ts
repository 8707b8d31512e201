import { success } from '../core/errors';
import type { Engine, Reader, Writer } from './engine';
import { compareKeys, keyAt, startsWith } from './keys';
import { layout, storeNames, type Index, type Row, type StoreName } from './schema';

/** Rows by the text of their key. */
type Table = Map<string, object>;
type Tables = Map<StoreName, Table>;

/** Rows that last as long as the page; the same rules as the browser's database. */
export class MemoryEngine implements Engine {
	#tables: Tables = new Map(storeNames.map((name) => [name, new Map()]));
	#turn: Promise<unknown> = Promise.resolve();

	read<T>(_stores: StoreName[], work: (reader: Reader) => Promise<T>) {
		return this.#inTurn(async () => success(await work(reader(this.#tables))));
	}

	write<T>(_stores: StoreName[], work: (writer: Writer) => Promise<T>) {
		return this.#inTurn(async () => {
			const copy: Tables = new Map([...this.#tables].map(([name, rows]) => [name, new Map(rows)]));
			const value = await work(writer(copy));
			this.#tables = copy;
			return success(value);
		});
	}

	close(): void {
		this.#tables.clear();
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#turn.then(work);
		this.#turn = result.catch(() => undefined);
		return result;
	}
}

function reader(tables: Tables): Reader {
	const all = <S extends StoreName>(store: S, path: string | readonly string[]) =>
		[...(tables.get(store)?.values() ?? [])]
			.map((row) => structuredClone(row) as Row<S>)
			.sort((one, two) => compareKeys(keyAt(one, path), keyAt(two, path)));
	return {
		get: async (store, key) => {
			const row = tables.get(store)?.get(JSON.stringify(key));
			return row && (structuredClone(row) as Row<typeof store>);
		},
		all: async (store) => all(store, layout[store].key),
		find: async (store, index, prefix) => {
			const path = pathOf(store, index);
			return all(store, path).filter((row) => startsWith(keyAt(row, path), prefix));
		},
		keys: async (store, index) => {
			const path = pathOf(store, index);
			return all(store, path).map((row) => keyAt(row, path) as never);
		},
	};
}

function writer(tables: Tables): Writer {
	return {
		...reader(tables),
		put: async (store, row) => {
			const key = JSON.stringify(keyAt(row, layout[store].key));
			tables.get(store)?.set(key, structuredClone(row));
		},
		delete: async (store, key) => void tables.get(store)?.delete(JSON.stringify(key)),
		clear: async (store) => tables.get(store)?.clear(),
	};
}

function pathOf<S extends StoreName>(store: S, index: Index<S>): readonly string[] {
	return layout[store].indexes[index];
}
