/// <reference lib="webworker" />
import init, { PositionEncoding, Workspace, type Diagnostic } from '@astral-sh/ruff-wasm-web';
import address from '@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm?url';
import type { Answer, Question } from './messages';

declare const self: DedicatedWorkerGlobalScope;

/** Likely mistakes only: no taste, nothing that a person still typing would be nagged about. */
const settings = {
	'line-length': 100,
	'indent-width': 4,
	'target-version': 'py314',
	lint: { select: ['E4', 'E7', 'E9', 'F', 'B', 'PLE', 'RUF006', 'ASYNC'], ignore: ['E741'] },
};

const opened = init({ module_or_path: address }).then(
	() => new Workspace(settings, PositionEncoding.Utf16),
);
opened.catch(() => {});

self.onmessage = async ({ data }: MessageEvent<Question>) => {
	const say = (answer: Answer): void => self.postMessage(answer);
	const { id, kind, code } = data;
	try {
		const workspace = await opened;
		if (kind === 'format') say({ id, kind: 'formatted', code: workspace.format(code) });
		else say({ id, kind: 'remarks', remarks: workspace.check(code) as Diagnostic[] });
	} catch (error) {
		say({ id, kind: 'failed', text: error instanceof Error ? error.message : String(error) });
	}
};
