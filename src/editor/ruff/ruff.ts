import type { Diagnostic } from '@astral-sh/ruff-wasm-web';
import { failure, success, type Result } from '../../core/errors';
import type { Remark, Spot } from '../help';
import type { Answer, Question } from './messages';

type Port = Pick<Worker, 'postMessage'> & { onmessage: ((event: MessageEvent) => void) | null };

/** Ruff in a worker of its own, which fetches it; one for the page. */
export class Ruff {
	readonly #port: Port;
	readonly #waiting = new Map<number, (answer: Answer) => void>();
	#next = 1;

	constructor(port: Port) {
		this.#port = port;
		port.onmessage = ({ data }: MessageEvent<Answer>) => {
			this.#waiting.get(data.id)?.(data);
			this.#waiting.delete(data.id);
		};
	}

	/** Starts the worker, which begins to fetch. */
	static start(): Ruff {
		return new Ruff(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
	}

	/** Remarks on the text; none when Ruff could not be had. */
	async lint(code: string): Promise<Remark[]> {
		const answer = await this.#ask('lint', code);
		return answer.kind === 'remarks' ? answer.remarks.map(remark) : [];
	}

	/** The text laid out anew, or a sentence that says why not. */
	async format(code: string): Promise<Result<string, string>> {
		const answer = await this.#ask('format', code);
		if (answer.kind === 'formatted') return success(answer.code);
		const [broken] = (await this.lint(code)).filter((each) => each.code === null);
		return failure(
			broken
				? `Line ${broken.from.line} is no Python yet, so nothing was laid out anew: ${broken.message}`
				: 'Ruff could not be loaded, so nothing was laid out anew. Try again with a network.',
		);
	}

	#ask(kind: Question['kind'], code: string): Promise<Answer> {
		const id = this.#next++;
		return new Promise((resolve) => {
			this.#waiting.set(id, resolve);
			this.#port.postMessage({ id, kind, code } satisfies Question);
		});
	}
}

function remark({ code, message, start_location, end_location, fix }: Diagnostic): Remark {
	const isBroken = code === null || code === 'invalid-syntax';
	return {
		code: isBroken ? null : code,
		message: message.replace(/^SyntaxError: /, ''),
		from: spot(start_location),
		to: spot(end_location),
		fix: fix && {
			title: fix.message ?? 'Fix it',
			edits: fix.edits.map(({ content, location, end_location: end }) => ({
				from: spot(location),
				to: spot(end),
				text: content ?? '',
			})),
		},
	};
}

function spot({ row, column }: { row: number; column: number }): Spot {
	return { line: row, column: column - 1 };
}
