import { addDays, type Day } from '../core/day';
import type { Block, Plan, PlanDay, PlanEdit } from '../core/plan';
import type { Work } from '../core/work';
import { Places, type Place } from './places';
import { ticks } from './ticks';

/** A block on its day, as it turned out. `from`: the day where it was missed or skipped before. */
export type Placed = { block: Block; done: boolean; doneOn: Day | null; from: Day | null };

/** A day as it was, is, or will be; on a past day what is not done was missed. */
export type ArrangedDay = { day: Day; rest: PlanDay['rest']; blocks: Placed[] };

/** A block that did not stay on its day; `to` null: it has no place any more. */
export type Move = { block: Block; from: Day; to: Day | null };

export type Arranged = {
	days: ArrangedDay[];
	/** What was missed or put off and is still to be done. */
	moves: Move[];
	/** Blocks that no longer fit before the interview. */
	left: Block[];
};

/** What the present is like. `revised`: whether nothing is left of today's revision. */
export type Present = { day: Day; works: readonly Work[]; revised: boolean };

/**
 * A plan as it stands today: each past day is closed in turn, and what was missed there goes to the
 * first later day with room, at the end of the plan if need be, never beyond a day's minutes. Nothing
 * is lost: a block is done, on a day, or in `left`.
 */
export function arrange(plan: Plan, present: Present): Arranged {
	const course = new Course(plan, present);
	for (let day = plan.from; day <= present.day; day = addDays(day, 1)) {
		for (const edit of plan.edits) if (edit.on === day) course.apply(edit);
		if (day < present.day) course.close(day);
	}
	return course.arranged();
}

class Course {
	readonly #present: Present;
	readonly #places: Places;
	readonly #done: Map<string, Day>;
	readonly #interview: Day | null;
	#moves: Move[] = [];
	#left: { block: Block; from: Day }[] = [];

	constructor(plan: Plan, present: Present) {
		this.#present = present;
		this.#interview = plan.settings.interview;
		const added = plan.edits.flatMap((edit) => (edit.kind === 'add' ? [edit.block] : []));
		const blocks = [...plan.days.flatMap((day) => day.blocks), ...added];
		this.#done = ticks(blocks, present.works, plan.from);
		this.#places = new Places(plan, this.#done);
	}

	arranged(): Arranged {
		const { day: today } = this.#present;
		return {
			days: this.#places.entries.map(({ day, rest, places }) => ({
				day,
				rest,
				blocks: places.map((place) => this.#placed(place, day)),
			})),
			moves: this.#moves.filter(
				({ block, to }) => !this.#done.has(block.id) && (to === null || to >= today),
			),
			left: this.#left.map(({ block }) => block).filter(({ id }) => !this.#done.has(id)),
		};
	}

	/** Ends a day: what is not done moves on. Missed revision waits in the queue anyway. */
	close(day: Day): void {
		const missed = this.#places.open(day, day).map(({ block }) => ({ block, from: day }));
		if (missed.length > 0 || this.#left.length > 0) this.#settle(missed, day, addDays(day, 1));
	}

	apply(edit: PlanEdit): void {
		const { on } = edit;
		switch (edit.kind) {
			case 'skip': {
				const open = this.#places.open(edit.day, on);
				this.#places.close(edit.day, on);
				return this.#settle(
					open.map(({ block }) => ({ block, from: edit.day })),
					on,
					on,
				);
			}
			case 'move':
				return this.#exchange(edit.from, edit.to, on);
			case 'add':
				return this.#settle([{ block: edit.block, from: null }], on, on);
			case 'drop':
				this.#left = this.#left.filter(({ block }) => block.id !== edit.block);
				this.#moves = this.#moves.filter(({ block }) => block.id !== edit.block);
				return this.#places.drop(edit.block);
		}
	}

	/** The open blocks of two days change places; what does not fit there is found another place. */
	#exchange(from: Day, to: Day, on: Day): void {
		const last = this.#interview === null ? null : addDays(this.#interview, -1);
		const fits = (day: Day) => day >= on && (last === null || day <= last);
		if (from === to || !fits(from) || !fits(to)) return;
		const ways = [
			{ places: this.#places.open(from, on), out: from, into: to },
			{ places: this.#places.open(to, on), out: to, into: from },
		];
		for (const { places, out } of ways) {
			this.#places.take(out, [`revise/${out}`, ...places.map(({ block }) => block.id)]);
		}
		const homeless: { block: Block; from: Day }[] = [];
		for (const { places, out, into } of ways) {
			for (const place of places) {
				if (place.block.minutes <= this.#places.room(into, on)) this.#places.put(into, place);
				else homeless.push({ block: place.block, from: out });
			}
		}
		for (const { out } of ways) this.#places.warm(out, on);
		if (homeless.length > 0) this.#settle(homeless, on, on);
	}

	/** Finds places, first for blocks that had none; what comes from nowhere is new and not moved. */
	#settle(blocks: readonly { block: Block; from: Day | null }[], on: Day, earliest: Day): void {
		const waiting = [...this.#left, ...blocks];
		this.#left = [];
		for (const { block, from } of waiting) {
			const to = this.#places.find(block.minutes, on, earliest);
			if (to === null) this.#left.push({ block, from: from ?? on });
			else {
				this.#places.put(to, { block, from });
				if (!this.#places.entries.some(({ day, places }) => day === to && hasRevision(places))) {
					this.#places.warm(to, on);
				}
			}
			this.#moves = this.#moves.filter((move) => move.block.id !== block.id);
			if (from !== null || to === null) this.#moves.push({ block, from: from ?? on, to });
		}
	}

	#placed({ block, from }: Place, day: Day): Placed {
		if (block.kind === 'revise') {
			const done = this.#revised(day, block.minutes);
			return { block, from, done, doneOn: done ? day : null };
		}
		const doneOn = this.#done.get(block.id) ?? null;
		// A past day shows what was done by its end; what was done later is shown where it moved to.
		const done = doneOn !== null && (day >= this.#present.day || doneOn <= day);
		return { block, from, done, doneOn: done ? doneOn : null };
	}

	#revised(day: Day, minutes: number): boolean {
		const { works, revised, day: today } = this.#present;
		if (day > today) return false;
		const done = works.flatMap((work) =>
			work.kind === 'revise' && work.day === day ? [work] : [],
		);
		if (day < today) return done.length > 0;
		return revised || done.reduce((sum, work) => sum + work.minutes, 0) >= minutes - 1;
	}
}

function hasRevision(places: readonly Place[]): boolean {
	return places.some(({ block }) => block.kind === 'revise');
}
