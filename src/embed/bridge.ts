import type {
	AnswerData,
	ErrorCode,
	InData,
	InType,
	OutData,
	OutType,
	ReadyData,
} from './messages';
import { readCall, type Call } from './protocol';

/** A call that cannot be answered as it was meant. */
export type Refusal = { refused: ErrorCode; message: string };

/** What the frame does when it is called. */
export type Actions = {
	[T in Exclude<InType, 'hello'>]: (
		data: InData[T],
	) => AnswerData[T] | Refusal | Promise<AnswerData[T] | Refusal>;
};

/** The window around the frame, as far as the bridge knows it. */
export type Parent = {
	postMessage(message: unknown, targetOrigin: string, transfer?: Transferable[]): void;
};

type Means = {
	id: string;
	/** The one origin that may see code; null: none may, and every parent may connect. */
	origin: string | null;
	parent: Parent;
	/** What `ready` says, or why it never will; null while that is not known yet. */
	ready(): ReadyData | Refusal | null;
	actions: Actions;
};

/** News that carry what the learner wrote. */
const confidential: readonly OutType[] = ['state'];

/**
 * The frame's end of the protocol. `ready` and `resize` go to whatever page is around it; everything
 * else goes over the port that came with this parent's `hello`.
 */
export class Bridge {
	readonly #means: Means;
	#port: MessagePort | null = null;
	#trusted = false;
	#seq = 0;
	/** The `seq` of a `hello` that came before there was anything to say. */
	#greeted: number | null = null;

	constructor(means: Means) {
		this.#means = means;
	}

	/** The end of a frame that shows no exercise: it answers every call with the reason. */
	static refusing(refusal: Refusal, parent: Parent): Bridge {
		const actions = new Proxy({} as Actions, { get: () => () => refusal });
		return new Bridge({ id: '', origin: null, parent, ready: () => refusal, actions });
	}

	/** Whether the page around the frame may see code. */
	get trusted(): boolean {
		return this.#trusted;
	}

	/** A message that reached the window. Only a whole `hello` of the right parent is heard. */
	receive(event: Pick<MessageEvent, 'source' | 'origin' | 'data' | 'ports'>): void {
		const { origin, parent } = this.#means;
		if (event.source !== (parent as unknown)) return;
		if (origin !== null && event.origin !== origin) return;
		const call = readCall(event.data);
		const [port] = event.ports;
		if (call?.type !== 'hello' || !port || event.ports.length !== 1) return;
		this.#port?.close();
		this.#port = port;
		this.#trusted = origin !== null;
		port.onmessage = ({ data }: MessageEvent) => {
			const asked = readCall(data);
			if (asked && port === this.#port) void this.#serve(asked);
		};
		this.#greeted = call.seq;
		this.announce();
	}

	/** Says `ready`, once that can be said. */
	announce(): void {
		const ready = this.#means.ready();
		if (!ready) return;
		const re = this.#greeted ?? undefined;
		this.#greeted = null;
		if ('refused' in ready) {
			this.#send('error', { code: ready.refused, message: ready.message }, re);
		} else if (re === undefined) this.tell('ready', ready);
		else this.#send('ready', ready, re);
	}

	/** Tells news to whom they may go. */
	tell<T extends OutType>(type: T, data: OutData[T]): void {
		const open = type === 'ready' || type === 'resize';
		if (this.#port) {
			if (this.#trusted || !confidential.includes(type)) this.#send(type, data);
		} else if (open) this.#means.parent.postMessage(this.#wrap(type, data), '*');
	}

	close(): void {
		this.#port?.close();
		this.#port = null;
	}

	async #serve(call: Call): Promise<void> {
		if (call.type === 'hello') return;
		const { seq } = call;
		if (call.type === 'code.get' && !this.#trusted) {
			const message =
				'Code goes only to the origin that the address of this frame names; add “origin=” with yours.';
			this.#send('error', { code: 'not-allowed', message }, seq);
			return;
		}
		const act = this.#means.actions[call.type] as (data: Call['data']) => object | Promise<object>;
		const answer = await act(call.data);
		if ('refused' in answer) {
			const { refused, message } = answer as Refusal;
			this.#send('error', { code: refused, message }, seq);
		} else this.#send(call.type, answer, seq);
	}

	#send(type: string, data: object, re?: number): void {
		this.#port?.postMessage(this.#wrap(type, data, re));
	}

	#wrap(type: string, data: object, re?: number): object {
		const { id } = this.#means;
		const message = { ns: 'dryrun', v: 1, id, type, seq: ++this.#seq, data };
		return re === undefined ? message : { ...message, re };
	}
}
