import { expect, test } from 'vitest';
import { importsOf, modulesOf } from '../../src/editor/imports';

test.each([
	['import itertools', [['itertools', 'itertools', null]]],
	[
		'import a.b as c, d',
		[
			['c', 'a.b', null],
			['d', 'd', null],
		],
	],
	[
		'import os.path',
		[
			['os', 'os', null],
			['os.path', 'os.path', null],
		],
	],
	[
		'from m import x as y, z',
		[
			['y', 'm', 'x'],
			['z', 'm', 'z'],
		],
	],
	[
		'from m import (\n    x,  # one\n    y,\n)',
		[
			['x', 'm', 'x'],
			['y', 'm', 'y'],
		],
	],
	['    import json', [['json', 'json', null]]],
	['from . import mine', []],
	['print("import this")', []],
] as const)('%s', (code, expected) => {
	const found = [...importsOf(code)].map(([name, origin]) => [name, origin.module, origin.name]);
	expect(found).toEqual(expected);
});

test('modules are named once, also while something else is half typed', () => {
	expect(modulesOf('import re\nfrom re import sub\ndef f(\nfrom heapq import')).toEqual(['re']);
});
