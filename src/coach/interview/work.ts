import type { Day } from '../../core/day';
import type { Session } from '../../core/session';
import type { SessionWork } from '../../core/work';
import { overall } from './score';

/** An interview that is over as work that was done; null while it runs. */
export function interviewWork(
	{ id, startedAt, scenario, result }: Session,
	dayOf: (iso: string) => Day,
): SessionWork | null {
	if (!result) return null;
	return {
		kind: 'interview',
		id,
		at: startedAt,
		day: dayOf(startedAt),
		slug: scenario.slug,
		title: scenario.title,
		score: overall(result.marks) / 10,
		minutes: result.took / 60_000,
	};
}
