import type { SideFile } from '../challenge';
import type { LocalExercise } from '../pack';
import { complete, split, type InFile, type Intake } from './found';
import { readJson, isObject, textOf, textsOf, type Json } from './json';
import { hintsOf, withoutTitle } from './sections';

/**
 * An exercise as Exercism keeps it: `.docs/instructions.md`, a stub, `*_test.py`, and
 * `.meta/example.py` or `exemplar.py`; `.meta/config.json`, where there is one, names the files.
 * `files` are those of one folder, by their paths within it.
 */
export function readTrackFolder(folder: string, files: InFile[]): Intake {
	const problem = (text: string): Intake => ({ exercises: [], problems: [`${folder}: ${text}`] });
	const byPath = new Map(files.map((file) => [file.path, file.text]));
	const text = (path: string): string => byPath.get(path) ?? '';
	const config = readJson(text('.meta/config.json') || '{}');
	if (!isObject(config)) return problem('.meta/config.json is not JSON; mend or remove it.');
	const named = (key: string, fallback: (path: string) => boolean): string[] => {
		const listed = textsOf(config.files as Json, key).filter((path) => byPath.has(path));
		return listed.length > 0 ? listed : [...byPath.keys()].filter(fallback).sort();
	};
	const isTop = (path: string) => path.endsWith('.py') && !path.includes('/');
	const listed = named('test', (path) => isTop(path) && /(_test|^test_.*)\.py$/.test(path)).filter(
		(path) => path.endsWith('.py'),
	);
	// `test_utils.py` is named and often listed like a test; what another test imports is a helper.
	const tests = listed.filter((path) => !listed.some((each) => imports(text(each), path)));
	if (tests.length === 0) return problem('there is no test file (*_test.py) in it.');
	const stem = tests[0]!.replace(/_test\.py$|\.py$/, '').replace(/^test_/, '');
	const isStub = (path: string) => isTop(path) && !tests.includes(path);
	const stubs = named('solution', isStub).filter((path) => path.endsWith('.py'));
	const stub = stubs.find((path) => path === `${stem}.py`) ?? stubs[0];
	if (stub === undefined) return problem('there is no stub (a .py file beside the tests) in it.');
	const models = [
		...named('example', (path) => /^\.meta\/example\.py$/.test(path)),
		...named('exemplar', (path) => /^\.meta\/exemplar\.py$/.test(path)),
	].filter((path) => path.endsWith('.py'));
	const nameOf = (path: string) => split(path).name;
	const model = models.find((path) => nameOf(path) === stub) ?? models[0];
	const beside = stubs.filter((path) => path !== stub && stubs.length <= models.length);
	const others = files.filter(
		({ path }) => !path.startsWith('.') && ![stub, ...tests, ...beside].includes(path),
	);
	const side: SideFile[] = [
		...beside.map((path) => {
			const better = models.find((each) => nameOf(each) === path && each !== model);
			return { path, text: text(better ?? path) };
		}),
		...others.filter(({ path }) => !/(^|\/)(README|HELP|HINTS)\.md$/.test(path)),
	];
	const hasLevel = typeof config.difficulty === 'number';
	const level = hasLevel ? Number(config.difficulty) : 4;
	const name = split(folder).name || stem;
	const exercise: LocalExercise = {
		...complete(name, {
			starter: text(stub),
			tests: tests.map(text).join('\n\n'),
			solution: model === undefined ? null : text(model),
			prompt: promptOf(text) || withoutTitle(text('README.md')),
			hints: hintsOf(text('.docs/hints.md')),
			summary: textOf(config, 'blurb'),
			difficulty: level <= 3 ? 'easy' : level <= 6 ? 'medium' : 'hard',
		}),
		...(side.length > 0 && { files: side }),
	};
	return { exercises: [exercise], problems: [] };
}

/** Whether a program imports the top-level module in that file. */
function imports(program: string, path: string): boolean {
	const name = path.replace(/\.py$/, '');
	// Any other name would not be one for the pattern either.
	return /^\w+$/.test(name) && new RegExp(`^\\s*(?:from|import)\\s+${name}\\b`, 'm').test(program);
}

function promptOf(text: (path: string) => string): string {
	const parts = ['introduction', 'instructions'].flatMap((name) => [
		text(`.docs/${name}.md`),
		text(`.docs/${name}.append.md`),
	]);
	return parts.map(withoutTitle).filter(Boolean).join('\n\n');
}
