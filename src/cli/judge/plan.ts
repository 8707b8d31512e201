import { localPrefix, type LocalExercise } from '../../core/pack';
import type { Report } from '../../core/report';
import { differences } from './claim';
import { Unreadable } from './disk';
import { findExercises, readBuiltIn } from './exercises';
import { readPrograms, type Program } from './programs';
import type { Task } from './queue';
import { firstWords, type Row } from './row';
import type { Order } from './usage';

/** What is to be judged, and what its reports mean. */
export type Plan = {
	title: string;
	tasks: Task[];
	problems: string[];
	rows(reports: Report[]): Row[];
};

/** Each exercise's starter must fail, its solution pass, its wrong solutions be caught. */
export async function planCheck(challenges: string, order: Order): Promise<Plan> {
	const { exercises, problems } = await findExercises(challenges, order.exercise!);
	const parts = exercises.flatMap((exercise) => partsOf(exercise));
	for (const { slug, solution } of exercises) {
		if (solution === null) problems.push(`${slug}: there is no solution that could pass.`);
	}
	return {
		title: 'dryrun check',
		tasks: parts,
		problems,
		rows: (reports) =>
			parts.map(({ exercise, name, complain }, at) => {
				const report = reports[at]!;
				const complaint = complain(report);
				const full = `${exercise.slug.replace(localPrefix, '')}/${name}`;
				return {
					name: full,
					exercise: exercise.slug,
					ok: complaint === null,
					complaint,
					report,
					attempt: null,
				};
			}),
	};
}

type Part = {
	exercise: LocalExercise;
	name: string;
	code: string;
	/** What is wrong with its report, in words; null for nothing. */
	complain: (report: Report) => string | null;
};

function partsOf(exercise: LocalExercise): Part[] {
	const { starter, solution, wrong } = exercise;
	const parts: Part[] = [
		{
			exercise,
			name: 'starter',
			code: starter,
			complain: ({ status }) =>
				status === 'pass' && !isRewriting(exercise)
					? 'The starter passes: the tests ask for nothing that it lacks.'
					: null,
		},
	];
	if (solution !== null) {
		parts.push({
			exercise,
			name: 'solution',
			code: solution,
			complain: (report) =>
				report.status === 'pass' ? null : `The solution fails. ${firstWords(report) ?? ''}`,
		});
	}
	for (const { name, code, caughtBy } of wrong) {
		parts.push({
			exercise,
			name: `wrong/${name}`,
			code,
			complain: (report) => {
				if (report.status === 'pass') return 'No test catches this wrong solution.';
				if (caughtBy === null) return null;
				const test = report.tests.find(({ id }) => id === caughtBy);
				if (!test)
					return report.tests.length > 0
						? `There is no test ${caughtBy}.`
						: `It does not run. ${report.message}`;
				return test.status === 'pass' ? `${caughtBy} does not catch this wrong solution.` : null;
			},
		});
	}
	return parts;
}

/** Whether it says of itself that it is about a program that works and is to be made better. */
function isRewriting({ summary, prompt }: LocalExercise): boolean {
	return /^refactor\b|\brefactoring exercise\b/im.test(`${summary}\n${prompt}`);
}

/** Programs by one challenge, or each by that which it names. */
export async function planJudge(challenges: string, order: Order): Promise<Plan> {
	const found =
		order.exercise === null
			? { exercises: [], problems: [] }
			: await findExercises(challenges, order.exercise);
	if (order.exercise !== null && found.exercises.length === 0) {
		throw new Unreadable(found.problems.join('\n'));
	}
	const beside = found.exercises.flatMap(({ files = [] }) => files.map(({ path }) => path));
	const { programs, problems } = await readPrograms(order.programs!, beside);
	const pairs: { program: Program; exercise: LocalExercise }[] = [];
	for (const program of programs) {
		const exercise =
			order.exercise === null
				? program.attempt && (await readBuiltIn(challenges, program.attempt.exercise.slug))
				: belonging(found.exercises, program);
		if (exercise) pairs.push({ program, exercise });
		else problems.push(homeless(program, order.exercise));
	}
	return {
		title: 'dryrun judge',
		tasks: pairs.map(({ program, exercise }) => ({ exercise, code: program.code })),
		problems: [...found.problems, ...problems],
		rows: (reports) =>
			pairs.map(({ program: { name, attempt }, exercise }, at) => {
				const report = reports[at]!;
				const ok = report.status === 'pass';
				return {
					...{ name, exercise: exercise.slug, ok, report },
					complaint: ok ? null : firstWords(report),
					attempt: attempt && {
						learner: attempt.learner,
						at: attempt.at,
						claimed: attempt.report.status,
						differs: differences(attempt, exercise, report),
					},
				};
			}),
	};
}

/** The only exercise, or the one whose name is in the program's path. */
function belonging(exercises: LocalExercise[], { name, attempt }: Program): LocalExercise | null {
	if (attempt) {
		const own = exercises.find(({ slug }) => slug === attempt.exercise.slug);
		if (own) return own;
	}
	if (exercises.length === 1) return exercises[0]!;
	const plain = (text: string) => text.toLowerCase().replace(/[^a-z\d]+/g, '-');
	const parts = name.replace(/\.py$/, '').split('/').map(plain).reverse();
	const names = (exercise: LocalExercise) =>
		[exercise.slug.replace(/^local-/, ''), exercise.title, exercise.summary].map(plain);
	for (const part of parts) {
		const own = exercises.find((exercise) => names(exercise).includes(part));
		if (own) return own;
	}
	return null;
}

function homeless({ name, attempt }: Program, given: string | null): string {
	if (given !== null) return `${name}: no exercise of "${given}" is called so.`;
	return attempt
		? `${name}: there is no built-in challenge "${attempt.exercise.slug}"; say where it is: dryrun judge <challenge> <folder>`
		: `${name}: a program does not say by what to judge it: dryrun judge <challenge> <file>`;
}
