import { criteria, type Criterion } from '../../core/session';
import type { Course } from './course';
import type { Finding } from './evidence';
import { codeQuality } from './rubric/quality';
import { communication } from './rubric/communication';
import { correctness } from './rubric/correctness';
import { costAwareness } from './rubric/cost';
import { problemSolving } from './rubric/solving';
import { speed } from './rubric/speed';
import { testing } from './rubric/testing';

/** One line of the rubric: `marks` of 10, from findings that each quote their evidence. */
export type Score = {
	criterion: Criterion;
	title: string;
	marks: number;
	findings: Finding[];
	/** How the marks come about, in words. */
	formula: string;
};

const rubric: Record<Criterion, { title: string; look(course: Course): Finding[] }> = {
	'problem-solving': { title: 'Problem solving', look: problemSolving },
	correctness: { title: 'Correctness', look: correctness },
	'code-quality': { title: 'Code quality', look: codeQuality },
	testing: { title: 'Testing', look: testing },
	'cost-awareness': { title: 'Cost awareness', look: costAwareness },
	communication: { title: 'Communication', look: communication },
	speed: { title: 'Speed', look: speed },
};

/** What a criterion is called. */
export function titleOf(criterion: Criterion): string {
	return rubric[criterion].title;
}

/** The rubric of seven, in its order. */
export function scoresOf(course: Course): Score[] {
	return criteria.map((criterion) => {
		const { title, look } = rubric[criterion];
		const findings = look(course);
		return { criterion, title, findings, marks: marksOf(findings), formula: formulaOf(findings) };
	});
}

/** Earned marks of all, on a scale to 10 with one decimal. */
export function marksOf(findings: readonly Finding[]): number {
	const of = findings.reduce((sum, finding) => sum + finding.of, 0);
	const earned = findings.reduce((sum, finding) => sum + finding.earned, 0);
	return of === 0 ? 0 : Math.round((100 * earned) / of) / 10;
}

function formulaOf(findings: readonly Finding[]): string {
	const parts = findings.map(({ says, of }) => `${of} for “${says}”`);
	return `Up to ${parts.join(', ')}. What depends on a share earns that share of its marks.`;
}

/** The mean of the seven, with one decimal. */
export function overall(marks: Record<Criterion, number>): number {
	const sum = criteria.reduce((total, criterion) => total + marks[criterion], 0);
	return Math.round((10 * sum) / criteria.length) / 10;
}
