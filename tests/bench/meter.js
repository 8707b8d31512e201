// Run by a Node with stack switching: node meter.js <metered.wasm>. Prints JSON: program → ratio.
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

const PROGRAMS = {
	loop: 't = 0\nfor i in range(300000): t += i * i % 7',
	recursion: 'def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(22)',
	dicts: 'd = {}\nfor i in range(60000): d[str(i)] = d.get(str(i - 1), 0) + 1',
	sorting: 'import random\nr = random.Random(5)\nsorted(r.random() for _ in range(80000))',
	generators: 'sum(x * 2 for x in (y for y in range(250000)) if x % 3)',
	objects:
		'class P:\n    def __init__(self, x): self.x = x\n    def up(self): self.x += 1\nfor i in range(60000): P(i).up()',
	json: 'import json\nfor _ in range(60): json.loads(json.dumps([{"a": i, "b": [str(i)]} for i in range(200)]))',
	re: 'import re\np = re.compile(r"(\\w+)@(\\w+)\\.com")\nfor _ in range(300): p.findall("me@here.com and you@there.com " * 20)',
};
const ROUNDS = 20;

async function load(wasm) {
	const { instantiate } = WebAssembly;
	WebAssembly.instantiate = (source, imports) =>
		instantiate.call(WebAssembly, wasm && imports && 'env' in imports ? wasm : source, imports);
	try {
		return await loadPyodide();
	} finally {
		WebAssembly.instantiate = instantiate;
	}
}

function time(py, code) {
	const start = performance.now();
	py.runPython(`exec(${JSON.stringify(code)}, {})`);
	return performance.now() - start;
}

const metered = await load(readFileSync(process.argv[2]));
const plain = await load(null);
const ratios = {};
for (const [name, code] of Object.entries(PROGRAMS)) {
	const best = { metered: Infinity, plain: Infinity };
	for (let round = 0; round < ROUNDS; round++) {
		best.metered = Math.min(best.metered, time(metered, code));
		best.plain = Math.min(best.plain, time(plain, code));
	}
	ratios[name] = best.metered / best.plain;
}
console.log(JSON.stringify(ratios));
