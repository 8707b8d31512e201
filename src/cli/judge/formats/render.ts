import type { Row } from '../row';
import type { Format } from '../usage';
import { classroom } from './classroom';
import { csv } from './csv';
import { gradescope } from './gradescope';
import { junit } from './junit';
import { text } from './text';

/** A file to write; `name` is null where there is one for all programs. */
export type Written = { name: string | null; text: string };

/** Rows in a format. Those of Gradescope and GitHub Classroom are about one program each. */
export function render(format: Format, rows: Row[], title: string): Written[] {
	const json = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
	switch (format) {
		case 'text':
			return [{ name: null, text: text(rows) }];
		case 'json':
			return [{ name: null, text: json(rows) }];
		case 'junit':
			return [{ name: null, text: junit(rows, title) }];
		case 'csv':
			return [{ name: null, text: csv(rows) }];
		case 'gradescope':
			return each(rows, 'results.json', (row) => json(gradescope(row)));
		case 'classroom':
			return each(rows, 'result.json', (row) => json(classroom(row)));
	}
}

function each(rows: Row[], file: string, write: (row: Row) => string): Written[] {
	if (rows.length === 1) return [{ name: null, text: write(rows[0]!) }];
	return rows.map((row) => ({ name: `${folderOf(row.name)}/${file}`, text: write(row) }));
}

/** A program's path without its ending and without what a file system would take for a way up. */
function folderOf(name: string): string {
	return name.replace(/(\.attempt)?\.(py|json)$/, '').replace(/(^|\/)\.+(?=\/|$)/g, '$1_');
}
