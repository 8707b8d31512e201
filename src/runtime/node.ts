import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exercise } from '../core/challenge';
import type { Enforced } from '../core/constraint';
import type { Report, RunResult } from '../core/report';
import { makeArtifacts, type Artifacts, type ImageName } from './build/artifacts';
import { check, HARD_LIMIT_GRACE, type Perform } from './checking';
import { toRunResult } from './ending';
import type { TraceOptions, TraceOutcome } from './port';
import type { Ending, Job, JobEvent } from './protocol';
import { toTraceOutcome, traceJob } from './tracing';
import type { HostMessage, JobOrder, ServeOrder } from './worker/host';

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

/** The first Node whose permissions are not an experiment. */
const PERMISSIONS_SINCE = 24;

type Pending = { onEvent: (event: JobEvent) => void; resolve: (ending: Ending) => void };

/**
 * Starts a host process; `image: 'none'` starts Python from sources. `threads`: how many jobs go on at
 * once, by default one a core. `reuse` puts interpreters back to their start instead of making new
 * ones, which is many times cheaper and moves a cost by a step or two, so by one in its third digit.
 */
export async function startNodePython(
	options: { image?: ImageName | 'none'; threads?: number; reuse?: boolean } = {},
): Promise<NodePython> {
	const { files, image: make, host, node } = await makeArtifacts();
	const wanted = options.image ?? 'modern';
	const modern = wanted === 'modern' ? await make('modern') : null;
	const image = wanted === 'none' ? null : (modern ?? (await make('plain')));
	const suspends = modern !== null;
	const { threads = availableParallelism(), reuse = false } = options;
	const order: ServeOrder = { files: { ...files, image, suspends }, threads, reuse };
	const child = fork(host, [JSON.stringify(order)], {
		execPath: node,
		execArgv: walls(files, host, node),
		env: {},
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		serialization: 'advanced',
	});
	const pending = new Map<number, Pending>();
	let next = 1;
	child.on('exit', (code) => {
		const ending: Ending = {
			type: 'crashed',
			text: `Python's host ended with ${code}.`,
			line: null,
		};
		for (const job of pending.values()) job.resolve(ending);
		pending.clear();
	});
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

/**
 * What keeps a program that finds its way out of Python from this machine: no code from strings, and
 * where Node has permissions, no file but those that Python is made of, no process and no network.
 */
function walls(files: Artifacts['files'], host: string, node: string): string[] {
	const strict = ['--no-warnings', '--disallow-code-generation-from-strings'];
	const own = node === process.execPath;
	if (own && Number(process.versions.node.split('.')[0]) < PERMISSIONS_SINCE) return strict;
	const folders = [files.directory, dirname(host), dirname(files.library)];
	const readable = [...new Set(folders)].map((folder) => `--allow-fs-read=${join(folder, '*')}`);
	return [...strict, '--permission', '--allow-worker', ...readable];
}
