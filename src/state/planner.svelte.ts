import { arrange, type Arranged, type ArrangedDay } from '../coach/arrange';
import { edited, extra, tell } from '../coach/edit';
import { layOut } from '../coach/layout';
import type { Standing, Syllabus } from '../coach/syllabus';
import { daysBetween, weekdayOf, type Day } from '../core/day';
import {
	settlePlan,
	type BlockKind,
	type Plan,
	type PlanEdit,
	type PlanSettings,
} from '../core/plan';
import type { Library } from './library.svelte';
import type { Journal } from './journal.svelte';
import type { Revision } from './revision.svelte';

/** After so many days an old plan says nothing about today. */
const stale = 120;

/** The plan: made, lived through, and changed by hand with a way back. */
export class Planner {
	#undo = $state.raw<{ plan: Plan | null; told: string } | null>(null);
	readonly #journal: Journal;
	readonly #revision: Revision;
	readonly #library: Library;
	readonly #sessions: Pick<Syllabus, 'interviews' | 'designs'>;
	readonly #arranged = $derived.by((): Arranged | null => {
		const { plan } = this;
		if (!plan) return null;
		const { day, works } = this.#journal;
		return arrange(plan, { day, works, revised: this.#revision.idle });
	});

	constructor(
		journal: Journal,
		revision: Revision,
		library: Library,
		sessions: Pick<Syllabus, 'interviews' | 'designs'>,
	) {
		this.#journal = journal;
		this.#revision = revision;
		this.#library = library;
		this.#sessions = sessions;
	}

	/** The plan in force; null when there is none or it was left behind long ago. */
	get plan(): Plan | null {
		const { plan, day } = this.#journal;
		return plan && daysBetween(plan.from, day) <= stale ? plan : null;
	}
	get arranged(): Arranged | null {
		return this.#arranged;
	}
	get day(): Day {
		return this.#journal.day;
	}
	/** Today as planned; null where the plan does not reach. */
	get today(): ArrangedDay | null {
		return this.#arranged?.days.find(({ day }) => day === this.day) ?? null;
	}
	/** The next day with something to do. */
	get next(): ArrangedDay | null {
		return (
			this.#arranged?.days.find(({ day, blocks }) => day > this.day && blocks.length > 0) ?? null
		);
	}
	/** Whether a day is one of rest by the plan; without a plan none is. */
	rests(day: Day): boolean {
		const { plan } = this;
		if (!plan) return false;
		const planned = this.#arranged?.days.find((each) => each.day === day);
		return planned ? planned.rest !== null : !plan.settings.weekdays.includes(weekdayOf(day));
	}

	/** Whether nothing is planned from today on. */
	get over(): boolean {
		return this.plan !== null && (this.today?.blocks.length ?? 0) === 0 && this.next === null;
	}
	/** What the last change did, while it can be taken back. */
	get told(): string | null {
		return this.#undo?.told ?? null;
	}

	/** Lays out fourteen days from today on. */
	async make(settings: PlanSettings): Promise<void> {
		await this.#library.refresh();
		const { day } = this.#journal;
		const settled = settlePlan(settings);
		const days = layOut(settled, day, this.#syllabus(settled), this.#standing());
		const told = this.plan ? 'Laid out anew from today.' : 'Laid out.';
		await this.#save({ settings: settled, from: day, days, edits: [] }, told);
	}

	async skip(day: Day, name: (day: Day) => string): Promise<void> {
		await this.#edit({ kind: 'skip', on: this.day, day }, name);
	}

	async move(from: Day, to: Day, name: (day: Day) => string): Promise<void> {
		await this.#edit({ kind: 'move', on: this.day, from, to }, name);
	}

	/** Takes a block off the plan for good. */
	async drop(block: string): Promise<void> {
		await this.#edit({ kind: 'drop', on: this.day, block }, (day) => day);
	}

	/** Adds what, for example, a mock interview showed to be needed; nothing without a plan. */
	async add(wanted: {
		kind: Exclude<BlockKind, 'revise'>;
		slug: string | null;
		title: string;
		minutes: number;
	}): Promise<void> {
		const { plan } = this;
		if (plan) await this.#edit(extra(plan, wanted, this.day), (day) => day);
	}

	/** Takes the last change back. */
	async undo(): Promise<void> {
		const before = this.#undo?.plan;
		this.#undo = null;
		if (!before) return;
		const { settings, from, days, edits } = before;
		await this.#journal.storage.plans.save({ settings, from, days, edits });
		await this.#journal.refresh();
	}

	/** Forgets the way back; called when the page is left. */
	leave(): void {
		this.#undo = null;
	}

	async #edit(edit: PlanEdit, name: (day: Day) => string): Promise<void> {
		const { plan } = this;
		if (plan) await this.#save(edited(plan, edit), tell(edit, name));
	}

	async #save(next: Omit<Plan, 'id' | 'at'>, told: string): Promise<void> {
		const before = this.plan;
		const { settings, from, days, edits } = next;
		await this.#journal.storage.plans.save($state.snapshot({ settings, from, days, edits }));
		await this.#journal.refresh();
		this.#undo = { plan: before, told };
	}

	#syllabus({ role }: PlanSettings): Syllabus {
		const order = this.#library.tracks.find(({ id }) => id === role)?.challenges;
		const challenges = order
			? order.flatMap((slug) => this.#library.find(slug) ?? [])
			: this.#library.challenges;
		return { challenges, drills: this.#journal.drills, ...this.#sessions };
	}

	#standing(): Standing {
		const scores = new Map<string, number>();
		const answers = this.#journal.works.filter((work) => work.kind === 'speak');
		for (const work of [...answers].sort((one, two) => (one.at < two.at ? -1 : 1))) {
			scores.set(work.slug, work.score);
		}
		return { states: this.#library.states, scores };
	}
}
