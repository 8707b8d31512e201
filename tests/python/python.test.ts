import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

for (const path of files) {
	const name = relative(folder, join(folder, path)).replaceAll('\\', '/');
	const source = readFileSync(join(folder, path), 'utf8');
	const code = `${runner}\nrun(${JSON.stringify(name)}, ${JSON.stringify(source)})`;
	const outcomes = await python
		.script(code, 300)
		.then((json) => JSON.parse(json) as Record<string, string | null>)
		.catch((error: Error) => ({ 'the file runs': error.message }));
	describe(name, () => {
		test('has tests', () => expect(Object.keys(outcomes)).not.toHaveLength(0));
		for (const [id, traceback] of Object.entries(outcomes)) {
			test(id, () => expect(traceback ?? 'passed').toBe('passed'));
		}
	});
}
