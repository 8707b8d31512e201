import type { NodePython } from '../../runtime/node';
import type { Exercise } from '../../core/challenge';
import type { Report } from '../../core/report';

export type Task = { exercise: Exercise; code: string };

/** Judges everything, as many at once as there are threads; reports are in the order of the tasks. */
export async function judgeAll(
	python: NodePython,
	tasks: Task[],
	threads: number,
	onProgress: (done: number) => void,
): Promise<Report[]> {
	const reports: Report[] = [];
	let next = 0;
	let done = 0;
	const work = async (): Promise<void> => {
		while (next < tasks.length) {
			const at = next++;
			const { exercise, code } = tasks[at]!;
			const { tests, solution, limits, files } = exercise;
			reports[at] = await python.check({ tests, solution, limits, ...(files && { files }) }, code);
			onProgress(++done);
		}
	};
	await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work));
	return reports;
}
