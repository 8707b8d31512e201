import type { SideFile } from '../challenge';
import type { LocalExercise } from '../pack';
import { areCases, testsOfCases } from './cases';
import { complete, split, type InFile, type Intake } from './found';
import { readLines } from './json';

const RIGHT = 'correct_python_programs';
const BUGGY = 'python_programs';

/** Whether a tree keeps right and buggy programs side by side, as QuixBugs does. */
export function hasPairs(files: InFile[]): boolean {
	return [RIGHT, BUGGY].every((folder) => files.some(({ path }) => inside(path, folder)));
}

/**
 * Programs in pairs: `correct_python_programs/x.py` is the solution and `python_programs/x.py` the
 * mistake, judged by `python_testcases/test_x.py` or `json_testcases/x.json`.
 */
export function readPairs(files: InFile[]): Intake {
	const byPath = new Map(files.map((file) => [file.path, file.text]));
	const programs = files
		.filter(({ path }) => inside(path, BUGGY) && !path.endsWith('_test.py'))
		.map(({ path }) => split(path).name.replace(/\.py$/, ''))
		.sort();
	const shared = [...byPath.keys()].filter((path) => /^(python_testcases\/)?node\.py$/.test(path));
	const others = [`${BUGGY}/node.py`, `${RIGHT}/node.py`].filter((path) => byPath.has(path));
	const node = [...shared, ...others][0];
	const side: SideFile[] = node ? [{ path: 'node.py', text: byPath.get(node)! }] : [];
	const exercises: LocalExercise[] = [];
	const problems: string[] = [];
	for (const name of programs) {
		const right = byPath.get(`${RIGHT}/${name}.py`);
		if (name === 'node' || name === '__init__' || right === undefined) continue;
		const lines = readLines(byPath.get(`json_testcases/${name}.json`) ?? '');
		const written = byPath.get(`python_testcases/test_${name}.py`);
		const cases = lines && areCases(lines) ? lines : null;
		if (written === undefined && cases === null) {
			problems.push(`${name}: there are no test cases for it.`);
			continue;
		}
		const buggy = byPath.get(`${BUGGY}/${name}.py`)!;
		const tests = written === undefined ? testsOfCases(name, cases!) : ownImports(written, name);
		const given = JSON.stringify(JSON.stringify(cases ?? []));
		const loader: SideFile = {
			path: 'load_testdata.py',
			text: `import json\n\n\ndef load_json_testcases(name):\n    return [[a if isinstance(a, list) else [a], b] for a, b in json.loads(${given})]\n`,
		};
		const used = written?.includes('load_testdata') ? [loader, ...side] : side;
		exercises.push({
			...complete(name, {
				starter: buggy,
				solution: right,
				tests,
				prompt: `This program has a bug on one line. Find it.`,
				wrong: [{ name: 'buggy', code: buggy, caughtBy: null }],
			}),
			...(used.length > 0 && { files: used }),
		});
	}
	return { exercises, problems };
}

/** The tests with `from some.package.x import x` told to take the program that is judged. */
export function ownImports(tests: string, name: string): string {
	return tests.replace(
		new RegExp(`^(\\s*)from [\\w.]+\\.${name} import `, 'gm'),
		'$1from solution import ',
	);
}

function inside(path: string, folder: string): boolean {
	return (
		path.startsWith(`${folder}/`) &&
		path.endsWith('.py') &&
		!path.slice(folder.length + 1).includes('/')
	);
}
