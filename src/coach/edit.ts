import type { Day } from '../core/day';
import type { Block, BlockKind, Plan, PlanEdit } from '../core/plan';

/** The plan with one more edit. */
export function edited(plan: Plan, edit: PlanEdit): Plan {
	return { ...plan, edits: [...plan.edits, edit] };
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
