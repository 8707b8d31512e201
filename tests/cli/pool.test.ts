import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readCollection } from '../../src/content/collection';
import type { Exercise } from '../../src/core/challenge';
import type { Report } from '../../src/core/report';
import { startNodePython } from '../../src/runtime/node';

const { folders } = await readCollection(
	fileURLToPath(new URL('../../challenges', import.meta.url)),
);
/** Some of each kind that are quick. */
const QUICK = [
	...['chunked-flush', 'sliding-window', 'log-follower', 'retry-backoff', 'bounded-gather'],
	...['timeout-cleanup', 'first-success', 'prefix-tree', 'boundary-tests', 'error-path-tests'],
];

const programs = folders
	.filter(({ challenge }) => QUICK.includes(challenge.slug))
	.flatMap(({ challenge, wrong }) =>
		[challenge.solution, ...wrong.slice(0, 2).map(({ code }) => code)].map((code) => ({
			challenge,
			code,
		})),
	);

const adding: Exercise = {
	tests: 'from solution import add\n\ndef test_add():\n    assert add(1, 2) == 3\n',
	solution: null,
	limits: { seconds: 2, cost: 200_000_000 },
};
const good = 'def add(a, b):\n    return a + b\n';

const close: (() => void)[] = [];
afterAll(() => close.forEach((each) => each()));
async function start(threads: number) {
	const python = await startNodePython({ threads, reuse: true });
	close.push(() => python.close());
	return python;
}

/** The same but for the third digit of what was counted, in numbers as in sentences. */
function isAlike(one: unknown, other: unknown): boolean {
	if (typeof one === 'number' && typeof other === 'number') {
		return Math.abs(one - other) <= Math.abs(one) * 0.01;
	}
	if (typeof one === 'string' && typeof other === 'string') {
		return one.replace(/[\d.]+/g, '#') === other.replace(/[\d.]+/g, '#');
	}
	if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
	const keys = Object.keys(one) as (keyof typeof one)[];
	return (
		keys.length === Object.keys(other).length && keys.every((key) => isAlike(one[key], other[key]))
	);
}

test('an interpreter that was put back reports as a fresh one, in whatever order', async () => {
	const texts = async (reuse: boolean, order: typeof programs): Promise<Map<string, Report>> => {
		const python = await startNodePython({ threads: 2, reuse });
		const found = new Map<string, Report>();
		const queue = [...order];
		const work = async (): Promise<void> => {
			for (let next = queue.shift(); next; next = queue.shift()) {
				const report = await python.check(next.challenge, next.code);
				found.set(next.challenge.slug + next.code, report);
			}
		};
		await Promise.all([work(), work()]);
		python.close();
		return found;
	};
	const fresh = await texts(false, programs);
	const again = await texts(true, [...programs].reverse());
	const different = programs.filter(({ challenge: { slug }, code }) => {
		return !isAlike(fresh.get(slug + code), again.get(slug + code));
	});
	expect(different.map(({ challenge, code }) => `${challenge.slug}: ${code.slice(0, 60)}`)).toEqual(
		[],
	);
	expect(fresh.size).toBe(programs.length);
});

describe('a program', () => {
	const spoilers: [string, string][] = [
		['writes files', "open('left.txt', 'w').write('x')\n"],
		['changes the folder', "import os\nos.chdir('/tmp')\n"],
		['takes memory', 'x = bytearray(40_000_000)\n'],
		['patches builtins', 'import builtins\nbuiltins.len = lambda x: 7\n'],
		['patches a module', 'import math\nmath.floor = None\n'],
		['sets a recursion limit', 'import sys\nsys.setrecursionlimit(200)\n'],
		['makes classes of its own', 'class A:\n    def __del__(self):\n        add = None\nx = A()\n'],
		['reaches for the engine', 'from _pyodide_core import to_js\nto_js([1]).constructor.x = 1\n'],
		['schedules for later', 'from pyodide.webloop import WebLoop\nWebLoop().call_soon(print)\n'],
	];

	test.each(spoilers)('that %s leaves nothing for the next', async (_what, code) => {
		const python = await start(1);
		const look: Exercise = {
			...adding,
			tests: `import os, math, builtins, sys
from solution import add

def test_all():
    found = (os.listdir('.'), os.getcwd(), math.floor(1.5), len([1]), sys.getrecursionlimit())
    print(found)
    assert add(1, 2) == 3
`,
		};
		const before = await python.check(look, good);
		await python.check(adding, code + good);
		expect(await python.check(look, good)).toEqual(before);
		expect(before.status).toBe('pass');
	});

	test('that crashes or hangs costs only itself', async () => {
		const python = await start(2);
		const bad = [
			'def add(a, b):\n    while True:\n        pass\n',
			'def add(a, b):\n    return sum(range(10 ** 12))\n',
			'import _pyodide_core\ndef add(a, b):\n    _pyodide_core.trigger_fatal_error()\n',
		];
		const all = bad.flatMap((code) => [code, good, good]);
		const reports = await Promise.all(all.map((code) => python.check(adding, code)));
		const statuses = reports.map((report: Report) => report.status);
		expect(statuses).toEqual([
			'fail',
			'pass',
			'pass',
			'fail',
			'pass',
			'pass',
			'fail',
			'pass',
			'pass',
		]);
	});

	test.each([
		['_dryrun.cost.constructor("return 1")()'],
		['_dryrun.cost.constructor("return process")()'],
	])('that asks the engine for new code gets none: %s', async (attempt) => {
		const python = await start(1);
		const report = await python.check(adding, `import _dryrun\n${attempt}\n${good}`);
		expect(report.problem?.text).toMatch(/code generation/i);
	});
});
