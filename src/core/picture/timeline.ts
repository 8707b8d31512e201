import type { Evidence, Fate, Span, TaskLife } from '../report';
import { criticalPath, isOwn, type CriticalPiece } from './critical';
import { inSeconds, share } from './quantity';

type Timeline = Extract<Evidence, { kind: 'timeline' }>;

/** Places in percent of the whole time. `held`: waits for another task; `own`: for a call or sleep. */
export type Segment = {
	kind: 'held' | 'own' | 'block';
	left: number;
	width: number;
	/** For a sentence: `waits for a lock`. */
	what: string;
	start: number;
	end: number;
	line: number | null;
	cut: boolean;
};

export type TimelineRow = {
	name: string;
	left: number;
	width: number;
	start: number;
	end: number;
	fate: Fate;
	segments: Segment[];
	/** Where the critical path runs through it. */
	critical: { left: number; width: number }[];
};

export type TimelinePicture = {
	rows: TimelineRow[];
	/** How many of the program's tasks have no row. */
	missing: number;
	whole: number;
	path: CriticalPiece[];
	/** The moments at which something changes, in seconds. */
	moments: number[];
};

const mostMoments = 300;

/** A row a task over virtual time; a row a span in reports that know no more. */
export function timelinePicture({ spans, tasks, elapsed }: Timeline): TimelinePicture {
	const lives = tasks?.length ? tasks : spans.map(lifeOf);
	const whole = Math.max(elapsed, ...lives.map(({ end }) => end), ...spans.map(({ end }) => end));
	const path = tasks?.length ? criticalPath(tasks, elapsed) : [];
	const rows = lives.map((life) => rowOf(life, whole, path));
	const times = lives.flatMap(({ start, end, waits, blocks }) => [
		start,
		end,
		...[...waits, ...blocks].flatMap((part) => [part.start, part.end]),
	]);
	const moments = [...new Set(times)].sort((one, two) => one - two).slice(0, mostMoments);
	const known = new Set(lives.map(({ task }) => task));
	const missing = new Set(spans.map(({ task }) => task).filter((task) => !known.has(task))).size;
	return { rows, missing, whole, path, moments };
}

/** What every task does at a moment: those that live, in the order of their rows. */
export function atMoment(
	{ rows }: TimelinePicture,
	time: number,
): { name: string; does: string }[] {
	return rows
		.filter(({ start, end }) => start <= time && time <= end)
		.map(({ name, segments, end, fate }) => {
			const now = segments.find((part) => part.start <= time && time < part.end);
			if (now) return { name, does: now.what };
			const cut = segments.some((part) => part.cut && part.end === time);
			if (time === end) return { name, does: endings[fate] };
			return { name, does: cut ? 'is told that it is cancelled' : 'runs' };
		});
}

/** How a task ended, to follow its name. */
export const endings: Record<Fate, string> = {
	returned: 'returns',
	raised: 'raises an error',
	cancelled: 'is cancelled',
	pending: 'has not ended',
};

/** The critical path as sentences. */
export function pathSentences(path: readonly CriticalPiece[]): string[] {
	return path.map(
		({ task, start, end, what }) => `${inSeconds(start)} to ${inSeconds(end)}: ${task} ${what}`,
	);
}

function lifeOf({ task, label, start, end, outcome }: Span): TaskLife {
	const name = label || task;
	return { task: name, line: null, parent: null, start, end, outcome, waits: [], blocks: [] };
}

function rowOf(life: TaskLife, whole: number, path: readonly CriticalPiece[]): TimelineRow {
	const { task, start, end, outcome, waits, blocks } = life;
	const place = (from: number, to: number) => ({
		left: share(from, whole),
		width: share(to - from, whole),
	});
	const segments: Segment[] = [
		...waits.map((wait): Segment => ({
			kind: isOwn(wait) ? 'own' : 'held',
			...place(wait.start, wait.end),
			what: `waits for ${wait.for}${wait.line === null ? '' : ` on line ${wait.line}`}`,
			start: wait.start,
			end: wait.end,
			line: wait.line,
			cut: wait.cut,
		})),
		...blocks.map((block): Segment => ({
			kind: 'block',
			...place(block.start, block.end),
			what: `holds up the whole loop${block.line === null ? '' : ` on line ${block.line}`}`,
			...block,
			cut: false,
		})),
	].sort((one, two) => one.start - two.start);
	const critical = path
		.filter((piece) => piece.task === task)
		.map((piece) => place(piece.start, piece.end));
	return { name: task, ...place(start, end), start, end, fate: outcome, segments, critical };
}
