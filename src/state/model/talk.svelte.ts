import type { ModelFailure } from '../../coach/model/failure';
import { promptFor, type Exchange } from '../../coach/model/prompt';
import { readReply, type Reply } from '../../coach/model/reply';
import type { ModelPort } from './port';

/** `waiting`: asked, and nothing has come yet. */
export type TalkPhase = 'quiet' | 'waiting' | 'speaking';

/** Whom to ask, and what that is called on the page; null when nobody may be asked. */
export type Partner = { port: ModelPort; name: string };

/** What a model says about one answer. */
export class Talk {
	#reply = $state.raw<Reply | null>(null);
	#phase = $state.raw<TalkPhase>('quiet');
	#failure = $state.raw<ModelFailure | null>(null);
	#by = $state.raw('');
	#running: AbortController | null = null;
	readonly #partner: () => Partner | null;

	constructor(partner: () => Partner | null) {
		this.#partner = partner;
	}

	get phase(): TalkPhase {
		return this.#phase;
	}
	/** As far as it has come; null before the first word. */
	get reply(): Reply | null {
		return this.#reply;
	}
	/** Why the last one did not come to its end. */
	get failure(): ModelFailure | null {
		return this.#failure;
	}
	/** Whose words these are. */
	get by(): string {
		return this.#by;
	}

	/** Asks anew; what was said before stays until something else comes. */
	async ask(exchange: Exchange): Promise<void> {
		const partner = this.#partner();
		if (!partner || this.#running) return;
		const running = new AbortController();
		this.#running = running;
		this.#phase = 'waiting';
		this.#failure = null;
		const saying = partner.port.ask(promptFor(exchange), running.signal);
		let text = '';
		for (;;) {
			const step = await saying.next();
			if (running !== this.#running) return;
			if (step.done) {
				this.#failure = step.value;
				break;
			}
			text += step.value;
			if (text.trim() === '') continue;
			this.#reply = readReply(text);
			this.#by = partner.name;
			this.#phase = 'speaking';
		}
		this.#running = null;
		this.#phase = 'quiet';
	}

	/** What came so far stays. */
	stop(): void {
		this.#running?.abort();
	}
}
