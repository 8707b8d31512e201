import { failure, success, type BackupError, type Result } from '../../core/errors';
import type { Context } from '../context';
import { merge, type MergeSummary } from '../merge';
import { fromRows, toRows } from '../preferences';
import { storeNames } from '../schema';
import { takePortable } from '../snapshot';
import { formatName, formatVersion } from './format';
import type { BackupFile } from './schema';

/** What an import brought. */
export type ImportSummary = MergeSummary & { exportedAt: string };

/** Everything of one device as a file that a person can read, and back. */
export class Backup {
	readonly #context: Context;
	readonly #appVersion: string;

	constructor(context: Context, appVersion: string) {
		this.#context = context;
		this.#appVersion = appVersion;
	}

	/** A name for the file and its text. */
	async export(): Promise<{ name: string; text: string }> {
		const rows = await this.#context.engine.read(storeNames, takePortable);
		const exportedAt = this.#context.now().toISOString();
		const file: BackupFile = {
			format: formatName,
			formatVersion,
			exportedAt,
			appVersion: this.#appVersion,
			stores: { ...rows, preferences: fromRows(rows.preferences) },
		};
		return {
			name: `dry-run-${exportedAt.slice(0, 10)}.json`,
			text: JSON.stringify(file, null, '\t') + '\n',
		};
	}

	/**
	 * Joins a file to what is here; on any error nothing has changed. What checks the file is fetched
	 * only now, to keep it out of the first script.
	 */
	async import(file: Blob): Promise<Result<ImportSummary, BackupError>> {
		const reader = await import('./read').catch(() => null);
		if (!reader) return failure({ kind: 'not-loaded' });
		const read = await reader.readBackup(file);
		if (!read.ok) return read;
		const { stores, exportedAt } = read.value;
		const { engine, tabs, now, newId } = this.#context;
		const incoming = { ...stores, preferences: toRows(stores.preferences), model: [] };
		const written = await engine.tryWrite(storeNames, (writer) =>
			merge(writer, incoming, { reason: 'import', tab: 'import', now: now(), newId }),
		);
		if (!written.ok) return failure({ kind: 'not-stored', error: written.error });
		tabs.tell({ kind: 'everything' });
		return success({ ...written.value, exportedAt });
	}
}
