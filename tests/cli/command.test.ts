import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { makeAttemptFile } from '../../src/core/attemptfile';
import type { Report } from '../../src/core/report';
import { bare, concept, doctests, pairs, practice, prompts } from './fixture/exercises';

const command = fileURLToPath(new URL('../../src/cli/dryrun.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'dryrun-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function lay(name: string, files: Record<string, string | Uint8Array>): string {
	for (const [path, text] of Object.entries(files)) {
		const file = join(home, name, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return join(home, name);
}

function dryrun(...values: string[]): Promise<{ code: number; out: string; err: string }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [command, ...values], { cwd: home });
		let [out, err] = ['', ''];
		child.stdout.on('data', (chunk) => (out += chunk));
		child.stderr.on('data', (chunk) => (err += chunk));
		child.on('exit', (code) => resolve({ code: code ?? -1, out, err }));
	});
}

describe('dryrun check', () => {
	test.each([
		['an Exercism exercise', practice, 2],
		['a concept exercise with files beside it', concept, 2],
		['bare tests in the manner of pytest', bare, 2],
		['right and buggy programs', pairs, 9],
		['prompts with a check function', prompts, 4],
		['functions with doctests', doctests, 2],
	])('finds %s sound', async (name, files, parts) => {
		const { code, out, err } = await dryrun('check', lay(name.replaceAll(' ', '-'), files));
		expect(err).toBe('');
		expect(out).toContain(`${parts} ok, 0 failed`);
		expect(code).toBe(0);
	});

	test('reads a packed file, and says so where it is damaged', async () => {
		const packed = gzipSync(prompts['tasks.jsonl']!);
		const whole = lay('packed', { 'tasks.jsonl.gz': packed });
		const { out, code } = await dryrun('check', join(whole, 'tasks.jsonl.gz'));
		expect(out).toContain('4 ok, 0 failed');
		expect(code).toBe(0);
		const half = lay('half', { 'tasks.jsonl.gz': packed.subarray(0, 200) });
		expect(await dryrun('check', half)).toMatchObject({
			err: expect.stringContaining('tasks.jsonl.gz" cannot be unpacked'),
			code: 2,
		});
	});

	test('says what is unsound', async () => {
		const stub = practice['ledger-sum/ledger_sum.py']!;
		const folder = lay('unsound', { ...practice, 'ledger-sum/.meta/example.py': stub });
		const { code, out } = await dryrun('check', folder);
		expect(out).toContain('FAILED ledger-sum/solution: 0 of 3 tests');
		expect(out).toContain('The solution fails.');
		expect(code).toBe(1);
	});

	test('lets a starter pass only where the exercise is to make a working program better', async () => {
		const working = {
			...practice,
			'ledger-sum/ledger_sum.py': practice['ledger-sum/.meta/example.py']!,
		};
		const loose = await dryrun('check', lay('loose', working));
		expect(loose.out).toContain('FAILED ledger-sum/starter: 3 of 3 tests');
		const said = { 'ledger-sum/.meta/config.json': '{"blurb": "Refactor a ledger."}' };
		const { out, code } = await dryrun('check', lay('rewriting', { ...working, ...said }));
		expect(out).toContain('2 ok, 0 failed');
		expect(code).toBe(0);
	});
});

describe('dryrun judge', () => {
	const good = practice['ledger-sum/.meta/example.py']!;
	const exercise = lay('ledger', practice);
	const programs = lay('handed-in', {
		'ada/ledger_sum.py': good,
		'=bob/ledger_sum.py': 'def total(entries):\n    return "<&\\"" * 2\n',
		'cyd/ledger_sum.py': 'def total(entries:\n',
		'dan/ledger_sum.py': 'def total(entries):\n    while True:\n        pass\n',
		'eve/ledger_sum.py': good,
		'eve/ledger_sum_test.py': 'def test_nothing():\n    pass\n',
	});

	test('tells right from wrong, in the order of the files', async () => {
		const { code, out } = await dryrun('judge', exercise, programs, '--format', 'json');
		const rows = JSON.parse(out) as { name: string; ok: boolean; report: Report }[];
		expect(rows.map(({ name, report }) => `${name} ${report.status}`)).toEqual([
			'=bob/ledger_sum.py fail',
			'ada/ledger_sum.py pass',
			'cyd/ledger_sum.py error',
			'dan/ledger_sum.py fail',
			'eve/ledger_sum.py pass',
		]);
		expect(code).toBe(1);
	});

	test('writes CSV that no spreadsheet computes, and JUnit that is well-formed', async () => {
		const csv = await dryrun('judge', exercise, programs, '--format', 'csv');
		const [head, bob] = csv.out.split('\r\n');
		expect(head).toMatch(/^program,learner,exercise,ok,status,passed,total,score,message/);
		expect(bob).toMatch(/^'=bob/);
		const { out } = await dryrun('judge', exercise, programs, '--format', 'junit');
		expect(out).toMatch(/<testsuites name="dryrun judge" tests="13" failures="7" errors="0">/);
		expect(out).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#\d+;)/);
		expect(out.match(/<testcase/g)).toHaveLength(13);
	});

	test('judges attempt files again, and says where they claim something else', async () => {
		const claimed: Report = { version: 1, status: 'pass', message: null, problem: null, tests: [] };
		const hash = '0'.repeat(64);
		const attempt = makeAttemptFile({
			exercise: { slug: 'lru-cache', version: 1, hash },
			learner: '@kim',
			at: '2026-11-20T10:00:00.000Z',
			code: 'class LRUCache: pass\n',
			events: [],
			report: claimed,
			codeHash: hash,
		});
		const folder = lay('attempts', {
			'kim.attempt.json': JSON.stringify(attempt),
			'torn.attempt.json': '{"format": "dryrun-attempt", ',
		});
		const { code, out, err } = await dryrun('judge', folder);
		expect(out).toContain('FAILED kim.attempt.json (@kim)');
		expect(out).toContain('differs: it claims "pass", the judge says');
		expect(out).toContain('differs: the code is not the code that was hashed');
		expect(err).toContain('torn.attempt.json: it is not complete JSON');
		expect(code).toBe(2);
	});

	test('writes results for Gradescope and GitHub Classroom', async () => {
		const one = join(programs, 'ada/ledger_sum.py');
		const scope = JSON.parse((await dryrun('judge', exercise, one, '--format', 'gradescope')).out);
		expect(scope).toMatchObject({ score: 3, max_score: 3, tests: [{ status: 'passed' }, {}, {}] });
		const output = join(home, 'out');
		const many = await dryrun(
			...['judge', exercise, programs, '--format', 'classroom', '--output', output],
		);
		expect(many.code).toBe(1);
		const text = readFileSync(join(output, 'cyd/ledger_sum/result.json'), 'utf8');
		expect(JSON.parse(text)).toMatchObject({ version: 1, status: 'error', max_score: 0 });
		const nowhere = await dryrun('judge', exercise, programs, '--format', 'gradescope');
		expect(nowhere.code).toBe(2);
		expect(nowhere.err).toContain('--output');
	});
});

test.each([
	[[], 'Say what to do'],
	[['check'], 'Say which folder'],
	[
		['judge', 'no-such-challenge', '.'],
		'There is no challenge, file or folder "no-such-challenge"',
	],
	[['check', 'nowhere'], 'There is no challenge, file or folder "nowhere"'],
	[['judge', 'lru-cache', 'nowhere.py'], 'There is no file or folder "nowhere.py"'],
	[['check', '.', '--format', 'yaml'], 'There is no format "yaml"'],
	[['check', '.', '--jobs', '0'], '--jobs must be a number from 1'],
	[['check', '.', '--fast'], '--fast'],
])('refuses %s with 2 and says why', async (values, words) => {
	const { code, out, err } = await dryrun(...values);
	expect(err).toContain(words);
	expect(out).toBe('');
	expect(code).toBe(2);
});
