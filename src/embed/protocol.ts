import type {
	AnswerData,
	ErrorCode,
	InData,
	InType,
	OutData,
	OutType,
	WorkState,
} from './messages';

/** Around every message, in both directions. `re`: the `seq` of the call that is answered. */
export type Envelope<T extends string, D> = {
	ns: 'dryrun';
	v: 1;
	/** The instance, as the address's `id` names it. */
	id: string;
	type: T;
	/** Counts what one side has sent, from 1. */
	seq: number;
	re?: number;
	data: D;
};

/** A call of the page around the frame. */
export type Call = { [T in InType]: Envelope<T, InData[T]> }[InType];
/** News from the frame. */
export type News = { [T in OutType]: Envelope<T, OutData[T]> }[OutType];
/** The frame's answer to a call that worked; it has the call's type. */
export type Answer = {
	[T in Exclude<InType, 'hello'>]: Envelope<T, AnswerData[T]> & { re: number };
}[Exclude<InType, 'hello'>];

/** Characters of code in a message at most. */
export const longestCode = 200_000;
/** Characters of any other text in one. */
const longestText = 10_000;
const mostTests = 1000;

type Fields = { readonly [name: string]: unknown };

/** Reads a message of the page around the frame; null for anything that is not a whole call. */
export function readCall(message: unknown): Call | null {
	const call = envelope(message);
	if (!call) return null;
	const data = call.data;
	switch (call.type) {
		case 'hello':
		case 'code.get':
		case 'run':
		case 'check':
		case 'stop':
		case 'reset':
		case 'focus':
			return { ...call, type: call.type, data: {} };
		case 'code.set':
			return isCode(data.code) ? { ...call, type: call.type, data: { code: data.code } } : null;
		case 'theme': {
			const { theme, accent } = data;
			if (theme !== 'auto' && theme !== 'light' && theme !== 'dark') return null;
			if (accent === undefined) return { ...call, type: call.type, data: { theme } };
			if (typeof accent !== 'string' || !/^[0-9a-f]{6}$/i.test(accent)) return null;
			return { ...call, type: call.type, data: { theme, accent: accent.toLowerCase() } };
		}
		case 'state.set': {
			const state = readState(data.state);
			const { revision } = data;
			return state && isCount(revision)
				? { ...call, type: call.type, data: { state, revision } }
				: null;
		}
		default:
			return null;
	}
}

/** Reads a message of the frame: news, or an answer. Null for anything else. */
export function readNews(message: unknown): News | Answer | null {
	const news = envelope(message);
	if (!news) return null;
	const { type, data, re } = news;
	if (Object.hasOwn(outShapes, type) && outShapes[type as OutType](data))
		return { ...news, type, data } as unknown as News;
	if (re === undefined || !Object.hasOwn(answerShapes, type)) return null;
	return answerShapes[type as Answer['type']](data)
		? ({ ...news, type, data } as unknown as Answer)
		: null;
}

/** Reads what was kept of a learner's work; null for anything else. */
export function readState(value: unknown): WorkState | null {
	if (!isFields(value)) return null;
	const { code, hints, attempts, best } = value;
	const scored = best === null || (typeof best === 'number' && best >= 0 && best <= 1);
	return isCode(code) && isCount(hints) && isCount(attempts) && scored
		? { code, hints, attempts, best }
		: null;
}

const errorCodes: readonly ErrorCode[] = [
	'bad-parameter',
	'exercise-unknown',
	'exercise-unreachable',
	'python-lost',
	'not-allowed',
	'not-ready',
	'failed',
];

const outShapes: Record<OutType, (data: Fields) => boolean> = {
	ready: ({ versions, exercise, hash, capabilities }) =>
		isFields(versions) &&
		versions.protocol === 1 &&
		isExercise(exercise) &&
		isText(hash) &&
		isFields(capabilities) &&
		typeof capabilities.jspi === 'boolean' &&
		isText(capabilities.storage),
	resize: ({ height }) => Number.isFinite(height),
	'run.start': ({ run, what }) => isCount(run) && isWhat(what),
	'run.end': ({ run, what, status, ms }) =>
		isCount(run) && isWhat(what) && isText(status) && typeof ms === 'number',
	change: ({ dirty, length }) => typeof dirty === 'boolean' && isCount(length),
	result: (data) =>
		isCount(data.attempt) &&
		Number.isFinite(data.score) &&
		isCount(data.passed) &&
		isCount(data.total) &&
		typeof data.complete === 'boolean' &&
		isExercise(data.exercise) &&
		isText(data.exerciseHash) &&
		isText(data.codeHash) &&
		data.trust === 'client' &&
		isFields(data.report) &&
		Array.isArray(data.report.tests) &&
		data.report.tests.length <= mostTests,
	state: ({ state, revision }) => readState(state) !== null && isCount(revision),
	error: ({ code, message }) => errorCodes.includes(code as ErrorCode) && isText(message),
};

const nothing = () => true;

const answerShapes: Record<Answer['type'], (data: Fields) => boolean> = {
	'code.get': ({ code }) => isCode(code),
	'code.set': nothing,
	run: ({ run }) => isCount(run),
	check: ({ run }) => isCount(run),
	stop: nothing,
	reset: nothing,
	theme: nothing,
	'state.set': ({ revision }) => isCount(revision),
	focus: nothing,
};

function envelope(message: unknown): (Envelope<string, Fields> & { data: Fields }) | null {
	if (!isFields(message)) return null;
	const { ns, v, id, type, seq, re, data } = message;
	if (ns !== 'dryrun' || v !== 1 || typeof id !== 'string' || id.length > 100) return null;
	if (typeof type !== 'string' || !isCount(seq) || !isFields(data)) return null;
	if (re === undefined) return { ns, v, id, type, seq, data };
	return isCount(re) ? { ns, v, id, type, seq, re, data } : null;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCode(value: unknown): value is string {
	return typeof value === 'string' && value.length <= longestCode;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.length <= longestText;
}

function isWhat(value: unknown): boolean {
	return value === 'run' || value === 'check';
}

function isExercise(value: unknown): boolean {
	return isFields(value) && isText(value.slug) && isCount(value.version) && isText(value.title);
}
