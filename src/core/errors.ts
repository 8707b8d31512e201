/** An expected outcome as a value: exceptions are left for bugs. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps the wanted outcome. */
export function success<T>(value: T): { ok: true; value: T } {
	return { ok: true, value };
}

/** Wraps the other outcome. */
export function failure<E>(error: E): { ok: false; error: E } {
	return { ok: false, error };
}

/**
 * Why nothing lasting can be written: no database here, another tab holds an old one open, the disk
 * is full, a newer version of the app owns the data, or the connection broke and would not reopen.
 */
export type StorageError = {
	kind: 'unavailable' | 'blocked' | 'quota' | 'newer' | 'closed';
};

/** Why a backup file was refused. Nothing has been changed when one of these comes out. */
export type BackupError =
	| { kind: 'too-large'; bytes: number; limit: number }
	| { kind: 'unreadable'; detail: string }
	| { kind: 'not-a-backup' }
	| { kind: 'newer-format'; found: number; known: number }
	| { kind: 'invalid'; where: string; detail: string }
	| { kind: 'not-loaded' }
	| { kind: 'not-stored'; error: StorageError };

/** Why a challenge, or `what` it is else, could not be shown. */
export type ContentError =
	| { kind: 'unknown'; slug: string; what?: string }
	| { kind: 'unreachable'; slug: string; detail: string; what?: string };

const storageSentences: Record<StorageError['kind'], string> = {
	unavailable: 'This browser does not let the page store anything.',
	blocked: 'Another tab of this app is holding the stored work; close it and try again.',
	quota: 'There is no space left for this page.',
	newer: 'A newer version of this app has taken over the stored work; reload this tab.',
	closed: 'The browser closed the stored work and would not open it again.',
};

/** One or two plain sentences for the person at the screen. */
export function explain(error: StorageError | BackupError | ContentError): string {
	switch (error.kind) {
		case 'too-large':
			return `This file is ${megabytes(error.bytes)}; a backup is at most ${megabytes(error.limit)}.`;
		case 'unreadable':
			return `This file is not complete JSON, so it may be cut off or damaged. (${error.detail})`;
		case 'not-a-backup':
			return 'This file is not a backup of this app.';
		case 'newer-format':
			return `This backup has format ${error.found}, this app reads up to ${error.known}. Update the app first.`;
		case 'invalid':
			return `This backup is damaged at ${error.where}: ${error.detail}`;
		case 'not-loaded':
			return 'The part that reads backups could not be loaded; reload the page and try again.';
		case 'not-stored':
			return `Nothing was imported. ${storageSentences[error.error.kind]}`;
		case 'unknown':
			return `There is no ${error.what ?? 'challenge'} called “${error.slug}”.`;
		case 'unreachable':
			return `The ${error.what ?? 'challenge'} “${error.slug}” could not be loaded; try again when you are connected.`;
		default:
			return storageSentences[error.kind];
	}
}

function megabytes(bytes: number): string {
	return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
