import type { Evidence, Pull } from '../report';

type Pulls = Extract<Evidence, { kind: 'pulls' }>;

/** Pulls that followed one another while the test was at one line. */
export type PullGroup = {
	/** The test's line; null where the report does not say. */
	during: string | null;
	/** `index` is the place in the log. */
	pulls: (Pull & { index: number })[];
};

/** What was pulled when: the groups in their order. */
export function pullGroups({ log }: Pulls): PullGroup[] {
	const groups: PullGroup[] = [];
	for (const [index, pull] of log.entries()) {
		const during = pull.during ?? null;
		const last = groups.at(-1);
		if (last && last.during === during) last.pulls.push({ ...pull, index });
		else groups.push({ during, pulls: [{ ...pull, index }] });
	}
	return groups;
}

/** The pulls of a group to show where there is room for `most`; `left` is how many are between. */
export function shownPulls({ pulls }: PullGroup, most: number) {
	if (pulls.length <= most) return { first: pulls, left: 0, last: [] };
	return { first: pulls.slice(0, most - 1), left: pulls.length - most, last: pulls.slice(-1) };
}

/** One pull as a sentence. */
export function pullSentence({ item, line, value, during }: Pull): string {
	const what = value ? `Item ${item + 1}, ${value},` : `Item ${item + 1}`;
	const who = line === null ? 'not by a line of yours' : `by your line ${line}`;
	const when = during ? `, while the test ran \`${during}\`` : '';
	return `${what} was taken ${who}${when}.`;
}

/** How many were taken, and how the source was left. */
export function pullEnding({ log, closed, ended, pulled = log.length }: Pulls): string {
	const beyond = pulled > log.length ? ` The first ${log.length} are shown.` : '';
	const left = closed ? 'closed' : ended ? 'came to its end' : 'left open';
	return `${pulled} taken in all.${beyond} The source was ${left === 'came to its end' ? 'read to its end' : left}.`;
}
