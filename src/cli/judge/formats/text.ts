import { scoreOf, type Row } from '../row';

const SHOWN = 3;

/** For people: a line a program, what is wrong below it, and a line for all. */
export function text(rows: Row[]): string {
	const lines = rows.flatMap((row) => {
		const { passed, total } = scoreOf(row.report);
		const count = total === 0 ? 'no test ran' : `${passed} of ${total} tests`;
		const who = row.attempt?.learner ? ` (${row.attempt.learner})` : '';
		const head = `${row.ok ? 'ok    ' : 'FAILED'} ${row.name}${who}: ${count}`;
		return [
			head,
			...(row.ok ? [] : details(row)),
			...(row.attempt?.differs ?? []).map((each) => `       differs: ${each}`),
		];
	});
	const good = rows.filter(({ ok }) => ok).length;
	const bad = rows.length - good;
	return `${lines.join('\n')}\n\n${good} ok, ${bad} failed\n`;
}

function details({ complaint, report }: Row): string[] {
	const failed = report.tests.filter((test) => test.status !== 'pass');
	const words = failed.slice(0, SHOWN).map((test) => {
		const line = test.line === null ? '' : ` (line ${test.line})`;
		return `${test.id}${line}: ${oneLine(test.message ?? 'failed')}`;
	});
	if (failed.length > SHOWN) words.push(`… and ${failed.length - SHOWN} more`);
	if (failed.length === 0 || !complaint?.startsWith(failed[0]!.title)) {
		const line = report.problem?.line ? ` (line ${report.problem.line})` : '';
		words.unshift(oneLine(complaint ?? '') + (report.message === null ? '' : line));
	}
	return words.map((each) => `       ${each}`);
}

function oneLine(words: string): string {
	return words.replace(/\s*\n\s*/g, ' ').trim();
}
