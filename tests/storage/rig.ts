import { deleteDB } from 'idb';
import { onTestFinished } from 'vitest';
import type { Attempt } from '../../src/core/attempt';
import type { Report, Verdict } from '../../src/core/report';
import { openStorage, type AppStorage, type StorageOptions } from '../../src/storage/storage';

let count = 0;

/** A database name that no other test uses; deleted after the test. */
export function freshName(): string {
	const name = `test-${Date.now()}-${++count}`;
	onTestFinished(() => deleteDB(name));
	return name;
}

/** A page with the app open. Its clock moves a second with each look. */
export async function openPage(name: string, options: StorageOptions = {}): Promise<AppStorage> {
	const page = await openStorage({ name, now: ticking(), ...options });
	onTestFinished(() => page.close());
	return page;
}

/** A clock that begins at the given minute of one day and moves a second with each look. */
export function ticking(minute = 0): () => Date {
	let next = Date.UTC(2026, 10, 23, 9, minute);
	return () => new Date((next += 1000));
}

/** A report as small as it gets. */
export function report(status: Verdict): Report {
	return { version: 1, status, message: null, problem: null, tests: [] };
}

/** A check of one challenge. */
export function facts(slug: string, status: Verdict): Omit<Attempt, 'id' | 'at' | 'tabId'> {
	const code = `# ${slug}, ${status}`;
	return { slug, version: 1, code, report: report(status), hintsShown: 0, debriefSeen: false };
}

/** Waits until the condition holds, or fails after two seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = Date.now() + 2000; Date.now() < end;) {
		if (await condition()) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	throw new Error('it did not come to that');
}
