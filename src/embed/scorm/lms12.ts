import type { Call, Launch, Lms } from './lms';

/** A course system that speaks SCORM 1.2. */
export class Lms12 implements Lms {
	readonly #call: Call;

	constructor(call: Call) {
		this.#call = call;
	}

	open(): Launch | null {
		if (this.#call('LMSInitialize', '') !== 'true') return null;
		const status = this.#get('cmi.core.lesson_status');
		const reviewing = ['browse', 'review'].includes(this.#get('cmi.core.lesson_mode'));
		if (!reviewing && ['', 'not attempted', 'unknown'].includes(status)) {
			this.#set('cmi.core.lesson_status', 'incomplete');
		}
		return {
			suspend: this.#get('cmi.suspend_data'),
			passed: status === 'passed' || status === 'completed',
			reviewing,
		};
	}

	keep(suspend: string): boolean {
		return this.#set('cmi.suspend_data', suspend);
	}

	grade(score: number, passed: boolean): boolean {
		const raw = String(Math.round(score * 10_000) / 100);
		return [
			this.#set('cmi.core.score.min', '0'),
			this.#set('cmi.core.score.max', '100'),
			this.#set('cmi.core.score.raw', raw),
			this.#set('cmi.core.lesson_status', passed ? 'passed' : 'incomplete'),
		].every(Boolean);
	}

	commit(): boolean {
		return this.#call('LMSCommit', '') === 'true';
	}

	close(seconds: number): boolean {
		this.#set('cmi.core.session_time', span(seconds));
		this.#set('cmi.core.exit', 'suspend');
		this.commit();
		return this.#call('LMSFinish', '') === 'true';
	}

	#get(name: string): string {
		return this.#call('LMSGetValue', name);
	}

	#set(name: string, value: string): boolean {
		return this.#call('LMSSetValue', name, value) === 'true';
	}
}

/** A CMITimespan: `0001:02:03.45`. */
export function span(seconds: number): string {
	const hundredths = Math.min(Math.max(0, Math.round(seconds * 100)), 9999 * 360_000);
	const part = (value: number, digits: number) => String(value).padStart(digits, '0');
	const hours = Math.floor(hundredths / 360_000);
	const minutes = Math.floor(hundredths / 6_000) % 60;
	const rest = hundredths % 6_000;
	return `${part(hours, 4)}:${part(minutes, 2)}:${part(Math.floor(rest / 100), 2)}.${part(rest % 100, 2)}`;
}
