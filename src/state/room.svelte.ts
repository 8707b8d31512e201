import type { Challenge } from '../core/challenge';
import type { Box, Happening, Moment, Session } from '../core/session';
import { phaseOf, type Ask, type Course } from '../coach/interview/course';
import { resultOf } from '../coach/interview/debrief';
import { follow, reach, take } from '../coach/interview/follow';
import type { EditorMemory } from '../editor/memory';
import type { Handlers } from '../editor/handlers';
import type { Mark } from '../editor/marks';
import type { AppStorage } from '../storage/storage';
import type { Dictation } from './dictation.svelte';
import { InterviewBench } from './interviewbench.svelte';
import { marksOf } from './marks';
import { Paper } from './paper.svelte';
import type { PythonState } from './python.svelte';
import { Recorder, takeLeft } from './recorder';
import { Study } from './study.svelte';

/** How often time passes on the page; milliseconds. */
const tick = 250;

export type RoomMeans = {
	storage: AppStorage;
	python: PythonState;
	dictation: Dictation;
	newId(): string;
	/** Milliseconds, as `Date.now()` gives them. */
	now(): number;
	/** Called at a first pass. */
	persist(): void;
};

/** One interview that is going on, or is over: its course, its texts, its workbench. */
export class Room {
	#session = $state.raw() as Session;
	#moments = $state.raw<readonly Moment[]>([]);
	#course = $state.raw() as Course;
	#paper = $state.raw() as Paper;
	#elsewhere = $state.raw(false);
	#recorder: Recorder;
	#concluding: Promise<void> | null = null;
	readonly #study: Study;
	readonly #means: RoomMeans;
	readonly challenge: Challenge;
	readonly bench: InterviewBench;
	readonly editor: EditorMemory = { state: null };
	readonly handlers: Handlers = {
		change: (code) => this.type('code', code),
		run: () => void this.bench.run(),
		check: () => void this.bench.check(),
	};

	private constructor(
		session: Session,
		moments: readonly Moment[],
		challenge: Challenge,
		study: Study,
		means: RoomMeans,
	) {
		this.#study = study;
		this.#means = means;
		this.challenge = challenge;
		this.bench = new InterviewBench(challenge, means.python, study, {
			code: () => this.#program(),
			ran: (outcome) => this.#record({ kind: 'run', outcome }),
			checked: (report) => this.#record({ kind: 'check', report }),
			persist: means.persist,
		});
		this.#recorder = this.#resume(session, moments);
		const report = this.#course.checks.at(-1)?.report;
		if (report) this.bench.trial.show(report);
		means.storage.subscribe((change) => {
			const here = 'session' in change && change.session === session.id;
			if (here || change.kind === 'everything') this.#elsewhere = true;
		});
	}

	/** Opens an interview with all that happened in it. */
	static async open(session: Session, challenge: Challenge, means: RoomMeans): Promise<Room> {
		const { storage } = means;
		const study = new Study(challenge, storage);
		await takeLeft(session.id, storage.sessions);
		const [moments] = await Promise.all([storage.sessions.moments(session.id), study.load()]);
		return new Room(session, moments, challenge, study, means);
	}

	get session(): Session {
		return this.#session;
	}
	get moments(): readonly Moment[] {
		return this.#moments;
	}
	get course(): Course {
		return this.#course;
	}
	get over(): boolean {
		return this.#course.ended !== null;
	}
	get paused(): boolean {
		return this.#course.pausedAt !== null;
	}
	/** Whether another tab has gone on with this interview. */
	get elsewhere(): boolean {
		return this.#elsewhere;
	}
	get dictation(): Dictation {
		return this.#means.dictation;
	}
	get texts(): Readonly<Record<Box, string>> {
		return this.#paper.texts;
	}
	get marks(): readonly Mark[] {
		return marksOf(this.bench.trial);
	}
	/** The next hint that Study may give; null when there is none. */
	get hint(): { title: string; html: string } | null {
		if (this.#session.mode === 'real') return null;
		return this.challenge.hints[this.#course.hints.length] ?? null;
	}

	/** Lets time pass while the page is seen; returns the way out. */
	enter(): () => void {
		this.back();
		const ticking = setInterval(() => this.#pass(), tick);
		return () => {
			clearInterval(ticking);
			// A clean-up still sees what was true before the change that caused it.
			queueMicrotask(() => {
				void this.bench.stop();
				this.leave();
			});
		};
	}

	/** Goes on after the page was left. */
	back(): void {
		const last = this.#moments.at(-1);
		if (last?.kind === 'pause' && last.away) this.resume();
		this.#pass();
	}

	/** Saves what is still on its way. In Study the clock rests until somebody comes back. */
	leave(): void {
		this.#means.dictation.stop();
		if (this.#session.mode === 'study' && !this.#closed) {
			this.#write();
			this.#record({ kind: 'pause', away: true });
		}
		this.save();
	}

	/** Saves what is still on its way, when the page goes out of sight. */
	save(): void {
		this.#write();
		this.#recorder.leave();
	}

	type(box: Box, text: string): void {
		if (!this.#closed && this.texts[box] !== text) this.#paper.type(box, text);
	}

	/** Begins or ends dictation; what is heard is added to the box. */
	dictate(box: Box): void {
		const { dictation } = this.#means;
		if (dictation.status.kind === 'listening') dictation.stop();
		else if (!this.#closed) {
			dictation.start((heard) => {
				const text = this.texts[box];
				if (heard) this.type(box, text && !/\s$/.test(text) ? `${text} ${heard}` : text + heard);
			});
		}
	}

	/** Says what was written, as an answer to this question. */
	answer(ask: Ask): void {
		const box = ask.id === this.#course.interruption?.id ? 'aside' : 'answer';
		this.#send(box, (text) => ({ kind: 'answer', to: ask.id, text }));
	}

	question(): void {
		this.#send('question', (text) => ({ kind: 'question', text }));
	}

	note(): void {
		this.#send('note', (text) => ({ kind: 'note', text }));
	}

	/** Lets an interruption go without an answer. */
	dismiss(): void {
		const { interruption } = this.#course;
		if (!interruption || this.#closed) return;
		this.type('aside', '');
		this.#write();
		this.#record({ kind: 'dismiss', interruption: interruption.id });
	}

	next(): void {
		if (this.#closed) return;
		this.#write();
		this.#record({ kind: 'next', from: phaseOf(this.#course).kind });
	}

	pause(): void {
		this.#write();
		this.#record({ kind: 'pause', away: false });
	}

	resume(): void {
		this.#record({ kind: 'resume' });
	}

	async takeHint(): Promise<void> {
		const { hint } = this;
		if (!hint || this.#closed) return;
		const number = this.#course.hints.length + 1;
		this.#record({ kind: 'hint', hint: number, title: hint.title });
		if (this.#study.hints < number) await this.#study.nextHint();
	}

	end(): void {
		this.#write();
		this.#record({ kind: 'end' });
	}

	/** Goes on here with what another tab has done. */
	async takeOver(): Promise<void> {
		const { sessions } = this.#means.storage;
		const [session, moments] = await Promise.all([
			sessions.get(this.#session.id),
			sessions.moments(this.#session.id),
		]);
		this.#paper.close();
		this.#recorder = this.#resume(session ?? this.#session, moments);
		this.#elsewhere = false;
	}

	#program(): string | null {
		if (this.#closed) return null;
		this.#write();
		return this.texts.code;
	}

	get #closed(): boolean {
		return this.over || this.paused || this.#elsewhere;
	}

	#resume(session: Session, moments: readonly Moment[]): Recorder {
		const { storage, newId, now } = this.#means;
		const wall = Math.max(0, now() - Date.parse(session.startedAt));
		this.#session = session;
		this.#moments = moments;
		this.#course = follow(session, moments, wall);
		const { boxes } = this.#course;
		const recorder = new Recorder(session, moments, boxes, { store: storage.sessions, newId, now });
		this.#paper = new Paper(boxes, recorder, (moment) => this.#add(moment));
		return recorder;
	}

	#pass(): void {
		if (!this.#elsewhere) this.#show(reach(this.#course, this.#recorder.at));
	}

	#record(happening: Happening): void {
		if (!this.#elsewhere) this.#add(this.#recorder.record(happening));
	}

	#add(moment: Moment): void {
		this.#moments = [...this.#moments, moment];
		this.#show(take(this.#course, moment));
	}

	/** Boxes that the interview has emptied are empty on the page; an end is concluded once. */
	#show(course: Course): void {
		const before = this.#course.boxes;
		this.#course = course;
		const taken = (Object.keys(before) as Box[]).filter(
			(box) => before[box] !== '' && course.boxes[box] === '',
		);
		this.#paper.clear(taken.filter((box) => box !== 'code'));
		const result = this.#session.result ? null : resultOf(course);
		if (result) this.#concluding ??= this.#conclude(result);
	}

	async #conclude(result: NonNullable<Session['result']>): Promise<void> {
		await this.#recorder.flush();
		const kept = await this.#means.storage.sessions.conclude(this.#session.id, result);
		this.#session = kept ?? { ...this.#session, result };
	}

	#write(): void {
		if (!this.#elsewhere) this.#paper.write();
	}

	#send(box: Box, make: (text: string) => Happening): void {
		const text = this.texts[box].trim();
		if (!text || this.#closed) return;
		this.#means.dictation.stop();
		this.#write();
		this.#record(make(text));
	}
}
