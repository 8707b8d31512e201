import type { Json } from './json';

/** Whether each line is a case: `[arguments, expected]`. */
export function areCases(lines: Json[]): boolean {
	return lines.every((line) => Array.isArray(line) && line.length === 2);
}

/**
 * Tests of a function from lines of `[arguments, expected]`; what is no list of arguments is the only
 * one. A generator counts as the list of what it yields, a tuple as a list, as JSON knows neither.
 */
export function testsOfCases(name: string, lines: Json[]): string {
	const cases = lines.map((line) => {
		const [given, expected] = line as [Json, Json];
		return [Array.isArray(given) ? given : [given], expected] as Json;
	});
	const tests = cases.map(
		(_, at) => `
def test_case_${at + 1}():
    given, expected = CASES[${at}]
    assert plain(${name}(*given)) == plain(expected)
`,
	);
	return `import json
import types
from solution import ${name}

CASES = json.loads(${JSON.stringify(JSON.stringify(cases))})


def plain(value):
    if isinstance(value, types.GeneratorType | list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, float):
        return round(value, 9)
    return value

${tests.join('\n')}`;
}
