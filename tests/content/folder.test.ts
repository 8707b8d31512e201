import { describe, expect, test } from 'vitest';
import { readFolder } from '../../src/content/folder';
import { describe as tell } from '../../src/content/problem';
import { testIds } from '../../src/content/wrong';
import { files, makeChallenge, metaWith } from './fixture';

describe('a challenge’s folder', () => {
	test('becomes a challenge', async () => {
		const outcome = await readFolder(await makeChallenge());
		expect(outcome.ok).toBe(true);
		if (!outcome.ok) return;
		const { challenge, wrong, equivalent } = outcome.value;
		expect(challenge).toMatchObject({
			slug: 'countdown',
			version: 1,
			title: 'Count down',
			starter: files['starter.py'],
			solution: files['solution.py'],
			tests: files['tests.py'],
			hints: [
				{ title: 'One', html: '<p>First.</p>\n' },
				{ title: 'Two', html: '<p>Second.</p>\n' },
				{ title: 'Three', html: '<p>Third.</p>\n' },
			],
			debrief: '<h3>Why</h3>\n<p>Because.</p>\n',
		});
		expect(challenge.prompt).toContain('<p>Count <em>down</em>.</p>');
		expect(wrong.map(({ name, caughtBy, why }) => [name, caughtBy, why])[1]).toEqual([
			'b',
			'Lazy.test_is_lazy',
			'People like lists (b).',
		]);
		expect(equivalent).toEqual([]);
	});

	test('may say which mutants are equivalent', async () => {
		const list = [{ mutant: 'swap-3', reason: 'Both orders are right.' }];
		const outcome = await readFolder(
			await makeChallenge({ 'equivalent.json': JSON.stringify(list) }),
		);
		expect(outcome.ok && outcome.value.equivalent).toEqual(list);
	});

	test('may hold what Python and the system leave behind', async () => {
		const folder = await makeChallenge({ '__pycache__/solution.pyc': 'x', '.DS_Store': 'x' });
		expect((await readFolder(folder)).ok).toBe(true);
	});

	test.each<[string, Record<string, string | null>, string[]]>([
		['a missing file', { 'debrief.md': null }, ['code/countdown/debrief.md: is missing']],
		['an empty file', { 'starter.py': ' \n' }, ['code/countdown/starter.py: is empty']],
		['a stray file', { 'notes.txt': 'x' }, ['code/countdown/notes.txt: is a stray file']],
		[
			'line ends of Windows',
			{ 'starter.py': 'pass\r\n' },
			['code/countdown/starter.py: has CR or a BOM'],
		],
		[
			'broken JSON',
			{ 'challenge.json': '{"version": ' },
			[expect.stringMatching(/^code\/countdown\/challenge.json: is not JSON \(/)],
		],
		[
			'an unknown field',
			{ 'challenge.json': metaWith({ colour: 'red' }) },
			[expect.stringMatching(/^code\/countdown\/challenge.json: colour: /)],
		],
		[
			'a missing field',
			{ 'challenge.json': metaWith({ minutes: undefined }) },
			[expect.stringMatching(/^code\/countdown\/challenge.json: minutes: /)],
		],
		[
			'wrong values, all at once',
			{ 'challenge.json': metaWith({ kind: 'puzzle', limits: { seconds: 0, cost: 1e9 } }) },
			[
				expect.stringMatching(/^code\/countdown\/challenge.json: kind: .*"puzzle"/),
				expect.stringMatching(/^code\/countdown\/challenge.json: limits.seconds: /),
			],
		],
		[
			'a summary with a full stop',
			{ 'challenge.json': metaWith({ summary: 'From a number to one.' }) },
			['code/countdown/challenge.json: summary: one line without a full stop'],
		],
		[
			'a topic twice',
			{ 'challenge.json': metaWith({ topics: ['heaps', 'heaps'] }) },
			['code/countdown/challenge.json: topics: nothing twice'],
		],
		[
			'a title in the prompt',
			{ 'prompt.md': '# Count down\n\nPlease.\n' },
			['code/countdown/prompt.md: has a title (#), but the page shows the title'],
		],
		[
			'a link that is not https',
			{
				'debrief.md': '## Why\n\n[this](../other/prompt.md), ![that](a.png), [x](javascript:x).\n',
			},
			[
				'code/countdown/debrief.md: links to ../other/prompt.md, which is not https',
				'code/countdown/debrief.md: links to a.png, which is not https',
				'code/countdown/debrief.md: links to javascript:x, which is not https',
			],
		],
		[
			'two hints only',
			{ 'hints.md': '## One\n\nFirst.\n\n## Two\n\nSecond.\n' },
			['code/countdown/hints.md: has fewer than three hints'],
		],
		[
			'hints without text and text without heading',
			{ 'hints.md': 'Look:\n\n## One\n\n## Two\n\nSecond.\n\n## Three\n\nThird.\n' },
			[
				'code/countdown/hints.md: has text above its first ## heading',
				'code/countdown/hints.md: One: has no text',
			],
		],
		[
			'no examples',
			{ 'tests.py': files['tests.py']!.replace('Examples', 'Samples') },
			['code/countdown/tests.py: has no tests in a class called Examples'],
		],
		[
			'a starter that gives it away',
			{ 'starter.py': files['solution.py']! },
			['code/countdown/starter.py: is the solution'],
		],
		[
			'too few wrong solutions',
			{ 'wrong/d.py': null },
			['code/countdown/wrong/: has 3 wrong solutions, at least 4'],
		],
		[
			'no wrong solutions',
			{ 'wrong/a.py': null, 'wrong/b.py': null, 'wrong/c.py': null, 'wrong/d.py': null },
			['code/countdown/wrong/: has 0 wrong solutions, at least 4'],
		],
		[
			'something else among the wrong solutions',
			{ 'wrong/README.md': 'x' },
			['code/countdown/wrong/README.md: is a stray file'],
		],
		[
			'a wrong solution without its first line',
			{ 'wrong/a.py': 'def countdown(n): return []\n# why\n' },
			['code/countdown/wrong/a.py: first line is not "# caught by: Class.test_method"'],
		],
		[
			'a wrong solution without its reason',
			{ 'wrong/a.py': '# caught by: Lazy.test_is_lazy\ndef countdown(n): return []\n' },
			['code/countdown/wrong/a.py: second line is not a comment that says why people write this'],
		],
		[
			'a wrong solution caught by no test',
			{ 'wrong/a.py': '# caught by: Lazy.test_three\n# Why.\n' },
			['code/countdown/wrong/a.py: tests.py has no test Lazy.test_three'],
		],
		[
			'a list of mutants that is none',
			{ 'equivalent.json': '[{"mutant": "a"}]' },
			[expect.stringMatching(/^code\/countdown\/equivalent.json: 0.reason: /)],
		],
	])('with %s is refused', async (_what, change, expected) => {
		const outcome = await readFolder(await makeChallenge(change));
		expect(outcome.ok).toBe(false);
		if (!outcome.ok) expect(outcome.error.map(tell)).toEqual(expected);
	});
});

describe('the ids of tests', () => {
	test('belong to their classes, also after text at the margin', () => {
		const source = [
			'class Base(unittest.TestCase):',
			'    def helper(self):',
			'        text = """',
			'a,b',
			'"""',
			'    async def test_one(self):',
			'        def test_inner():',
			'            pass',
			'class Second(Base):',
			'    def test_two(self): ...',
			'def outside():',
			'    def test_three(self): ...',
		].join('\n');
		expect(testIds(source)).toEqual(['Base.test_one', 'Second.test_two']);
	});
});
