import { median } from './rig.js';

/** About 4 000 steps over frames, containers and a generator; times itself. */
const PROGRAM = `
import time
def pairs(items):
    for index, item in enumerate(items):
        yield index, item
def work():
    seen = {}
    for round in range(25):
        for index, item in pairs(range(25)):
            seen.setdefault(item % 5, []).append(index)
    return len(seen)
start = time.perf_counter()
work()
took = time.perf_counter() - start
print(took)
took
`;

/** The program's own seconds when it is run and when it is recorded, in turn, and their ratio. */
export async function traceOverhead(python, rounds) {
	const run = [];
	const traced = [];
	let steps = 0;
	for (let round = 0; round < rounds; round++) {
		run.push(Number((await python.run(PROGRAM)).value));
		const { trace } = await python.trace(PROGRAM);
		traced.push(Number(trace.output));
		steps = trace.steps.length;
	}
	const seconds = { run: median(run), traced: median(traced) };
	return { ratio: seconds.traced / seconds.run, seconds, steps };
}
