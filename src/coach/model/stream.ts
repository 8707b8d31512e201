/** What one line of a streamed completion says. `alive`: nothing to show, but the server is at work. */
export type StreamEvent =
	| { kind: 'text'; text: string }
	| { kind: 'alive' }
	| { kind: 'end' }
	| { kind: 'error'; detail: string }
	| { kind: 'unreadable' };

/** Reads the whole lines of a stream of chat completions; `rest` is the line that is not over yet. */
export function readStream(buffer: string): { events: StreamEvent[]; rest: string } {
	const lines = buffer.split(/\r?\n/);
	const rest = lines.pop() ?? '';
	return { events: lines.flatMap(eventsOf), rest };
}

/** The text of a completion that came in one piece; null when it is none. */
export function readCompletion(body: string): string | null {
	const content = at(parse(body), 'choices', 0, 'message', 'content');
	return typeof content === 'string' ? content : null;
}

/** Names of the models in a server's list; null when it is no such list. */
export function readModels(body: string): string[] | null {
	const list = at(parse(body), 'data');
	if (!Array.isArray(list)) return null;
	const names = list.map((model) => at(model, 'id'));
	return names.filter((name) => typeof name === 'string').sort((one, two) => (one < two ? -1 : 1));
}

/** What a server says of an error, in at most 200 characters; null when it says nothing readable. */
export function readComplaint(body: string): string | null {
	const parsed = parse(body);
	const said = [
		at(parsed, 'error', 'message'),
		at(parsed, 'error'),
		at(parsed, 'message'),
		at(parsed, 'detail'),
	].find((candidate) => typeof candidate === 'string');
	return typeof said === 'string' && said.trim() !== '' ? clip(said.trim()) : null;
}

function eventsOf(line: string): StreamEvent[] {
	if (line.trim() === '') return [];
	if (/^(:|event:|id:|retry:)/.test(line)) return [{ kind: 'alive' }];
	const data = /^data:(.*)$/.exec(line)?.[1]?.trim();
	if (data === undefined) return [{ kind: 'unreadable' }];
	if (data === '[DONE]') return [{ kind: 'end' }];
	const parsed = parse(data);
	if (parsed === undefined) return [{ kind: 'unreadable' }];
	if (at(parsed, 'error')) {
		return [{ kind: 'error', detail: readComplaint(data) ?? 'It did not say why.' }];
	}
	const text = at(parsed, 'choices', 0, 'delta', 'content');
	const ended = typeof at(parsed, 'choices', 0, 'finish_reason') === 'string';
	return [
		typeof text === 'string' && text !== '' ? { kind: 'text', text } : { kind: 'alive' },
		...(ended ? [{ kind: 'end' } as const] : []),
	];
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function at(value: unknown, ...path: (string | number)[]): unknown {
	return path.reduce<unknown>(
		(here, step) =>
			typeof here === 'object' && here !== null
				? (here as { [name: string | number]: unknown })[step]
				: undefined,
		value,
	);
}

function clip(text: string): string {
	return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
