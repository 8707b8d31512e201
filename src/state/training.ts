import type { Syllabus } from '../coach/syllabus';
import { costs } from '../content/costs';
import { costExercise, measuredIn } from '../content/measuring';
import type { Library } from './library.svelte';
import { Lab } from './lab.svelte';
import { Planner } from './planner.svelte';
import type { PythonState } from './python.svelte';
import { Journal, type Sources } from './journal.svelte';
import { Revision } from './revision.svelte';

/** Preparation over weeks: what was done, what is to be revised, and the plan. */
export type Training = { journal: Journal; revision: Revision; planner: Planner; lab: Lab };

/** Puts it together; ready once what is stored has been read. */
export async function openTraining(
	sources: Sources,
	library: Library,
	python: PythonState,
	sessions: Pick<Syllabus, 'interviews' | 'designs'>,
): Promise<Training> {
	const journal = new Journal(sources);
	const lab = new Lab(python, costs, { exercise: costExercise, read: measuredIn });
	const fresh = costs.map(({ id }) => ({ kind: 'cost', id }) as const);
	const revision = new Revision(journal, fresh);
	const planner = new Planner(journal, revision, library, sessions);
	await journal.refresh();
	return { journal, revision, planner, lab };
}
