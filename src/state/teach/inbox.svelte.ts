import type { AttemptFile } from '../../core/attemptfile';
import { tally } from '../../core/attempt';
import type { Exercise } from '../../core/challenge';
import { explainFile } from '../../core/textfile';
import type { LocalExercise } from '../../core/pack';
import type { Report, Verdict } from '../../core/report';
import { outline } from '../../core/similarity';
import { hashOf } from '../../core/hash';
import { sha256 } from '../../core/sha256';
import { explainPack, parsePack } from '../../embed/pack';
import { readAttemptFile } from '../../storage/backup/attemptfile';
import type { PythonState } from '../python.svelte';

/** What judging an attempt here has come to. */
export type Judged =
	| { kind: 'waiting' }
	| { kind: 'judging' }
	| { kind: 'report'; report: Report }
	/** There is no exercise of that name here; a pack brings it. */
	| { kind: 'unknown' }
	| { kind: 'lost' };

/** One attempt file. */
export type Entry = {
	/** Of the row; counts up. */
	key: number;
	file: string;
	attempt: AttemptFile;
	title: string;
	judged: Judged;
	/** What does not fit together, each a sentence. */
	doubts: readonly string[];
	outline: string;
};

/** A file that is no attempt, and why. */
export type Refused = { file: string; why: string };

type Known = Exercise & { title: string };

type Means = {
	python: PythonState;
	/** A built-in challenge; null when there is none of that name. */
	load(slug: string): Promise<Known | null>;
	/** One's own exercises. */
	own(): Promise<LocalExercise[]>;
};

/** Characters of a file that is read at all. */
const largest = 5_000_000;

/** Attempts that were handed in, judged again here. Nothing of them is stored. */
export class Inbox {
	#entries = $state.raw<readonly Entry[]>([]);
	#refused = $state.raw<readonly Refused[]>([]);
	#packs = $state.raw<readonly string[]>([]);
	#running = $state.raw(false);
	#turn = 0;
	#next = 1;
	readonly #brought = new Map<string, Known>();
	readonly #means: Means;

	constructor(means: Means) {
		this.#means = means;
	}

	get entries(): readonly Entry[] {
		return this.#entries;
	}
	get refused(): readonly Refused[] {
		return this.#refused;
	}
	/** Titles of the packs whose exercises are known here now. */
	get packs(): readonly string[] {
		return this.#packs;
	}
	get running(): boolean {
		return this.#running;
	}
	get done(): number {
		return this.#entries.filter(({ judged }) => settled(judged)).length;
	}
	/** Keys of entries by outline, for those that more than one learner handed in. */
	get groups(): ReadonlyMap<string, readonly number[]> {
		const groups = new Map<string, number[]>();
		for (const { outline: key, key: row } of this.#entries) {
			if (key !== '') groups.set(key, [...(groups.get(key) ?? []), row]);
		}
		return new Map([...groups].filter(([, rows]) => rows.length > 1));
	}

	/** Takes attempt files, and packs that bring their exercises, and begins to judge. */
	async take(files: readonly File[]): Promise<void> {
		for (const file of files) await this.#read(file);
		await this.judge();
	}

	/** Judges what has not been judged; goes on where it was stopped. */
	async judge(): Promise<void> {
		if (this.#running) return;
		const turn = ++this.#turn;
		this.#running = true;
		for (;;) {
			const entry = this.#entries.find(({ judged }) => judged.kind === 'waiting');
			if (!entry || turn !== this.#turn) break;
			await this.#judge(entry, turn);
		}
		if (turn === this.#turn) this.#running = false;
	}

	/** Ends judging; what was being judged waits. */
	async stop(): Promise<void> {
		if (!this.#running) return;
		this.#turn++;
		this.#running = false;
		this.#entries = this.#entries.map((entry) =>
			entry.judged.kind === 'judging' ? { ...entry, judged: { kind: 'waiting' } } : entry,
		);
		(await this.#means.python.open().catch(() => null))?.stop();
	}

	async clear(): Promise<void> {
		await this.stop();
		this.#entries = [];
		this.#refused = [];
	}

	async #read(file: File): Promise<void> {
		const refuse = (why: string) => (this.#refused = [...this.#refused, { file: file.name, why }]);
		if (file.size > largest) return void refuse('It is larger than 5 MB and was not opened.');
		const text = await file.text().catch(() => null);
		if (text === null) return void refuse('It could not be read.');
		if (text.includes('"dryrun-pack"') && !text.includes('"dryrun-attempt"')) {
			const pack = parsePack(text);
			if (!pack.ok) return void refuse(explainPack(pack.error));
			for (const exercise of pack.value.exercises) this.#brought.set(exercise.slug, exercise);
			this.#packs = [...this.#packs, pack.value.title];
			this.#revive();
			return;
		}
		const read = readAttemptFile(text);
		if (!read.ok) {
			const words = explainFile(read.error);
			return void refuse(words.slice(0, 1).toUpperCase() + words.slice(1));
		}
		const attempt = read.value;
		const twin = this.#entries.find(
			(entry) =>
				entry.attempt.codeHash === attempt.codeHash &&
				entry.attempt.at === attempt.at &&
				entry.attempt.learner === attempt.learner,
		);
		if (twin) return void refuse(`It is the same attempt as ${twin.file}.`);
		const entry: Entry = {
			key: this.#next++,
			file: file.name,
			attempt,
			title: attempt.exercise.slug,
			judged: { kind: 'waiting' },
			doubts:
				sha256(attempt.code) === attempt.codeHash
					? []
					: ['The code was changed after it was checked.'],
			outline: `${attempt.exercise.slug} ${outline(attempt.code)}`,
		};
		this.#entries = [...this.#entries, entry];
	}

	/** Attempts whose exercise was not known wait again. */
	#revive(): void {
		this.#entries = this.#entries.map((entry) =>
			entry.judged.kind === 'unknown' ? { ...entry, judged: { kind: 'waiting' } } : entry,
		);
	}

	async #judge(entry: Entry, turn: number): Promise<void> {
		const put = (changes: Partial<Entry>) => {
			if (turn !== this.#turn) return;
			this.#entries = this.#entries.map((one) =>
				one.key === entry.key ? { ...one, ...changes } : one,
			);
		};
		put({ judged: { kind: 'judging' } });
		const exercise = await this.#find(entry.attempt.exercise.slug).catch(() => null);
		if (!exercise) return put({ judged: { kind: 'unknown' } });
		const other = hashOf(exercise) !== entry.attempt.exercise.hash;
		const doubts = other
			? [...entry.doubts, 'It was checked against another version of the exercise.']
			: entry.doubts;
		try {
			const python = await this.#means.python.open();
			const outcome = await python.check(exercise, entry.attempt.code);
			if (outcome.kind === 'stopped') return put({ judged: { kind: 'waiting' } });
			put({ title: exercise.title, doubts, judged: { kind: 'report', report: outcome.report } });
		} catch {
			put({ title: exercise.title, judged: { kind: 'lost' } });
		}
	}

	async #find(slug: string): Promise<Known | null> {
		const brought = this.#brought.get(slug);
		if (brought) return brought;
		if (!slug.startsWith('local-')) return this.#means.load(slug);
		return (await this.#means.own()).find((exercise) => exercise.slug === slug) ?? null;
	}
}

function settled(judged: Judged): boolean {
	return judged.kind !== 'waiting' && judged.kind !== 'judging';
}

/** The verdict that the learner's own device gave. */
export function claimed({ attempt }: Entry): Verdict {
	return attempt.report.status;
}

/** The verdict that was found here; null while there is none. */
export function found({ judged }: Entry): Verdict | null {
	return judged.kind === 'report' ? judged.report.status : null;
}

/** Whether the two verdicts, or the numbers of tests that hold, are not the same. */
export function differs(entry: Entry): boolean {
	if (entry.judged.kind !== 'report') return false;
	const [one, two] = [tally(entry.attempt.report), tally(entry.judged.report)];
	return claimed(entry) !== found(entry) || one.passed !== two.passed || one.total !== two.total;
}
