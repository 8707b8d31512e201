import { expect, test } from 'vitest';
import type { Question } from '../../src/editor/ruff/messages';
import { Ruff } from '../../src/editor/ruff/ruff';

/** Stands in for the worker; `answers` by kind of question. */
function ruffWith(answers: Record<Question['kind'], object>): Ruff {
	const port = {
		onmessage: null as ((event: MessageEvent) => void) | null,
		postMessage({ id, kind }: Question) {
			queueMicrotask(() => port.onmessage?.({ data: { id, ...answers[kind] } } as MessageEvent));
		},
	};
	return new Ruff(port as ConstructorParameters<typeof Ruff>[0]);
}

const failed = { kind: 'failed', text: 'no network' };
const at = (row: number, column: number) => ({ row, column });

test('a remark has its rule, place and fix, counted as the editor counts', async () => {
	const remarks = [
		{
			code: 'F401',
			message: '`os` imported but unused',
			start_location: at(1, 8),
			end_location: at(1, 10),
			fix: {
				message: 'Remove unused import: `os`',
				edits: [{ content: null, location: at(1, 1), end_location: at(2, 1) }],
			},
		},
	];
	const ruff = ruffWith({ lint: { kind: 'remarks', remarks }, format: failed });
	expect(await ruff.lint('import os\n')).toEqual([
		{
			code: 'F401',
			message: '`os` imported but unused',
			from: { line: 1, column: 7 },
			to: { line: 1, column: 9 },
			fix: {
				title: 'Remove unused import: `os`',
				edits: [{ from: { line: 1, column: 0 }, to: { line: 2, column: 0 }, text: '' }],
			},
		},
	]);
});

test('without Ruff there are no remarks, and a command says why nothing happens', async () => {
	const ruff = ruffWith({ lint: failed, format: failed });
	expect(await ruff.lint('x')).toEqual([]);
	expect(await ruff.format('x')).toEqual({
		ok: false,
		error: 'Ruff could not be loaded, so nothing was laid out anew. Try again with a network.',
	});
});
