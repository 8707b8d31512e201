import { addDays, weekdayOf, type Day } from '../core/day';
import type { Block, Plan, PlanDay } from '../core/plan';
import { shares, warmUp } from './layout';

/** A block on a day. `from`: the day that it was moved from, when it was missed or skipped there. */
export type Place = { block: Block; from: Day | null };

type Entry = { day: Day; rest: PlanDay['rest']; places: readonly Place[] };

/** So many days a plan may grow beyond its end to find room for one block. */
const farthest = 60;

/** The days of a plan and the room on them; `done` tells when each block was done. */
export class Places {
	readonly #plan: Plan;
	readonly #days: Map<Day, Entry>;
	readonly #done: ReadonlyMap<string, Day>;

	constructor(plan: Plan, done: ReadonlyMap<string, Day>) {
		this.#plan = plan;
		this.#done = done;
		this.#days = new Map(
			plan.days.map(({ day, rest, blocks }) => [
				day,
				{ day, rest, places: blocks.map((block) => ({ block, from: null })) },
			]),
		);
	}

	/** In order. */
	get entries(): Entry[] {
		return [...this.#days.values()].sort((one, two) => (one.day < two.day ? -1 : 1));
	}

	/** What is not done by the end of the day `on`, revision apart. */
	open(day: Day, on: Day): Place[] {
		return this.#entry(day).places.filter(
			({ block }) => block.kind !== 'revise' && !this.#doneBy(block, on),
		);
	}

	put(day: Day, place: Place): void {
		const { rest, places } = this.#entry(day);
		const revision = place.block.kind === 'revise';
		const next = revision ? [place, ...places] : [...places, place];
		this.#days.set(day, { day, rest: revision ? rest : null, places: next });
	}

	/** Takes blocks off a day. */
	take(day: Day, ids: readonly string[]): void {
		const entry = this.#entry(day);
		const places = entry.places.filter(({ block }) => !ids.includes(block.id));
		this.#days.set(day, { ...entry, places });
	}

	/** Takes a block off whatever day it is on. */
	drop(id: string): void {
		for (const day of [...this.#days.keys()]) this.take(day, [id]);
	}

	/** Makes it a day without plans; what was done on it stays. */
	close(day: Day, on: Day): void {
		const { places } = this.#entry(day);
		const done = places.filter(({ block }) => this.#doneBy(block, on));
		this.#days.set(day, { day, rest: 'skipped', places: done });
	}

	/** Gives a day its warm-up as far as there is room, or none when there is nothing else to do. */
	warm(day: Day, on: Day): void {
		this.take(day, [`revise/${day}`]);
		if (this.#entry(day).places.length === 0) return this.close(day, on);
		const minutes = Math.min(this.room(day, on), shares(this.#plan.settings.minutes).revise);
		if (minutes >= 5) this.put(day, { block: warmUp(day, minutes), from: null });
	}

	/** Minutes left on a day, as seen on the day `on`; what was done before that takes none. */
	room(day: Day, on: Day): number {
		const taken = this.#entry(day)
			.places.filter(({ block }) => day === on || !this.#doneBy(block, on))
			.reduce((sum, { block }) => sum + block.minutes, 0);
		return this.#plan.settings.minutes - taken;
	}

	/** The first day from `earliest` with room for so many minutes; a new one at the end if need be. */
	find(minutes: number, on: Day, earliest: Day): Day | null {
		const free = this.entries.find(
			({ day, rest }) => day >= earliest && rest === null && this.room(day, on) >= minutes,
		);
		if (free) return free.day;
		const { interview, weekdays } = this.#plan.settings;
		const end = [...this.#days.keys()].sort().at(-1) ?? '';
		let last = end < earliest ? addDays(earliest, -1) : end;
		for (let ahead = 0; ahead < farthest; ahead++) {
			last = addDays(last, 1);
			if (interview !== null && last >= interview) return null;
			const rest = weekdays.includes(weekdayOf(last)) ? null : 'off';
			this.#days.set(last, { day: last, rest, places: [] });
			if (rest === null) return last;
		}
		return null;
	}

	#entry(day: Day): Entry {
		return this.#days.get(day) ?? { day, rest: 'off', places: [] };
	}

	#doneBy(block: Block, day: Day): boolean {
		const done = this.#done.get(block.id);
		return done !== undefined && done <= day;
	}
}
