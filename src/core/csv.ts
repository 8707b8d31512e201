/**
 * Rows as CSV (RFC 4180, CRLF). A cell that a spreadsheet would take for a formula gets an apostrophe
 * in front, so that what a stranger typed is shown and not computed.
 */
export function printCsv(rows: readonly (readonly (string | number | null)[])[]): string {
	return rows.map((row) => `${row.map(printCell).join(',')}\r\n`).join('');
}

function printCell(cell: string | number | null): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
