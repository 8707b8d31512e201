import type { Call, Launch, Lms } from './lms';

/** A course system that speaks SCORM 2004. */
export class Lms2004 implements Lms {
	readonly #call: Call;

	constructor(call: Call) {
		this.#call = call;
	}

	open(): Launch | null {
		if (this.#call('Initialize', '') !== 'true') return null;
		const completion = this.#get('cmi.completion_status');
		const reviewing = ['browse', 'review'].includes(this.#get('cmi.mode'));
		if (!reviewing && ['', 'not attempted', 'unknown'].includes(completion)) {
			this.#set('cmi.completion_status', 'incomplete');
		}
		return {
			suspend: this.#get('cmi.suspend_data'),
			passed: this.#get('cmi.success_status') === 'passed',
			reviewing,
		};
	}

	keep(suspend: string): boolean {
		return this.#set('cmi.suspend_data', suspend);
	}

	grade(score: number, passed: boolean): boolean {
		const raw = Math.round(score * 10_000) / 100;
		return [
			this.#set('cmi.score.min', '0'),
			this.#set('cmi.score.max', '100'),
			this.#set('cmi.score.raw', String(raw)),
			this.#set('cmi.score.scaled', String(Math.round(score * 10_000) / 10_000)),
			this.#set('cmi.completion_status', passed ? 'completed' : 'incomplete'),
			this.#set('cmi.success_status', passed ? 'passed' : 'unknown'),
		].every(Boolean);
	}

	commit(): boolean {
		return this.#call('Commit', '') === 'true';
	}

	close(seconds: number): boolean {
		this.#set('cmi.session_time', duration(seconds));
		this.#set('cmi.exit', 'suspend');
		this.commit();
		return this.#call('Terminate', '') === 'true';
	}

	#get(name: string): string {
		return this.#call('GetValue', name);
	}

	#set(name: string, value: string): boolean {
		return this.#call('SetValue', name, value) === 'true';
	}
}

/** An ISO 8601 duration to hundredths of a second: `PT1H2M3.45S`. */
export function duration(seconds: number): string {
	const hundredths = Math.max(0, Math.round(seconds * 100));
	const hours = Math.floor(hundredths / 360_000);
	const minutes = Math.floor(hundredths / 6_000) % 60;
	return `PT${hours}H${minutes}M${(hundredths % 6_000) / 100}S`;
}
