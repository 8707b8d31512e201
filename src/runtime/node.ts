import { fork } from 'node:child_process';
import type { Exercise } from '../core/challenge';
import type { Enforced } from '../core/constraint';
import type { Report, RunResult } from '../core/report';
import { makeArtifacts, type ImageName } from './build/artifacts';
import { check, HARD_LIMIT_GRACE, type Perform } from './checking';
import { toRunResult } from './ending';
import type { TraceOptions, TraceOutcome } from './port';
import type { Ending, Job, JobEvent } from './protocol';
import { toTraceOutcome, traceJob } from './tracing';
import type { Files, HostMessage, JobOrder } from './worker/host';

/** The same judge under Node: same module, same memory image, same reports. */
export type NodePython = {
	check(exercise: Exercise, code: string, constraints?: Enforced): Promise<Report>;
	run(code: string, options?: { stdin?: string; seconds?: number }): Promise<RunResult>;
	trace(code: string, options?: TraceOptions): Promise<TraceOutcome>;
	/**
	 * Python code of our own in a fresh interpreter; answers the string it ends with. `suspends`: with
	 * threads.
	 */
	script(code: string, seconds?: number, suspends?: boolean): Promise<string>;
	close(): void;
};

/** Nobody waits in front of a batch, and its machine may be busy: wall time counts for less. */
const PATIENCE = 4;

type Pending = { onEvent: (event: JobEvent) => void; resolve: (ending: Ending) => void };

/** Starts a host process; `image: 'none'` starts Python from sources each time. */
export async function startNodePython(
	options: { image?: ImageName | 'none' } = {},
): Promise<NodePython> {
	const { files, image: make, host, node } = await makeArtifacts();
	const wanted = options.image ?? 'modern';
	const modern = wanted === 'modern' ? await make('modern') : null;
	const image = wanted === 'none' ? null : (modern ?? (await make('plain')));
	const suspends = modern !== null;
	const argument = JSON.stringify({ files: { ...files, image, suspends } satisfies Files });
	const child = fork(host, [argument], { execPath: node, execArgv: [], serialization: 'advanced' });
	const pending = new Map<number, Pending>();
	let next = 1;
	await new Promise<void>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`Python's host ended with ${code}.`)));
		child.on('message', (message: HostMessage) => {
			if ('ready' in message) return resolve();
			const job = pending.get(message.id);
			if (!job) return;
			if ('event' in message) return job.onEvent(message.event);
			pending.delete(message.id);
			job.resolve(message.ending);
		});
	});
	const send = (job: JobOrder['job'], seconds: number, onEvent: (event: JobEvent) => void) =>
		new Promise<Ending>((resolve) => {
			const order: JobOrder = { id: next++, job, seconds };
			pending.set(order.id, { onEvent, resolve });
			child.send(order);
		});
	const perform: Perform = (job, onEvent) => {
		const seconds = job.kind === 'check' ? job.limits.seconds : job.seconds;
		return send(job, seconds + HARD_LIMIT_GRACE, onEvent);
	};
	const patient = (exercise: Exercise): Exercise => {
		const { seconds, cost } = exercise.limits;
		return { ...exercise, limits: { seconds: seconds * PATIENCE, cost } };
	};
	return {
		async script(code, seconds = 60, suspends = false) {
			const ending = await send({ kind: 'script', code, suspends }, seconds, () => {});
			if (ending.type === 'result') return ending.json;
			throw new Error(ending.type === 'crashed' ? ending.text : 'The script took too long.');
		},
		async check(exercise, code, constraints) {
			const outcome = await check(perform, patient(exercise), code, undefined, constraints);
			if (outcome.kind === 'stopped') throw new Error('Nobody can stop a check under Node.');
			return outcome.report;
		},
		async run(code, { stdin = '', seconds = 10 } = {}) {
			const job: Job = { kind: 'run', code, stdin, tests: null, solution: null, seconds };
			let truncated = false;
			const ending = await perform(job, (event) => (truncated ||= event.type === 'truncated'));
			return toRunResult(ending, truncated);
		},
		async trace(code, options = {}) {
			return toTraceOutcome(await perform(traceJob(code, options), () => {}));
		},
		close: () => void child.disconnect(),
	};
}
