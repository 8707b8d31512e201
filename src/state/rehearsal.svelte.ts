import { contextOf, factsOf, scoreAnswer, type AnswerScore } from '../coach/answer';
import { rule, type Ruling } from '../coach/correct';
import { findMistakes, type Mistake } from '../coach/mistakes';
import { readingSeconds } from '../coach/reading';
import type { Answer, Sitting } from '../core/answer';
import type { Drill } from '../core/drill';
import type { AppStorage } from '../storage/storage';
import { Clock } from './clock.svelte';
import type { Dictation } from './dictation.svelte';
import { lastSitting, SittingKeeper } from './sitting.svelte';

/** `sure`: the answer is given, and its author says how sure of it they are. */
export type Phase = 'start' | 'reading' | 'answering' | 'sure' | 'scored';

/** What the page says aloud, once. */
export type Call = 'answer' | 'half' | 'ten' | 'over';

type Means = {
	storage: AppStorage;
	dictation: Dictation;
	/** Milliseconds; never goes back. */
	now: () => number;
	/** Asked once there is something to lose. */
	persist(): void;
};

/** One drill on the desk: reading, answering, and what came of it, now and before. */
export class Rehearsal {
	#phase = $state.raw<Phase>('start');
	#sitting = $state.raw<SittingKeeper | null>(null);
	#answers = $state.raw<readonly Answer[]>([]);
	#shown = $state.raw<Answer | null>(null);
	#call = $state.raw<Call | null>(null);
	#dropped = $state.raw<SittingKeeper | null>(null);
	readonly #means: Means;
	readonly drill: Drill;
	/** How long there is to read the question; seconds. */
	readonly readingTime: number;
	readonly reading: Clock;

	private constructor(drill: Drill, means: Means) {
		this.drill = drill;
		this.#means = means;
		this.readingTime = readingSeconds(drill.question.text);
		this.reading = new Clock(means.now, (elapsed) => {
			if (elapsed >= this.readingTime * 1000) this.answer();
		});
		means.storage.subscribe((change) => {
			const here = change.kind === 'answer' && change.slug === drill.slug;
			if (here || change.kind === 'everything') void this.#load();
		});
	}

	static async open(drill: Drill, means: Means): Promise<Rehearsal> {
		const rehearsal = new Rehearsal(drill, means);
		const [stored] = await Promise.all([lastSitting(drill.slug, means.storage), rehearsal.#load()]);
		if (stored) {
			rehearsal.#sitting = rehearsal.#keeper(stored);
			rehearsal.#phase = 'answering';
		}
		return rehearsal;
	}

	get phase(): Phase {
		return this.#phase;
	}
	get sitting(): SittingKeeper | null {
		return this.#sitting;
	}
	/** Newest first. */
	get answers(): readonly Answer[] {
		return this.#answers;
	}
	/** The answer whose score is shown. */
	get shown(): Answer | null {
		return this.#shown;
	}
	get call(): Call | null {
		return this.#call;
	}
	get dictation(): Dictation {
		return this.#means.dictation;
	}
	/** Whether a text that was thrown away can come back. */
	get undoable(): boolean {
		return this.#dropped !== null;
	}

	/** Shows the question and gives time to read it, or goes on with what was begun. */
	begin(): void {
		if (this.#sitting) {
			this.#phase = 'answering';
			return;
		}
		this.#shown = null;
		this.#call = null;
		this.reading.set(0);
		this.reading.start();
		this.#phase = 'reading';
	}

	/** Ends the reading; the clock of the answer runs. */
	answer(): void {
		this.reading.stop();
		this.#sitting ??= this.#keeper();
		this.#sitting.clock.start();
		this.#phase = 'answering';
		this.#call = 'answer';
	}

	type(text: string): void {
		this.#sitting?.type(text);
	}

	/** Begins or ends dictation. */
	dictate(): void {
		const sitting = this.#sitting;
		if (!sitting) return;
		if (this.dictation.status.kind === 'listening') {
			this.dictation.stop();
			return;
		}
		sitting.clock.start();
		this.dictation.start((heard, hearing) => sitting.hear(heard, hearing));
	}

	/** Stops the clock, early or late. */
	done(): void {
		if (!this.#sitting || this.#sitting.text.trim() === '') return;
		this.dictation.stop();
		this.#sitting.clock.stop();
		this.#phase = 'sure';
	}

	/** Back to the answer; its clock runs on. */
	goOn(): void {
		this.#sitting?.clock.start();
		this.#phase = 'answering';
	}

	/** Throws the text away and goes back to the start; `undo` brings it back. */
	async drop(): Promise<void> {
		const sitting = this.#sitting;
		this.reading.stop();
		this.#phase = 'start';
		this.#sitting = null;
		if (!sitting) return;
		this.dictation.stop();
		await sitting.end();
		await this.#means.storage.sittings.discard(sitting.id);
		if (sitting.text.trim() !== '') this.#dropped = sitting;
	}

	/** Brings back what was thrown away last. */
	async undo(): Promise<void> {
		const dropped = this.#dropped;
		if (!dropped) return;
		this.#dropped = null;
		const { id, text, mode, growth, clock } = dropped;
		const stored = await this.#means.storage.sittings.save({
			id,
			slug: this.drill.slug,
			text,
			mode,
			growth,
			elapsed: Math.round(clock.elapsed),
			sure: null,
			base: 0,
		});
		this.#sitting = this.#keeper(stored);
		this.#phase = 'answering';
	}

	/** Hands the answer in; `sure` from 0 to 1, null when it is not said. Resolves with the answer. */
	async handIn(sure: number | null): Promise<Answer | null> {
		const sitting = this.#sitting;
		if (!sitting || this.#phase !== 'sure') return null;
		await sitting.end();
		const { id, mode, growth, clock } = sitting;
		const text = sitting.text.trimEnd();
		const timing = { growth, end: Math.round(clock.elapsed) };
		const score = factsOf(this.drill, text, scoreAnswer(this.drill, { text, timing }));
		const { slug } = this.drill;
		const answer = await this.#means.storage.answers.handIn({
			...{ id, slug, text, mode, timing, sure, score },
			corrections: [],
			followUps: [],
		});
		this.#answers = [answer, ...this.#answers.filter((other) => other.id !== id)];
		this.#sitting = null;
		this.#dropped = null;
		this.#show(answer);
		this.#means.persist();
		return answer;
	}

	/** Shows the score of an answer given before; null for the start. False when there is none such. */
	show(id: string | null): boolean {
		if (id === null) {
			if (this.#phase === 'scored') this.#phase = this.#sitting ? 'answering' : 'start';
			return true;
		}
		if (this.#phase === 'scored' && this.#shown?.id === id) return true;
		const answer = this.#answers.find((candidate) => candidate.id === id);
		if (!answer) return false;
		this.#sitting?.leave();
		this.#show(answer);
		return true;
	}

	/** Says by hand which sentence earns a point. */
	async correct(point: string, ruling: Ruling): Promise<void> {
		const answer = this.#shown;
		const wanted = this.drill.points.find(({ id }) => id === point);
		if (!answer || !wanted) return;
		const { sentences } = this.scoreOf(answer);
		const corrections = rule(wanted, ruling, sentences, answer.corrections);
		const score = factsOf(this.drill, answer.text, this.scoreOf({ ...answer, corrections }));
		await this.#amend(answer, { corrections, score });
	}

	/** Keeps what was said to a follow-up; an empty text takes it away. */
	async followUp(question: string, text: string): Promise<void> {
		const answer = this.#shown;
		if (!answer) return;
		const others = answer.followUps.filter((one) => one.question !== question);
		const followUps = text.trim() === '' ? others : [...others, { question, text }];
		await this.#amend(answer, { followUps });
	}

	scoreOf(answer: Answer): AnswerScore {
		return scoreAnswer(this.drill, answer);
	}

	mistakesIn(text: string): Mistake[] {
		return findMistakes(text, contextOf(this.drill));
	}

	/** The page goes away or another is shown: the clock waits, and what is there is stored. */
	leave(): void {
		this.dictation.stop();
		this.reading.stop();
		if (this.#phase === 'reading') this.#phase = 'start';
		this.#sitting?.leave();
	}

	async #amend(
		answer: Answer,
		change: Partial<Pick<Answer, 'corrections' | 'followUps' | 'score'>>,
	): Promise<void> {
		this.#put({ ...answer, ...change });
		const stored = await this.#means.storage.answers.amend(answer.id, change);
		if (stored && this.#shown?.id === stored.id) this.#put(stored);
	}

	#put(answer: Answer): void {
		this.#shown = answer;
		this.#answers = this.#answers.map((other) => (other.id === answer.id ? answer : other));
	}

	#show(answer: Answer): void {
		this.#shown = answer;
		this.#phase = 'scored';
	}

	async #load(): Promise<void> {
		const answers = await this.#means.storage.answers.forSlug(this.drill.slug);
		this.#answers = answers.toReversed();
		const shown = this.#answers.find(({ id }) => id === this.#shown?.id);
		if (shown) this.#shown = shown;
		else if (this.#phase === 'scored') this.#phase = 'start';
	}

	#keeper(stored?: Sitting): SittingKeeper {
		const { storage, now } = this.#means;
		const limit = this.drill.seconds * 1000;
		const calls = [
			{ call: 'half', at: limit / 2 },
			{ call: 'ten', at: limit - 10_000 },
			{ call: 'over', at: limit },
		] as const;
		return new SittingKeeper(this.drill.slug, storage, now, stored, (elapsed) => {
			this.#call = calls.findLast(({ at }) => elapsed >= at)?.call ?? this.#call;
		});
	}
}
