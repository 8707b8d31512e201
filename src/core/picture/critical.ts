import type { TaskLife, TaskWait } from '../report';

/** One piece of the path, in virtual seconds; `what` fits after the task's name. */
export type CriticalPiece = { task: string; start: number; end: number; what: string };

const least = 1e-9;
const most = 500;

/** Whether nothing but time ends the wait: a call or a sleep, not another task. */
export function isOwn(wait: TaskWait): boolean {
	if (wait.on.length > 0) return false;
	return /(\)|…| of sleep)$/.test(wait.for) || (wait.for === 'a future' && wait.by === null);
}

type Part = { start: number; end: number; wait: TaskWait | null };

/**
 * The chain of waits and blocking calls that made the program take as long as it did: from the end of
 * the first task back to its beginning, over to whoever ended each wait. In the order of time.
 */
export function criticalPath(tasks: readonly TaskLife[], elapsed: number): CriticalPiece[] {
	const byName = new Map(tasks.map((task) => [task.task, task]));
	const path: CriticalPiece[] = [];
	const been = new Set<string>();
	let task = tasks[0];
	let time = elapsed;
	for (let turn = 0; task && time > least && turn < most; turn++) {
		const part = lastPart(task, time);
		if (!part || part.end < time - least) {
			// Nothing of its own: the loop was held up, or it was not there yet.
			const from = part?.end ?? task.start;
			const block = time - from > least ? blockBefore(tasks, from, time) : null;
			if (block) path.push(block);
			time = block?.start ?? from;
			if (!part && time <= task.start + least)
				task = task.parent ? byName.get(task.parent) : undefined;
			continue;
		}
		const key = `${task.task} ${time}`;
		const other = part.wait && !been.has(key) ? wakerOf(part.wait, byName) : undefined;
		been.add(key);
		if (other && other !== task && other.start < time - least) {
			task = other;
			continue;
		}
		path.push({ task: task.task, start: part.start, end: time, what: whatOf(part) });
		time = part.start;
	}
	return path.reverse();
}

function whatOf({ wait }: Part): string {
	if (!wait) return 'holds up the loop';
	return `waits for ${wait.for}`;
}

function lastPart(task: TaskLife, time: number): Part | undefined {
	const parts: Part[] = [
		...task.waits.map((wait) => ({ start: wait.start, end: wait.end, wait })),
		...task.blocks.map(({ start, end }) => ({ start, end, wait: null })),
	];
	return parts
		.filter(({ start, end }) => start < time - least && end > start)
		.sort((one, two) => one.start - two.start)
		.at(-1);
}

/** The task that ended a wait: the one that is known to, else the last of those it waited for. */
function wakerOf(wait: TaskWait, byName: Map<string, TaskLife>): TaskLife | undefined {
	if (isOwn(wait)) return undefined;
	const known = wait.by === null ? undefined : byName.get(wait.by);
	if (known) return known;
	return wait.on
		.map((name) => byName.get(name))
		.filter((task) => task !== undefined)
		.filter(({ end }) => Math.abs(end - wait.end) < least)
		.at(-1);
}

function blockBefore(tasks: readonly TaskLife[], from: number, time: number): CriticalPiece | null {
	for (const { task, blocks } of tasks) {
		const block = blocks.find(({ start, end }) => start < time - least && end > from + least);
		if (block)
			return { task, start: Math.max(from, block.start), end: time, what: 'holds up the loop' };
	}
	return null;
}
