import { scoreOf, type Row } from '../row';

const HEAD = [
	...['program', 'learner', 'exercise', 'ok', 'status', 'passed', 'total', 'score', 'message'],
	...['at', 'claimed', 'differs'],
];

/** RFC 4180, a line a program. No cell can be taken for a formula by a spreadsheet. */
export function csv(rows: Row[]): string {
	const lines = rows.map((row) => {
		const { passed, total, score } = scoreOf(row.report);
		const { attempt } = row;
		return [
			...[row.name, attempt?.learner ?? '', row.exercise, row.ok ? 'yes' : 'no', row.report.status],
			...[passed, total, Math.round(score * 1000) / 1000, row.complaint ?? ''],
			...[attempt?.at ?? '', attempt?.claimed ?? '', attempt?.differs.join('; ') ?? ''],
		];
	});
	return [HEAD, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const harmless = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
