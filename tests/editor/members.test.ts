import { describe, expect, test } from 'vitest';
import type { Name, Names } from '../../src/core/names';
import { membersOf } from '../../src/editor/members';

const name = (kind: Name['kind'], members: string[] = []): Name => ({
	kind,
	signature: kind === 'function' ? '(x)' : null,
	members,
});
const names: Names = {
	builtins: { list: name('class', ['append', 'sort']), str: name('class', ['upper']) },
	collections: { deque: name('class', ['appendleft']), abc: name('module') },
	itertools: { batched: name('function'), chain: name('class', ['from_iterable']) },
	'os.path': { join: name('function') },
};

function labels(code: string): string[] {
	const [before = ''] = code.split('|');
	const path = /([\w.]+)\.\w*$/.exec(before)?.[1] ?? '';
	return membersOf(code.replace('|', ''), before, path, names).map(({ label }) => label);
}

describe('After a dot come', () => {
	test.each([
		['a module’s names', 'import itertools\nitertools.|', ['batched', 'chain']],
		['those of a module under another name', 'import itertools as it\nit.|', ['batched', 'chain']],
		['those of a module in a package', 'import os.path\nos.path.|', ['join']],
		['those of an imported module', 'from os import path\npath.|', ['join']],
		['a class’s own', 'from itertools import chain\nchain.|', ['from_iterable']],
		['a class’s in its module', 'import itertools\nitertools.chain.|', ['from_iterable']],
		[
			'those of what a class made',
			'from collections import deque\nq = deque()\nq.|',
			['appendleft'],
		],
		['those of an annotated parameter', 'def f(xs: list):\n    xs.|', ['append', 'sort']],
		['those of a literal', 'words = ["a"]\nwords.|', ['append', 'sort']],
		['those of a text', 'word = f"a"\nword.|', ['upper']],
		['nothing for what is not known', 'x = f()\nx.|', []],
		['nothing for a name that nobody imported', 'itertools.|', []],
	])('%s', (_, code, expected) => {
		expect(labels(code)).toEqual(expected);
	});

	test('the attributes and methods of the class around self', () => {
		const code = [
			'class One:',
			'    def alone(self): ...',
			'class Two:',
			'    def __init__(self):',
			'        self.items = []',
			'    def add(self, item):',
			'        self.it|',
			'class Three:',
			'    def other(self): ...',
		].join('\n');
		expect(labels(code)).toEqual(['items', 'add']);
	});
});
