import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** The database while it is being upgraded; untyped, since old versions are not the schema's. */
type Upgrade = {
	database: IDBPDatabase;
	transaction: IDBPTransaction<unknown, string[], 'versionchange'>;
};

/** `migrations[n]` leads from version n to n + 1. What has been released is never edited. */
export const migrations: readonly ((upgrade: Upgrade) => void)[] = [
	createStores,
	addNotes,
	addAnswers,
	addRevision,
	addSessions,
	addRehearsals,
	addTerms,
	addModel,
	addAuthored,
	addExercises,
];

/** Runs what lies between two versions, in order. */
export function migrate(upgrade: Upgrade, from: number, to: number): void {
	for (const step of migrations.slice(from, to)) step(upgrade);
}

function createStores({ database }: Upgrade): void {
	database.createObjectStore('drafts', { keyPath: ['slug', 'version'] });
	database
		.createObjectStore('earlier', { keyPath: 'id' })
		.createIndex('by-exercise', ['slug', 'version']);
	database.createObjectStore('attempts', { keyPath: 'id' });
	database.createObjectStore('preferences', { keyPath: 'name' });
	database.createObjectStore('events', { keyPath: 'id' }).createIndex('by-slug', ['slug', 'at']);
}

function addNotes({ database, transaction }: Upgrade): void {
	database.createObjectStore('notes', { keyPath: 'slug' });
	transaction.objectStore('attempts').createIndex('by-result', ['slug', 'report.status']);
}

function addAnswers({ database }: Upgrade): void {
	database.createObjectStore('answers', { keyPath: 'id' }).createIndex('by-slug', ['slug', 'at']);
	database.createObjectStore('sittings', { keyPath: 'id' });
}

function addRevision({ database }: Upgrade): void {
	for (const store of ['cards', 'reviews', 'plans']) {
		database.createObjectStore(store, { keyPath: 'id' });
	}
}

function addSessions({ database }: Upgrade): void {
	database.createObjectStore('sessions', { keyPath: 'id' });
	database
		.createObjectStore('moments', { keyPath: 'id' })
		.createIndex('by-session', ['session', 'at', 'seq']);
}

function addRehearsals({ database }: Upgrade): void {
	database.createObjectStore('decisions', { keyPath: 'id' });
	database.createObjectStore('discussions', { keyPath: 'id' });
	database.createObjectStore('services', { keyPath: 'slug' });
	database.createObjectStore('stories', { keyPath: 'id' });
}

function addTerms({ database }: Upgrade): void {
	database.createObjectStore('terms', { keyPath: 'slug' });
}

function addModel({ database }: Upgrade): void {
	database.createObjectStore('model', { keyPath: 'id' });
}

function addAuthored({ database }: Upgrade): void {
	database.createObjectStore('authored', { keyPath: 'id' });
}

function addExercises({ database }: Upgrade): void {
	database.createObjectStore('exercises', { keyPath: 'slug' });
}
