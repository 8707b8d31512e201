import type { Day } from '../core/day';
import type { Block, BlockKind, Plan, PlanEdit } from '../core/plan';

/** The plan with one more edit, as a new row. */
export function edited(plan: Plan, edit: PlanEdit, row: { id: string; at: string }): Plan {
	return { ...plan, ...row, edits: [...plan.edits, edit] };
}

/** The plan without its last edit, as a new row; null when there is none. */
export function undone(plan: Plan, row: { id: string; at: string }): Plan | null {
	return plan.edits.length === 0 ? null : { ...plan, ...row, edits: plan.edits.slice(0, -1) };
}

/** One thing more for a plan, for example what a mock interview showed to be needed. */
export function extra(
	plan: Plan,
	wanted: {
		kind: Exclude<BlockKind, 'revise'>;
		slug: string | null;
		title: string;
		minutes: number;
	},
	on: Day,
): PlanEdit {
	const turn = plan.edits.filter(({ kind }) => kind === 'add').length + 1;
	const minutes = Math.min(wanted.minutes, plan.settings.minutes);
	const id = `${wanted.kind}/${wanted.slug ?? 'any'}/extra ${turn}`;
	const block: Block = { ...wanted, id, minutes, since: on, part: 1, parts: 1 };
	return { kind: 'add', on, block };
}

/** What an edit did, in a sentence. `name` tells a day as a person would. */
export function tell(edit: PlanEdit, name: (day: Day) => string): string {
	switch (edit.kind) {
		case 'skip':
			return `${name(edit.day)} is free now; its work found other days.`;
		case 'move':
			return `${name(edit.from)} and ${name(edit.to)} have changed places.`;
		case 'add':
			return `“${edit.block.title}” was added.`;
		case 'drop':
			return 'It was taken off the plan.';
	}
}
