import { editBetween } from '../../../src/core/edit';
import type { Scenario } from '../../../src/core/interview';
import type { Aspect, Evidence, Report, TestReport, Verdict } from '../../../src/core/report';
import type { Box, Happening, Mode, Moment, Session } from '../../../src/core/session';
import { phaseOf, type Course } from '../../../src/coach/interview/course';
import { follow } from '../../../src/coach/interview/follow';
import { scenario as usual } from './scenario';

export const starter = 'def total(numbers):\n    raise NotImplementedError\n';

/** A candidate whose every act has its second; time passes only when it is told to. */
export class Rehearsal {
	readonly session: Session;
	readonly moments: Moment[] = [];
	#texts: Record<Box, string> = { code: starter, answer: '', aside: '', question: '', note: '' };

	constructor(mode: Mode = 'real', scenario: Scenario = usual) {
		this.session = {
			id: 'session',
			mode,
			scenario,
			version: 1,
			starter,
			startedAt: '2026-11-25T09:00:00.000Z',
			result: null,
		};
	}

	/** Something happens at a second of wall time. */
	at(second: number, ...happenings: Happening[]): this {
		for (const happening of happenings) {
			const seq = this.moments.length;
			this.moments.push({
				...happening,
				id: `m${seq}`,
				session: 'session',
				seq,
				at: Math.round(second * 1000),
			});
		}
		return this;
	}

	/** On to the next part. */
	next(second: number): this {
		return this.at(second, { kind: 'next', from: phaseOf(this.course(second)).kind });
	}

	/** Text is typed into a box, in one piece. */
	type(second: number, box: Box, text: string): this {
		const edit = editBetween(this.#texts[box], text);
		if (!edit) return this;
		this.#texts[box] = text;
		return this.at(second, { kind: 'type', box, edit, whole: false });
	}

	/** Typed for four seconds, then said. */
	answer(second: number, to: string, text: string, box: 'answer' | 'aside' = 'answer'): this {
		this.type(second - 4, box, text).at(second, { kind: 'answer', to, text });
		this.#texts[box] = '';
		return this;
	}

	/** The interview as it is at a second of wall time. */
	course(second: number): Course {
		return follow(this.session, this.moments, second * 1000);
	}
}

/** One test of a report. */
export function tested(
	id: string,
	status: Verdict,
	aspect: Aspect = 'correctness',
	evidence: Evidence[] = [],
): TestReport {
	return {
		id,
		title: `Title of ${id}`,
		status,
		aspect,
		line: status === 'pass' ? null : 2,
		message: status === 'pass' ? null : 'It gave 3 instead of 4.',
		expected: null,
		actual: null,
		output: '',
		cost: 1000,
		peakBytes: null,
		evidence,
		traceback: null,
	};
}

/** A check with these tests. */
export function check(...tests: TestReport[]): Happening {
	const status = tests.every((test) => test.status === 'pass') ? 'pass' : 'fail';
	const report: Report = { version: 1, status, message: null, problem: null, tests };
	return { kind: 'check', report };
}

/** Measured growth of some class. */
export function growth(fitted: string): Evidence {
	return {
		kind: 'growth',
		text: `The work grows like ${fitted}.`,
		points: [],
		reference: null,
		fitted,
		allowed: 'n log n',
	};
}

/** A run that printed something. */
export const run: Happening = {
	kind: 'run',
	outcome: { status: 'ok', said: 'total([1, 2]) is 3', passed: 2, total: 2 },
};

/** What the interviewer has said so far, apart from openings. */
export function said(course: Course): string[] {
	return course.turns
		.filter((turn) => turn.who === 'interviewer' && turn.kind !== 'opening')
		.map((turn) => turn.ask ?? turn.text);
}
