import type { Aspect } from '../../../core/report';
import type { Course } from '../course';
import { finding, lineOf, pointsFinding, quote, span, type Finding } from '../evidence';
import { splitSentences } from '../../sentences';
import { isCost } from '../../signals';

const measured: ReadonlySet<Aspect> = new Set(['growth', 'memory', 'laziness', 'concurrency']);

/** Measured costs hold, the costs can be said, and cost comes up before anybody asks. */
export function costAwareness(course: Course): Finding[] {
	const last = course.checks.at(-1);
	const tests = (last?.report.tests ?? []).filter(({ aspect }) => measured.has(aspect));
	const holding = tests.filter(({ status }) => status === 'pass');
	const unasked = course.turns
		.filter((turn) => turn.who === 'candidate' && ['clarify', 'code', 'test'].includes(turn.phase))
		.flatMap(({ text, at }) =>
			splitSentences(text).map((sentence) => ({ text: sentence.text, at })),
		)
		.find(({ text }) => isCost(text));
	return [
		finding(
			'What the judge measured holds',
			4,
			tests.length > 0 ? holding.length / tests.length : 0,
			tests.length > 0
				? [...tests]
						.sort((one) => (one.status === 'pass' ? 1 : -1))
						.slice(0, 3)
						.map((test) =>
							quote('report', test.evidence[0]?.text ?? lineOf(test), last?.at ?? null, test.line),
						)
				: [span(course, 'code', 'nothing was measured: no check reached these tests.')],
		),
		pointsFinding(course, 'cost', 'Can say what it costs', 4),
		finding(
			'Speaks of cost before being asked',
			2,
			unasked ? 1 : 0,
			unasked
				? [quote('said', unasked.text, unasked.at)]
				: [span(course, 'code', 'cost and memory did not come up.')],
		),
	];
}
