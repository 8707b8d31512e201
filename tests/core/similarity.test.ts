import { describe, expect, test } from 'vitest';
import { outline } from '../../src/core/similarity';

const program = `def chunks(items, size):
    """Yield lists."""
    batch = []
    for item in items:
        batch.append(item)  # keep
        if len(batch) == size:
            yield batch
            batch = []
`;

describe('the outline of a program', () => {
	test('survives other names, comments, blank lines and another indentation', () => {
		const disguised = `# mine!
def chunks(xs, n):

  out = []
  for x in xs:
    out.append(x)
    if len( out )==n:
      yield out
      out=[]`;
		expect(outline(disguised)).toBe(outline(program));
	});

	test('survives other names for the parts of an object', () => {
		const stack = 'class S:\n    def put(self, it):\n        self._all.append(it)\n';
		expect(outline(stack.replace('_all', '_rows'))).toBe(outline(stack));
		expect(outline(stack.replace('.append', '.remove'))).not.toBe(outline(stack));
	});

	test.each([
		['another method', program.replace('append', 'insert')],
		['another comparison', program.replace('==', '>=')],
		['another constant', program.replace('= []', '= [0]')],
		[
			'another order',
			program.replace('yield batch\n            batch = []', 'batch = []\n            yield batch'),
		],
		['two names that were one', program.replace('yield batch', 'yield items')],
		['another text', program.replace('size:', 'size and "a" != "b":')],
	])('tells %s', (_what, other) => {
		expect(outline(other)).not.toBe(outline(program));
	});

	test('reads a hash in a text as text, and strings that never end', () => {
		expect(outline("x = '#'  # y")).toBe("n0 = '#'");
		expect(outline('x = "open\ny = 1')).toBe('n0 = "open n1 = 1');
		expect(outline("x = '''open")).toBe("n0 = '''open");
	});
});
