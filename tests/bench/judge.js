import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/cli/tool.js';
import { median } from './rig.js';

const EXERCISE = {
	task_id: 'bench/0',
	prompt: 'def add(a, b):\n    """The sum of two numbers."""\n',
	entry_point: 'add',
	canonical_solution: '    return a + b\n',
	test: 'def check(candidate):\n    assert candidate(1, 2) == 3\n',
};
/** Two runs of the command: what starting it costs is in both. */
const FEW = 50;
const MANY = 550;

/**
 * Seconds a program that `dryrun judge` takes on two threads for programs that cost next to nothing,
 * by what many take longer than few.
 */
export function throughput() {
	const folder = mkdtempSync(join(tmpdir(), 'dry-run-bench-'));
	try {
		const exercise = join(folder, 'exercise.jsonl');
		writeFileSync(exercise, `${JSON.stringify(EXERCISE)}\n`);
		const seconds = (count) => {
			const programs = join(folder, String(count));
			mkdirSync(programs);
			for (let at = 0; at < count; at++) {
				// Every other one is wrong.
				const sum = at % 2 ? 'a - b' : 'a + b';
				writeFileSync(join(programs, `p${at}.py`), `def add(a, b):\n    return ${sum}  # ${at}\n`);
			}
			const start = performance.now();
			const output = join(folder, `${count}.csv`);
			const options = ['--jobs', '2', '--format', 'csv', '--output', output];
			try {
				const command = [join(root, 'src/cli/dryrun.js'), 'judge', exercise, programs, ...options];
				execFileSync(process.execPath, command, { stdio: 'pipe' });
			} catch (error) {
				// The wrong ones fail, and 1 says so.
				if (error.status !== 1) throw error;
			}
			return (performance.now() - start) / 1000;
		};
		const few = seconds(FEW);
		const many = seconds(MANY);
		return { each: (many - few) / (MANY - FEW), few, many };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const EXPLORING = (schedules) => `
import threading
import judge
from solution import Counter

def test_explore():
    judge.explore(Counter, [lambda c: c.add(), lambda c: c.add()], schedules=${schedules})
`;
const COUNTER = `
import threading

class Counter:
    def __init__(self):
        self.lock, self.count = threading.Lock(), 0

    def add(self):
        for _ in range(3):
            with self.lock:
                self.count += 1
`;

/** Schedules of two threads and six locked steps that are tried in a second. */
export async function schedulesPerSecond(python, rounds) {
	const seconds = async (schedules) => {
		const tests = EXPLORING(schedules);
		const start = performance.now();
		const exercise = { tests, solution: null, limits: { seconds: 60, cost: 1e11 } };
		const report = await python.check(exercise, COUNTER);
		if (report.status !== 'pass') throw new Error(JSON.stringify(report));
		return (performance.now() - start) / 1000;
	};
	const values = [];
	for (let round = 0; round < rounds; round++) {
		const few = await seconds(50);
		values.push(450 / ((await seconds(500)) - few));
	}
	return { median: median(values), values };
}
