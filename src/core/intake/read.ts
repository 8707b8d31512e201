import type { Result } from '../errors';
import { packFormat, type Pack } from '../pack';
import { explainFile, type FileError } from '../textfile';
import { areCases, testsOfCases } from './cases';
import { hasDoctests, readDoctests } from './doctests';
import { complete, numbered, split, type InFile, type Intake } from './found';
import { isObject, readJson, readLines, type Json } from './json';
import { readOwnFolder } from './own';
import { hasPairs, readPairs } from './pairs';
import { isPromptTask, readPromptTask } from './prompts';
import { readTrackFolder } from './track';

/** How a pack is checked: where the libraries are. */
export type CheckPack = (content: unknown) => Result<Pack, FileError>;

const FORMS =
	'a folder with a test file (*_test.py or tests.py), a .py file whose functions have examples (>>>), or JSON with prompt and test';

/**
 * Makes exercises of what somebody chose or dropped: folders of ours or Exercism's, programs in
 * pairs, functions with doctests, prompts with a check function, packs. Never throws; what could not
 * be read is told.
 */
export function readExercises(files: InFile[], checkPack: CheckPack): Intake {
	const kept = files
		.filter(({ path }) => !isNoise(path))
		.map(({ path, text }) => ({ path, text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }))
		.sort((one, two) => (one.path < two.path ? -1 : one.path > two.path ? 1 : 0));
	const bases = pairFolders(kept);
	const parts = [
		...bases.map((base) => readPairs(below(base, kept))),
		...readTree(outside(bases, kept), checkPack),
	];
	const exercises = numbered(parts.flatMap((part) => part.exercises));
	const problems = parts.flatMap((part) => part.problems);
	if (exercises.length === 0 && problems.length === 0) {
		problems.push(`There is no exercise in what you chose. What can be read: ${FORMS}.`);
	}
	return { exercises, problems };
}

function readTree(files: InFile[], checkPack: CheckPack): Intake[] {
	const folders = exerciseFolders(files);
	const parts = folders.map(({ folder, own }) => {
		const inner = below(prefixOf(folder), files);
		return own ? readOwnFolder(folder, inner) : readTrackFolder(folder, inner);
	});
	const prefixes = folders.map(({ folder }) => prefixOf(folder));
	const rest = outside(prefixes, files);
	return [...parts, ...rest.map((file) => readFile(file, checkPack, files.length === 1))];
}

/** The folders that are exercises; one inside another is part of it. */
function exerciseFolders(files: InFile[]): { folder: string; own: boolean }[] {
	const found = new Map<string, boolean>();
	// A track keeps texts about its concepts in the same form, without a program.
	const hasProgram = (folder: string) =>
		files.some(({ path }) => path.endsWith('.py') && path.startsWith(prefixOf(folder)));
	for (const { path, text } of files) {
		const { folder, name } = split(path);
		const own = name === 'tests.py' || name === 'challenge.json';
		const foreign = /_test\.py$|^test_.*\.py$/.test(name) && /\b(def test|TestCase)/.test(text);
		if (own || (foreign && !found.has(folder))) found.set(folder, own);
		const docs = /^(.*?)(?:^|\/)\.(?:docs|meta)\/(?:instructions\.md|config\.json)$/.exec(path);
		if (docs && !found.has(docs[1]!) && hasProgram(docs[1]!)) found.set(docs[1]!, false);
	}
	const all = [...found.keys()].sort();
	const isInner = (folder: string) =>
		all.some((each) => each !== folder && (each === '' || folder.startsWith(`${each}/`)));
	return all
		.filter((each) => !isInner(each))
		.map((folder) => ({ folder, own: found.get(folder)! }));
}

function readFile({ path, text }: InFile, checkPack: CheckPack, alone: boolean): Intake {
	const problem = (words: string): Intake => ({ exercises: [], problems: [`${path}: ${words}`] });
	if (/\.py$/.test(path)) {
		if (hasDoctests(text)) return { exercises: [readDoctests(path, text)], problems: [] };
		return alone ? problem('no function in it has examples (>>>) in its docstring.') : nothing;
	}
	if (!/\.jsonl?$/.test(path)) return alone ? problem(`this is not ${FORMS}.`) : nothing;
	const whole = readJson(text);
	if (isObject(whole) && whole.format === packFormat) {
		const read = checkPack(whole);
		if (!read.ok) return problem(explainFile(read.error));
		return { exercises: read.value.exercises, problems: [] };
	}
	const values = whole === undefined ? readLines(text) : Array.isArray(whole) ? whole : [whole];
	if (values === undefined)
		return problem('it is not complete JSON, so it may be cut off or damaged.');
	return readValues(path, values) ?? (alone ? problem('it holds no prompt with a test.') : nothing);
}

function readValues(path: string, values: Json[]): Intake | null {
	const tasks = values.filter(isPromptTask);
	if (tasks.length > 0) return { exercises: tasks.map(readPromptTask), problems: [] };
	const name = split(path).name.replace(/\.jsonl?$/, '');
	if (!areCases(values) || values.length === 0 || !/^[A-Za-z_]\w*$/.test(name)) return null;
	const starter = `def ${name}(*arguments):\n    raise NotImplementedError\n`;
	const prompt = `Write \`${name}\`, so that it answers ${values.length} cases.`;
	return {
		exercises: [complete(name, { starter, tests: testsOfCases(name, values), prompt })],
		problems: [],
	};
}

const nothing: Intake = { exercises: [], problems: [] };

function isNoise(path: string): boolean {
	return /(^|\/)(__pycache__|__MACOSX|\.git|node_modules|\.pytest_cache)\/|\.pyc$|\.DS_Store$/.test(
		path,
	);
}

/** The folders, with the last slash, that keep right and buggy programs side by side. */
function pairFolders(files: InFile[]): string[] {
	const tops = new Set(
		files.flatMap(({ path }) => /^(.*\/|)python_programs\/[^/]+\.py$/.exec(path)?.[1] ?? []),
	);
	return [...tops].filter((top) => hasPairs(below(top, files)));
}

/** What a folder's paths begin with. */
function prefixOf(folder: string): string {
	return folder === '' ? '' : `${folder}/`;
}

/** The files whose paths begin so, by the rest of their paths. */
function below(prefix: string, files: InFile[]): InFile[] {
	return files
		.filter(({ path }) => path.startsWith(prefix))
		.map(({ path, text }) => ({ path: path.slice(prefix.length), text }));
}

/** The files whose paths begin with none of these. */
function outside(prefixes: string[], files: InFile[]): InFile[] {
	return files.filter(({ path }) => !prefixes.some((prefix) => path.startsWith(prefix)));
}
