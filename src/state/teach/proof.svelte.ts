import type { LocalExercise } from '../../core/pack';
import {
	judgeSolution,
	judgeStarter,
	judgeWrong,
	mutantLimits,
	passes,
	type Finding,
	type Proof,
} from '../../core/proof';
import type { Report } from '../../core/report';
import type { Python } from '../../runtime/port';
import type { PythonState } from '../python.svelte';

/** `done` and `total` count programs; `total` is null until the mutants are known. */
export type ProofProgress = { what: string; done: number; total: number | null };

export type ProofState =
	| { kind: 'idle' }
	| { kind: 'running'; progress: ProofProgress; findings: readonly Finding[] }
	| { kind: 'done'; proof: Proof }
	/** Ended before the mutants, since something else is wrong. */
	| { kind: 'failed'; findings: readonly Finding[] }
	| { kind: 'stopped' }
	/** Python could not be had. */
	| { kind: 'lost' };

type Mutant = { id: string; source: string };

/** The content check of one exercise, in the caged Python. */
export class Prover {
	#state = $state.raw<ProofState>({ kind: 'idle' });
	#turn = 0;
	readonly #python: PythonState;

	constructor(python: PythonState) {
		this.#python = python;
	}

	get state(): ProofState {
		return this.#state;
	}

	forget(): void {
		this.#turn++;
		this.#state = { kind: 'idle' };
	}

	async stop(): Promise<void> {
		if (this.#state.kind !== 'running') return;
		this.#turn++;
		this.#state = { kind: 'stopped' };
		(await this.#python.open().catch(() => null))?.stop();
	}

	/** Resolves with whether all is as it should be; false also when it was stopped. */
	async prove(exercise: LocalExercise): Promise<boolean> {
		const turn = ++this.#turn;
		const current = () => turn === this.#turn;
		this.#tell('Python is loading', 0, null, []);
		try {
			const python = await this.#python.open();
			if (!current()) return false;
			return await this.#run(exercise, python, current);
		} catch {
			if (current()) this.#state = { kind: 'lost' };
			return false;
		}
	}

	async #run(exercise: LocalExercise, python: Python, current: () => boolean): Promise<boolean> {
		const { starter, wrong } = exercise;
		const solution = exercise.solution ?? '';
		const programs: { what: string; code: string; judge(report: Report): Finding }[] = [
			{ what: 'The solution', code: solution, judge: judgeSolution },
			{ what: 'The starter', code: starter, judge: judgeStarter },
			...wrong.map(({ name, code, caughtBy }) => ({
				what: `“${name}”`,
				code,
				judge: (report: Report) => judgeWrong(name, caughtBy, report),
			})),
		];
		const findings: Finding[] = [];
		for (const { what, code, judge } of programs) {
			this.#tell(what, findings.length, null, [...findings]);
			const outcome = await python.check(exercise, code);
			if (!current() || outcome.kind === 'stopped') return this.#cutOff(current);
			findings.push(judge(outcome.report));
		}
		if (!passes({ findings })) {
			this.#state = { kind: 'failed', findings };
			return false;
		}
		this.#tell('Small changes to the solution', findings.length, null, findings);
		const mutants = await mutantsOf(solution, python);
		if (!current()) return false;
		const total = programs.length + mutants.length;
		const alive: string[] = [];
		for (const [index, { id, source }] of mutants.entries()) {
			this.#tell(`Changed at ${id}`, programs.length + index, total, findings);
			const outcome = await python.check({ ...exercise, limits: mutantLimits }, source);
			if (!current() || outcome.kind === 'stopped') return this.#cutOff(current);
			if (outcome.report.status === 'pass') alive.push(id);
		}
		this.#state = { kind: 'done', proof: { findings, mutation: { total: mutants.length, alive } } };
		return true;
	}

	/** Somebody else took Python, such as another tab of the app's own pages. */
	#cutOff(current: () => boolean): false {
		if (current()) this.#state = { kind: 'stopped' };
		return false;
	}

	#tell(what: string, done: number, total: number | null, findings: readonly Finding[]): void {
		this.#state = { kind: 'running', progress: { what, done, total }, findings };
	}
}

/** Small changes of a program that its tests ought to notice, made by the judge's own Python. */
async function mutantsOf(solution: string, python: Python): Promise<Mutant[]> {
	let json = '';
	const result = await python.run(
		`import mutation, sys\nsys.stdout.write(mutation.mutants_json(${JSON.stringify(solution)}))\nNone`,
		{
			onRestart: () => (json = ''),
			onOutput: ({ text }) => (json += text),
		},
	);
	if (result.status === 'stopped') return [];
	if (result.status !== 'ok') throw new Error(result.problem?.text ?? 'No mutants were made.');
	return JSON.parse(json) as Mutant[];
}
