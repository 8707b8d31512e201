import type { Answer } from '../core/answer';

const day = 86_400_000;

/** After how many days an answer that is worth so much should be given again. */
const waits = [
	{ below: 0.5, days: 1 },
	{ below: 0.8, days: 3 },
	{ below: Infinity, days: 10 },
];

/** The rule of `isDue`, in words. */
export const dueRule =
	'A drill comes back a day after an answer worth less than 50 %, three days after one worth less than 80 %, and ten days after a better one.';

/** Whether a drill should be answered again, by its last answer. */
export function isDue(last: Pick<Answer, 'at' | 'score'>, now: Date): boolean {
	const wait = waits.find(({ below }) => last.score.overall < below)?.days ?? 0;
	return now.getTime() - Date.parse(last.at) >= wait * day;
}
