/** A program that does harm; `says` is how its end is told. */
export type Fault = { name: string; code: string; says: RegExp };

/** The five that matter most: tried in more than one engine. */
export const worst: Fault[] = [
	{
		name: 'a loop without an end',
		code: 'n = 0\nwhile True:\n    n += 1\n',
		says: /Out of time[^]*line [23]\b/,
	},
	{
		name: 'a call into C that takes ages',
		code: 'print("begun")\nprint(sum(range(10**11)))\n',
		says: /Out of time[^]*begun/,
	},
	{
		name: 'a read beyond all memory',
		code: 'import ctypes\n\nctypes.string_at(0xFFFF_FF00, 100)\n',
		says: /went down[^]*code is kept/,
	},
	{
		name: 'a list nested too deep for C',
		code: 'import json\n\ndeep = []\nfor _ in range(100_000):\n    deep = [deep]\njson.dumps(deep)\n',
		says: /RecursionError at your line 6|too deep for the interpreter/,
	},
	{
		name: 'memory without an end',
		code: 'kept = []\nwhile True:\n    kept.append(bytearray(10_000_000))\n',
		says: /MemoryError[^]*line 3\b|more memory than there is/,
	},
];

export const others: Fault[] = [
	{
		name: 'a call that aborts the interpreter',
		code: 'import os\n\nos.abort()\n',
		says: /Exit at your line 3\b[^]*abort/,
	},
	{
		name: 'a recursion without an end',
		code: 'def deeper(n):\n    return deeper(n + 1)\n\ndeeper(0)\n',
		says: /RecursionError at your line 2\b/,
	},
	{
		name: 'a flood of output',
		code: 'for n in range(30_000):\n    print("line", n)\n',
		says: /line 9998\n(?![^]*line 10500\n)[^]*cut here/,
	},
	{
		name: 'a loss of all builtins',
		code: 'import builtins\n\nfor name in list(vars(builtins)):\n    delattr(builtins, name)\nprint("gone")\n',
		says: /Ended by an error[^]*line [45]\b/,
	},
	{
		name: 'a closed standard output',
		code: 'import sys\n\nsys.stdout.close()\nprint("into the void")\n',
		says: /ValueError at your line 4\b|Finished/,
	},
	{
		name: 'an exit with a status',
		code: 'import sys\n\nprint("before")\nsys.exit(3)\n',
		says: /Ended by an error[^]*Exit[^]*before/,
	},
	{
		name: 'an exit that skips everything',
		code: 'import os\n\nprint("before", flush=True)\nos._exit(0)\n',
		says: /Finished[^]*before|Exit[^]*before/,
	},
];

/** Programs that other pages die of, and that work here. */
export const hardy: Fault[] = [
	{
		name: 'memoised recursion 5 000 levels deep',
		code: 'from functools import cache\n\n@cache\ndef total(n):\n    return n and n + total(n - 1)\n\nprint("sum", total(5000))\n',
		says: /Finished[^]*sum 12502500/,
	},
	{
		name: 'the release of 200 000 linked nodes',
		code: 'class Node:\n    def __init__(self, after):\n        self.after = after\n\nhead = None\nfor _ in range(200_000):\n    head = Node(head)\nhead = None\nprint("freed")\n',
		says: /Finished[^]*freed/,
	},
	{
		name: 'tasks and generators left behind',
		code: 'import asyncio\n\ndef half():\n    try:\n        yield 1\n    finally:\n        print("closed")\n\nleft = half()\nnext(left)\n\nasync def main():\n    asyncio.create_task(asyncio.sleep(3600))\n\nasyncio.run(main())\nprint("over")\n',
		says: /Finished[^]*over/,
	},
];
