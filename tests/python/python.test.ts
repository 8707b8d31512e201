import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { startNodePython } from '../../src/runtime/node';

const folder = fileURLToPath(new URL('.', import.meta.url));
const runner = readFileSync(join(folder, 'runner.py'), 'utf8');
const python = await startNodePython();
afterAll(() => python.close());

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((path) => /(^|[\\/])test_\w+\.py$/.test(path))
	.sort();

/** Modules beside a file of tests that it may import: name → source. */
function helpersOf(path: string): Record<string, string> {
	const beside = dirname(join(folder, path));
	const names = readdirSync(beside).filter((name) => /^(?!test_)\w+\.py$/.test(name));
	return Object.fromEntries(
		names.map((name) => [name.replace('.py', ''), readFileSync(join(beside, name), 'utf8')]),
	);
}

for (const path of files) {
	const name = relative(folder, join(folder, path)).replaceAll('\\', '/');
	const source = readFileSync(join(folder, path), 'utf8');
	const values = [name, source, helpersOf(path)].map((value) => JSON.stringify(value));
	const code = `${runner}\nrun(${values.join(', ')})`;
	const suspends = /(^|\/)test_threads/.test(name);
	const outcomes = await python
		.script(code, 300, suspends)
		.then((json) => JSON.parse(json) as Record<string, string | null>)
		.catch((error: Error) => ({ 'the file runs': error.message }));
	describe(name, () => {
		test('has tests', () => expect(Object.keys(outcomes)).not.toHaveLength(0));
		for (const [id, traceback] of Object.entries(outcomes)) {
			test(id, () => expect(traceback ?? 'passed').toBe('passed'));
		}
	});
}
