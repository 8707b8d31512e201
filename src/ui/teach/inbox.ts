import { tally } from '../../core/attempt';
import { claimed, differs, found, type Entry } from '../../state/teach/inbox.svelte';
import { verdictWords } from '../words';

export type Column = 'name' | 'exercise' | 'at' | 'verdict' | 'score';
export type Sorting = { by: Column; down: boolean };

/** What a learner is called in the table. */
export function nameOf({ attempt, file }: Entry): string {
	return attempt.learner?.trim() || file.replace(/\.attempt\.json$|\.json$/, '');
}

/** What judging has come to, in a word or two. */
export function stateOf(entry: Entry): string {
	switch (entry.judged.kind) {
		case 'waiting':
			return 'Waiting';
		case 'judging':
			return 'Judging…';
		case 'unknown':
			return 'Unknown exercise';
		case 'lost':
			return 'Not judged';
		case 'report':
			return verdictWords[entry.judged.report.status];
	}
}

/** What is said of it beside the verdict. */
export function remarksOf(entry: Entry): string[] {
	const remarks = [...entry.doubts];
	if (differs(entry)) {
		const { passed, total } = tally(entry.attempt.report);
		remarks.unshift(
			`Claimed: ${verdictWords[claimed(entry)].toLowerCase()}, ${passed} of ${total}.`,
		);
	}
	if (entry.judged.kind === 'unknown') {
		remarks.push(`There is no exercise called ${entry.attempt.exercise.slug} here; drop its pack.`);
	}
	if (entry.judged.kind === 'lost') remarks.push('Python could not be loaded; try again.');
	return remarks;
}

/** Entries in order of a column; equal ones keep theirs. */
export function sorted(entries: readonly Entry[], { by, down }: Sorting): Entry[] {
	const score = ({ judged, attempt }: Entry) => {
		const { passed, total } = tally(judged.kind === 'report' ? judged.report : attempt.report);
		return total === 0 ? 0 : passed / total;
	};
	const order = ['pass', 'fail', 'error'];
	const compare = (one: Entry, two: Entry): number => {
		switch (by) {
			case 'name':
				return nameOf(one).localeCompare(nameOf(two), 'en', { numeric: true });
			case 'exercise':
				return one.title.localeCompare(two.title, 'en');
			case 'at':
				return Date.parse(one.attempt.at) - Date.parse(two.attempt.at);
			case 'verdict':
				return (
					order.indexOf(found(one) ?? claimed(one)) - order.indexOf(found(two) ?? claimed(two))
				);
			case 'score':
				return score(one) - score(two);
		}
	};
	return entries.toSorted((one, two) => (down ? -compare(one, two) : compare(one, two)));
}
