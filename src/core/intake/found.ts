import type { LocalExercise } from '../pack';

/** A file that somebody hands us; `path` with slashes, relative to what they chose. */
export type InFile = { path: string; text: string };

/** What was made of the files, and what could not be, each as a sentence that names the file. */
export type Intake = { exercises: LocalExercise[]; problems: string[] };

/** What a foreign exercise may take, a test: seconds of wall time and metered steps. */
const LIMITS = { seconds: 10, cost: 2_000_000_000 };
const LONGEST_SLUG = 70;

/** An exercise with everything that its source did not say. `name` becomes title and slug. */
export function complete(
	name: string,
	told: Partial<LocalExercise> & Pick<LocalExercise, 'starter' | 'tests'>,
): LocalExercise {
	return {
		slug: slugOf(name),
		version: 1,
		title: titleOf(name),
		summary: '',
		kind: 'data-structures',
		difficulty: 'medium',
		minutes: 20,
		topics: [],
		roles: [],
		skills: [],
		limits: LIMITS,
		prompt: '',
		solution: null,
		hints: [],
		debrief: '',
		wrong: [],
		...told,
	};
}

/** A name as the slug of a local exercise. */
export function slugOf(name: string): string {
	const words = name
		.normalize('NFKD')
		.replace(/([a-z\d])([A-Z])/g, '$1-$2')
		.toLowerCase()
		.replace(/[^a-z\d]+/g, '-')
		.slice(0, LONGEST_SLUG)
		.replace(/^-+|-+$/g, '');
	return `local-${words.replace(/^local-/, '') || 'exercise'}`;
}

/** `zebra-puzzle` as `Zebra puzzle`. */
export function titleOf(name: string): string {
	const words = name.replace(/[-_]+/g, ' ').trim();
	return words === '' ? 'Exercise' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Gives exercises of the same slug numbers, in order. */
export function numbered(exercises: LocalExercise[]): LocalExercise[] {
	const seen = new Map<string, number>();
	return exercises.map((exercise) => {
		const number = (seen.get(exercise.slug) ?? 0) + 1;
		seen.set(exercise.slug, number);
		return number === 1 ? exercise : { ...exercise, slug: `${exercise.slug}-${number}` };
	});
}

/** The last part of a path, and what is before it. */
export function split(path: string): { folder: string; name: string } {
	const at = path.lastIndexOf('/');
	return { folder: at < 0 ? '' : path.slice(0, at), name: path.slice(at + 1) };
}
