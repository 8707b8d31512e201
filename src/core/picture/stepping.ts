import type { Trace, TraceFrame, TraceObject, TraceValue } from '../trace';

/** A value to show; `id` leads to the object or frame of that number. */
export type ShownValue = { text: string; to: 'nothing' | 'object' | 'frame'; id: number };

export type ShownFrame = TraceFrame & {
	/** For example `suspended at line 4`. */
	doing: string;
	/** Who pulls, awaits or called it, and what it waits for; empty where that goes without saying. */
	relations: string[];
	shown: { name: string; value: ShownValue; changed: boolean }[];
};

export type ShownObject = {
	id: number;
	title: string;
	entries: { key: string; value: ShownValue }[];
	more: number;
	/** All that refers to it: `a`, `node.next`. More than one: the same object under several names. */
	names: string[];
};

export type StepView = {
	stack: ShownFrame[];
	parked: ShownFrame[];
	objects: ShownObject[];
	deep: number;
	output: string;
};

/** Everything that is there at one step. */
export function stepView(trace: Trace, at: number): StepView {
	const step = trace.steps[at]!;
	const objects = step.objects.map((index) => trace.objects[index]!);
	const stack = step.frames.map((index) => trace.frames[index]!);
	const parked = step.parked.map((index) => trace.frames[index]!);
	const frames = new Map([...stack, ...parked].map((frame) => [frame.id, frame]));
	const types = new Map(objects.map((object) => [object.id, object.type]));
	const value = (raw: TraceValue): ShownValue => shownValue(raw, types, frames);
	const before = new Map(
		(trace.steps[at - 1]?.frames ?? [])
			.concat(trace.steps[at - 1]?.parked ?? [])
			.map((index) => [trace.frames[index]!.id, trace.frames[index]!]),
	);
	const shown = (frame: TraceFrame): ShownFrame => {
		const earlier = before.get(frame.id);
		const known = new Map(earlier?.variables.map(([name, raw]) => [name, JSON.stringify(raw)]));
		return {
			...frame,
			doing: doing(frame),
			relations: relations(frame, frames),
			shown: frame.variables.map(([name, raw]) => ({
				name,
				value: value(raw),
				changed: earlier !== undefined && known.get(name) !== JSON.stringify(raw),
			})),
		};
	};
	return {
		stack: stack.map(shown),
		parked: parked.map(shown),
		objects: objects.map((object) => ({
			id: object.id,
			title: `${object.type} #${object.id}`,
			entries: entries(object, value),
			more: object.more,
			names: namesOf(object.id, [...stack, ...parked], objects),
		})),
		deep: step.deep,
		output: trace.output.slice(0, step.out),
	};
}

function shownValue(
	raw: TraceValue,
	types: Map<number, string>,
	frames: Map<number, TraceFrame>,
): ShownValue {
	if (typeof raw === 'string') return { text: raw, to: 'nothing', id: 0 };
	if (typeof raw === 'number')
		return { text: `${types.get(raw) ?? 'object'} #${raw}`, to: 'object', id: raw };
	const frame = frames.get(raw[0]);
	if (!frame) return { text: 'one that has ended', to: 'nothing', id: 0 };
	return { text: `${frame.kind} ${frame.name} #${frame.id}`, to: 'frame', id: frame.id };
}

function entries(
	object: TraceObject,
	value: (raw: TraceValue) => ShownValue,
): ShownObject['entries'] {
	switch (object.kind) {
		case 'fields':
			return object.contents.map(([key, raw]) => ({ key, value: value(raw) }));
		case 'dict':
			return object.contents.map(([key, raw]) => ({ key: value(key).text, value: value(raw) }));
		case 'set':
		case 'iterator':
			return object.contents.map((raw) => ({ key: '', value: value(raw) }));
		default:
			return object.contents.map((raw, index) => ({ key: String(index), value: value(raw) }));
	}
}

function namesOf(id: number, frames: TraceFrame[], objects: TraceObject[]): string[] {
	const names: string[] = [];
	for (const frame of frames) {
		for (const [name, raw] of frame.variables) {
			if (raw === id) names.push(frames.length > 1 ? `${name} in ${frame.name}` : name);
		}
	}
	for (const object of objects) {
		for (const entry of object.contents) {
			const raw = Array.isArray(entry) && entry.length === 2 ? entry[1] : entry;
			if (raw === id) names.push(`${object.type} #${object.id}`);
		}
	}
	return [...new Set(names)];
}

function doing({ state, line, file, waits }: TraceFrame): string {
	const where = file === 'tests' ? `the test's line ${line}` : `line ${line}`;
	switch (state) {
		case 'running':
			return `running, ${where}`;
		case 'calling':
			return `in a call on ${where}`;
		case 'suspended':
			return `suspended on ${where}`;
		case 'waiting':
			return waits ? `waits on ${where} for ${waits}` : `waits on ${where}`;
		case 'created':
			return 'not begun';
	}
}

const verbs: Record<TraceFrame['kind'], [passive: string, active: string]> = {
	module: ['called', 'calls'],
	function: ['called', 'calls'],
	generator: ['pulled', 'pulls'],
	coroutine: ['awaited', 'awaits'],
	'async generator': ['awaited', 'awaits'],
};

function relations(frame: TraceFrame, frames: Map<number, TraceFrame>): string[] {
	const found: string[] = [];
	const by = frame.by === null ? undefined : frames.get(frame.by);
	const on = frame.on === null ? undefined : frames.get(frame.on);
	if (by && frame.state !== 'created') {
		const last = frame.state === 'suspended' || frame.state === 'waiting' ? 'last ' : '';
		found.push(`${last}${verbs[frame.kind][0]} by ${by.name}`);
	}
	const isRunning = frame.state === 'running' || frame.state === 'calling';
	if (frame.kind === 'coroutine' && !by && isRunning) found.push('run by the event loop');
	if (frame.thread) found.push(`in ${frame.thread}`);
	if (on) found.push(`${verbs[on.kind][1]} ${on.name}`);
	return found;
}

/** The step as one sentence for everybody, also for those who only hear it. */
export function stepSaid(trace: Trace, at: number): string {
	const { thread } = trace.steps[at]!;
	const said = happens(trace, at);
	if (thread === null) return said;
	return `${thread.replace(/^the /, 'The ')}: ${said[0]!.toLowerCase()}${said.slice(1)}`;
}

function happens(trace: Trace, at: number): string {
	const step = trace.steps[at]!;
	const frame = trace.frames[step.frames[0]!]!;
	const where = step.file === 'tests' ? `The test's line ${step.line}` : `Line ${step.line}`;
	const name = frame.kind === 'module' ? '' : ` in ${frame.name}`;
	const value = step.value === null ? '' : valueText(trace, at);
	switch (step.event) {
		case 'line':
			return `${where}${name}.`;
		case 'return':
			return `${where}: ${frame.name} returns${value ? ` ${value}` : ''}.`;
		case 'yield':
			return `${where}: ${frame.name} yields${value ? ` ${value}` : ''} and is suspended.`;
		case 'wait':
			return `${where}: ${frame.name} waits; others may run.`;
		case 'raise':
			return `${where}${name} raises ${value.replace(/[.!?]$/, '')}.`;
	}
}

function valueText(trace: Trace, at: number): string {
	const step = trace.steps[at]!;
	const types = new Map(
		step.objects.map((index) => [trace.objects[index]!.id, trace.objects[index]!.type]),
	);
	const frames = new Map(
		[...step.frames, ...step.parked].map((index) => [
			trace.frames[index]!.id,
			trace.frames[index]!,
		]),
	);
	return shownValue(step.value!, types, frames).text;
}

/** The next step on one of the program's lines, onwards or backwards; null where there is none. */
export function stepOn(
	trace: Trace,
	at: number,
	lines: ReadonlySet<number>,
	direction: 1 | -1,
): number | null {
	for (let next = at + direction; next >= 0 && next < trace.steps.length; next += direction) {
		const { file, line, event } = trace.steps[next]!;
		if (file === 'solution' && event === 'line' && lines.has(line)) return next;
	}
	return null;
}
