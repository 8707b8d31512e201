import { rule, type Ruling } from '../coach/correct';
import { saidBefore, standingOf, type Standing } from '../coach/discussion';
import type { Design, StageName } from '../core/design';
import { happen, takeBack, type Discussion, type NewDiscussionEvent } from '../core/discussion';
import type { AppStorage } from '../storage/storage';
import type { Dictation } from './dictation.svelte';
import { Pad } from './pad.svelte';
import { Saver } from './saver';
import { Sketch } from './sketch.svelte';

type Means = { storage: AppStorage; dictation: Dictation; now: () => number };

/** One design discussion: question after question, and the picture beside it. */
export class Talk {
	#discussion = $state.raw<Discussion>() as Discussion;
	#standing = $state.raw<Standing>() as Standing;
	#earlier = $state.raw<readonly Discussion[]>([]);
	#saved = $state.raw(true);
	readonly design: Design;
	readonly sketch: Sketch;
	readonly pad: Pad;
	readonly #storage: AppStorage;
	readonly #saver = new Saver(() => this.#save());

	private constructor(
		design: Design,
		means: Means,
		stored: { sketch: Sketch; discussions: readonly Discussion[] },
	) {
		this.design = design;
		this.sketch = stored.sketch;
		this.#storage = means.storage;
		this.pad = new Pad(means.dictation, means.now, (text) => this.#typed(text));
		const open = stored.discussions.findLast(({ endedAt }) => endedAt === null);
		this.#discussion = open ?? means.storage.discussions.begin(design.slug);
		this.#earlier = stored.discussions.filter(({ endedAt }) => endedAt !== null);
		this.#standing = standingOf(design, this.#discussion.events);
		this.pad.reset(this.#discussion.draft);
	}

	/** Goes on with what was left unfinished, or begins. */
	static async open(design: Design, means: Means): Promise<Talk> {
		const [sketch, discussions] = await Promise.all([
			Sketch.open(design.slug, design.title, means.storage),
			means.storage.discussions.forSlug(design.slug),
		]);
		return new Talk(design, means, { sketch, discussions });
	}

	get standing(): Standing {
		return this.#standing;
	}
	/** Finished discussions before this one, oldest first. */
	get earlier(): readonly Discussion[] {
		return this.#earlier;
	}
	get saved(): boolean {
		return this.#saved;
	}

	/** What was said to a stage the last time; null when it was not answered. */
	before(stage: StageName): string | null {
		const last = this.#earlier.findLast(({ events }) => saidBefore(events, stage) !== null);
		return last ? saidBefore(last.events, stage) : null;
	}

	/** Hands in what is on the pad: the answer to the stage, or to the question that pressed on. */
	async submit(): Promise<void> {
		const text = this.pad.text.trim();
		if (text !== '') await this.#answer(text);
	}

	/** Goes on without an answer to the present question. */
	async pass(): Promise<void> {
		await this.#answer('');
	}

	/** Brings the last answer back, to be changed. */
	async takeBack(): Promise<void> {
		const discussion = takeBack(this.#discussion, this.#storage.discussions.now());
		this.pad.reset(discussion.draft);
		await this.#put(discussion);
	}

	/** Ends the discussion here. */
	async end(): Promise<void> {
		this.pad.reset();
		await this.#happen({ kind: 'ended' });
	}

	/** Says by hand which sentence earns a point. */
	async correct(stage: StageName, point: string, ruling: Ruling): Promise<void> {
		const standing = this.#standing.stages.find((one) => one.stage.name === stage);
		const meant = standing?.stage.points.find(({ id }) => id === point);
		if (!standing || !meant) return;
		const rulings = rule(meant, ruling, standing.sentences, [])
			.filter((correction) => correction.point === point)
			.map(({ sentence, earns }) => ({ sentence, earns }));
		await this.#happen({ kind: 'corrected', stage, point, rulings });
	}

	/** Begins again; this one stays among the earlier. */
	again(): void {
		if (this.#discussion.endedAt !== null) this.#earlier = [...this.#earlier, this.#discussion];
		this.#discussion = this.#storage.discussions.begin(this.design.slug);
		this.#standing = standingOf(this.design, []);
		this.pad.reset();
	}

	/** Saves what is still on its way. */
	async leave(): Promise<void> {
		this.pad.stop();
		await Promise.all([this.#saver.flush(), this.sketch.flush()]);
	}

	async #answer(text: string): Promise<void> {
		const { now } = this.#standing;
		if (now.kind === 'done') return;
		const stage = now.stage.name;
		this.pad.reset();
		await this.#happen(
			now.kind === 'answer'
				? { kind: 'answered', stage, text }
				: { kind: 'pressed', stage, probe: now.probe.id, text },
		);
		if (this.#standing.now.kind === 'done') await this.#happen({ kind: 'ended' });
	}

	async #happen(event: NewDiscussionEvent): Promise<void> {
		await this.#put(happen(this.#discussion, event, this.#storage.discussions.now()));
	}

	async #put(discussion: Discussion): Promise<void> {
		this.#standing = standingOf(this.design, discussion.events);
		const score = discussion.endedAt === null ? null : this.#standing.score;
		this.#discussion = { ...discussion, score };
		this.#saved = false;
		await this.#saver.flush();
	}

	#typed(draft: string): void {
		const changedAt = this.#storage.discussions.now().toISOString();
		this.#discussion = { ...this.#discussion, draft, changedAt };
		this.#saved = false;
		this.#saver.soon();
	}

	async #save(): Promise<void> {
		if (this.#saved) return;
		const sent = this.#discussion;
		await this.#storage.discussions.save(sent);
		if (this.#discussion === sent) this.#saved = true;
	}
}
