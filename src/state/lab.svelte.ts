import type { CostQuestion, Measured } from '../core/cost';
import type { Exercise } from '../core/challenge';
import type { Report } from '../core/report';
import type { PythonState } from './python.svelte';

type Method = {
	exercise(n: number): Exercise;
	read(report: Report, n: number): Measured | null;
};

export type Measurement =
	| { kind: 'idle' }
	| { kind: 'measuring' }
	| { kind: 'measured'; measured: Measured }
	/** Python could not be had, was stopped, or measured nothing. */
	| { kind: 'failed' };

/** Measures operations in the caged Python, and remembers what was measured while the page is open. */
export class Lab {
	#state = $state.raw<{ key: string; measurement: Measurement }>({
		key: '',
		measurement: { kind: 'idle' },
	});
	readonly #known = new Map<string, Measured>();
	readonly #python: PythonState;
	readonly #method: Method;
	readonly questions: readonly CostQuestion[];

	constructor(python: PythonState, questions: readonly CostQuestion[], method: Method) {
		this.#python = python;
		this.#method = method;
		this.questions = questions;
	}

	get python(): PythonState {
		return this.#python;
	}

	find(id: string): CostQuestion | undefined {
		return this.questions.find((question) => question.id === id);
	}

	/** How far the measuring of one question at one size has come. */
	of(id: string, n: number): Measurement {
		return this.#state.key === `${id} ${n}` ? this.#state.measurement : { kind: 'idle' };
	}

	async measure(question: CostQuestion, n: number): Promise<Measured | null> {
		const key = `${question.id} ${n}`;
		const known = this.#known.get(key);
		if (!known) this.#state = { key, measurement: { kind: 'measuring' } };
		const measured = known ?? (await this.#run(question, n));
		if (measured) this.#known.set(key, measured);
		this.#state = {
			key,
			measurement: measured ? { kind: 'measured', measured } : { kind: 'failed' },
		};
		return measured;
	}

	async #run(question: CostQuestion, n: number): Promise<Measured | null> {
		try {
			const python = await this.#python.open();
			const outcome = await python.check(this.#method.exercise(n), question.code);
			return outcome.kind === 'report' ? this.#method.read(outcome.report, n) : null;
		} catch {
			return null;
		}
	}
}
