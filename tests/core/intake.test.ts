import { describe, expect, test } from 'vitest';
import { readExercises } from '../../src/core/intake/read';
import { pairs, practice } from '../cli/fixture/exercises';

function read(files: Record<string, string>) {
	const given = Object.entries(files).map(([path, text]) => ({ path, text }));
	return readExercises(given, () => {
		throw new Error('There is no pack.');
	});
}

function below(folder: string, files: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
	);
}

const slugs = (files: Record<string, string>) => read(files).exercises.map(({ slug }) => slug);

describe('a whole track', () => {
	test('is its exercises, not its texts about concepts nor its tools', () => {
		const track = {
			...below('track/exercises/practice', practice),
			'track/concepts/sets/.meta/config.json': '{"blurb": "Sets"}',
			'track/concepts/sets/about.md': '# About\n',
			'track/bin/test_runner.py': 'import subprocess\nsubprocess.run(["pytest"])\n',
		};
		expect(read(track)).toMatchObject({ problems: [] });
		expect(slugs(track)).toEqual(slugs(practice));
	});

	test('may hold right and buggy programs further down', () => {
		const all = { ...below('all/track', practice), ...below('all/quick', pairs) };
		expect(read(all).problems).toEqual([]);
		expect(slugs(all).toSorted()).toEqual([...slugs(practice), ...slugs(pairs)].toSorted());
	});
});

describe('a folder of an exercise', () => {
	test('may have a helper that is called like a test', () => {
		const tests = practice['ledger-sum/ledger_sum_test.py']!;
		const { exercises, problems } = read({
			...practice,
			'ledger-sum/.meta/config.json': '{"files": {"solution": [], "test": [], "example": []}}',
			'ledger-sum/ledger_sum_test.py': `from test_helper import ONE\n${tests}`,
			'ledger-sum/test_helper.py': 'ONE = 1\n',
		});
		expect(problems).toEqual([]);
		expect(exercises[0]!.files).toEqual([{ path: 'test_helper.py', text: 'ONE = 1\n' }]);
		expect(exercises[0]!.tests).not.toContain('ONE = 1');
	});

	test('may hold a file whose name no program could import', () => {
		const tests = practice['ledger-sum/ledger_sum_test.py']!;
		const config = '{"files": {"solution": [], "test": [], "example": []}}';
		const files = { 'ledger-sum/.meta/config.json': config, 'ledger-sum/test_(old.py': tests };
		expect(read({ ...practice, ...files }).exercises).toHaveLength(1);
	});
});
