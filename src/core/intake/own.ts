import type { Difficulty, Kind, Role } from '../challenge';
import type { LocalExercise } from '../pack';
import { complete, split, type InFile, type Intake } from './found';
import { isObject, readJson, textOf, textsOf } from './json';
import { hintsOf } from './sections';

const kinds: Kind[] = ['generators', 'async', 'data-structures', 'threads', 'testing'];
const levels: Difficulty[] = ['easy', 'medium', 'hard'];
const roles: Role[] = ['backend', 'automation', 'data'];

/**
 * An exercise as ours are kept: `tests.py`, `starter.py`, and where there are any `challenge.json`,
 * `prompt.md`, `solution.py`, `hints.md`, `debrief.md` and `wrong/*.py`.
 */
export function readOwnFolder(folder: string, files: InFile[]): Intake {
	const byPath = new Map(files.map((file) => [file.path, file.text]));
	const text = (path: string): string => byPath.get(path) ?? '';
	const problem = (words: string): Intake => ({ exercises: [], problems: [`${folder}: ${words}`] });
	const config = readJson(text('challenge.json') || '{}');
	if (!isObject(config)) return problem('challenge.json is not JSON; mend or remove it.');
	const starter = byPath.get('starter.py');
	if (starter === undefined) return problem('there is no starter.py in it.');
	const one = <T extends string>(from: T[], name: string, fallback: T): T =>
		from.find((each) => each === textOf(config, name)) ?? fallback;
	const number = (value: unknown, fallback: number): number =>
		typeof value === 'number' && value > 0 ? value : fallback;
	const name = split(folder).name || 'exercise';
	const plain = complete(name, { starter, tests: text('tests.py') });
	const limits = isObject(config.limits) ? config.limits : {};
	const exercise: LocalExercise = {
		...plain,
		title: textOf(config, 'title') || plain.title,
		summary: textOf(config, 'summary'),
		kind: one(kinds, 'kind', plain.kind),
		difficulty: one(levels, 'difficulty', plain.difficulty),
		minutes: number(config.minutes, plain.minutes),
		version: Math.round(number(config.version, 1)),
		topics: textsOf(config, 'topics'),
		skills: textsOf(config, 'skills'),
		roles: roles.filter((role) => textsOf(config, 'roles').includes(role)),
		limits: {
			seconds: number(limits.seconds, plain.limits.seconds),
			cost: number(limits.cost, plain.limits.cost),
		},
		prompt: text('prompt.md'),
		solution: byPath.get('solution.py') ?? null,
		hints: hintsOf(text('hints.md')),
		debrief: text('debrief.md'),
		wrong: files
			.filter(({ path }) => /^wrong\/[^/]+\.py$/.test(path))
			.sort((one, two) => (one.path < two.path ? -1 : 1))
			.map(({ path, text: code }) => ({
				name: split(path).name.replace(/\.py$/, ''),
				code,
				caughtBy: /^# caught by: (\S+)/.exec(code)?.[1] ?? null,
			})),
	};
	return { exercises: [exercise], problems: [] };
}
