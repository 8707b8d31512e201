import type { Lms } from './lms';
import { longestSuspend, packKept, unpackKept, type Kept } from './suspend';

/**
 * `absent`: no course system was found. `refused`: it would not begin. `reviewing`: it wants no
 * results now. `lost`: it stopped answering. `too-long`: results are kept, the code is not.
 */
export type Standing =
	| { kind: 'absent' | 'refused' | 'reviewing' | 'lost' | 'kept' | 'open' | 'closed' }
	| { kind: 'too-long'; length: number };

/** One launch of a SCO: the best result counts, and the code comes back at the next launch. */
export class Session {
	#standing: Standing = { kind: 'absent' };
	#kept: Kept = { code: null, hints: 0, attempts: 0, best: null, passed: false };
	#changed = false;
	readonly #lms: Lms | null;
	readonly #since: number;

	/** `since`: milliseconds, as given to `close`. */
	constructor(lms: Lms | null, since: number) {
		this.#lms = lms;
		this.#since = since;
		if (!lms) return;
		const launch = lms.open();
		if (!launch) {
			this.#standing = { kind: 'refused' };
			return;
		}
		const kept = unpackKept(launch.suspend);
		if (kept) this.#kept = kept;
		this.#kept = { ...this.#kept, passed: this.#kept.passed || launch.passed };
		this.#standing = { kind: launch.reviewing ? 'reviewing' : 'open' };
		if (!launch.reviewing) lms.commit();
	}

	get standing(): Standing {
		return this.#standing;
	}
	/** What the last session left, and what came since. */
	get kept(): Kept {
		return this.#kept;
	}

	/** Takes note of the work as it stands; `save` hands it over. */
	worked(work: Pick<Kept, 'code' | 'hints' | 'attempts'>): void {
		const { code, hints, attempts } = work;
		this.#kept = { ...this.#kept, code, hints, attempts };
		this.#changed = true;
	}

	/** Hands a result in; the best so far counts. */
	graded(score: number, passed: boolean): void {
		const best = Math.max(this.#kept.best ?? 0, Math.min(1, Math.max(0, score)));
		this.#kept = { ...this.#kept, best, passed: this.#kept.passed || passed };
		this.#changed = true;
		const lms = this.#writable();
		if (!lms) return;
		if (!lms.grade(best, this.#kept.passed)) this.#standing = { kind: 'lost' };
		this.save();
	}

	/** Hands over what has changed, so that a crash loses little. */
	save(): void {
		const lms = this.#writable();
		if (!lms || !this.#changed) return;
		const { text, dropped } = packKept(this.#kept);
		const kept = lms.keep(text);
		const taken = lms.commit() && kept;
		this.#changed = !taken;
		if (!taken) this.#standing = { kind: 'lost' };
		else
			this.#standing = dropped === null ? { kind: 'kept' } : { kind: 'too-long', length: dropped };
	}

	/** Ends the session; whatever comes later changes nothing. */
	close(now: number): void {
		const { kind } = this.#standing;
		if (!this.#lms || kind === 'closed' || kind === 'refused') return;
		this.save();
		this.#lms.close((now - this.#since) / 1000);
		this.#standing = { kind: 'closed' };
	}

	/** A course system that was lost is tried again: its page may have been signed out and in. */
	#writable(): Lms | null {
		const { kind } = this.#standing;
		return ['absent', 'refused', 'reviewing', 'closed'].includes(kind) ? null : this.#lms;
	}
}

/** What the learner should know; null while there is nothing worth a line. */
export function explainStanding(standing: Standing): string | null {
	switch (standing.kind) {
		case 'absent':
			return 'No course system was found around this page. You can work, but nothing is handed in: open the exercise from your course, or save your attempt as a file.';
		case 'refused':
			return 'The course system refused to begin a session. You can work, but nothing is handed in; close this window and open the exercise from your course again.';
		case 'reviewing':
			return 'The course shows this exercise for review: you can work, but results are not handed in.';
		case 'lost':
			return 'The course system did not take the last result. Copy your program, then open the exercise from your course again.';
		case 'too-long':
			return `Your result is handed in, but your program takes ${standing.length} characters when packed and a course system keeps ${longestSuspend}. It will not come back at the next launch: copy it before you leave.`;
		case 'kept':
			return 'Your program and your best result are kept by the course system.';
		case 'open':
		case 'closed':
			return null;
	}
}
