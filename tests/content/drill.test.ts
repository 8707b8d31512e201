import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/content/answers';
import { readDrill } from '../../src/content/drill';
import { describe as tell } from '../../src/content/problem';
import { makeFolder, write } from './fixture';

const point = (id: string) =>
	`  - id: ${id}\n    says: Says ${id}\n    any: [a ${id} moves, b ${id} runs, c ${id} waits, O(n)]\n`;

const front = `title: What is slow?
topic: performance
level: mid
roles: [backend]
seconds: 90
mistake: hedging
points:
${point('one')}${point('two')}${point('three')}`;

const body = `What is *slow* in \`a.b()\`?

## Model answer

First \`pop(0)\`
goes on.

Second **part**.

## Follow-ups

- Why is
  that? — Because \`x\`.
- Really? - Yes.

## Weak answer

I think so.

## What is wrong with it

It says *nothing*.
`;

const drill = (yaml = front, markdown = body) => `---\n${yaml}---\n${markdown}`;
const problemsOf = (text: string, slug = 'what-is-slow') => {
	const read = readDrill(slug, text);
	return read.ok ? [] : read.error.map(tell);
};

describe('a drill', () => {
	test('is read with texts both plain and as HTML', () => {
		expect(readDrill('what-is-slow', drill())).toEqual({
			ok: true,
			value: {
				slug: 'what-is-slow',
				title: 'What is slow?',
				topic: 'performance',
				level: 'mid',
				roles: ['backend'],
				seconds: 90,
				points: ['one', 'two', 'three'].map((id) => ({
					id,
					says: `Says ${id}`,
					any: [`a ${id} moves`, `b ${id} runs`, `c ${id} waits`, 'O(n)'],
				})),
				question: {
					text: 'What is slow in `a.b()`?',
					html: '<p>What is <em>slow</em> in <code>a.b()</code>?</p>\n',
				},
				model: {
					text: 'First `pop(0)` goes on.\nSecond part.',
					html: '<p>First <code>pop(0)</code>\ngoes on.</p>\n<p>Second <strong>part</strong>.</p>\n',
				},
				followUps: [
					{ question: 'Why is that?', looksFor: 'Because `x`.' },
					{ question: 'Really?', looksFor: 'Yes.' },
				],
				weak: {
					text: 'I think so.',
					html: '<p>I think so.</p>\n',
					mistake: 'hedging',
					why: 'It says nothing.',
				},
			},
		});
	});

	test.each([
		['no front matter', body, /does not begin with YAML/],
		['bad YAML', drill(`${front}x: [1\n`), /is not YAML at line \d+/],
		['an unknown field', drill(`${front}more: 1\n`), /more/],
		['code in its title', drill(front.replace('slow?', '`x`?')), /title: plain text/],
		['a bad topic', drill(front.replace('performance', 'cooking')), /topic: /],
		['too little time', drill(front.replace('90', '20')), /seconds: /],
		['two points', drill(front.replace(point('two'), '')), /points: at least three points/],
		['a point twice', drill(front.replace('id: two', 'id: one')), /no id twice/],
		['few phrasings', drill(front.replace('c one waits, ', '')), /points.0.any: at least four/],
		['an empty phrasing', drill(front.replace('a one moves', 'a thing')), /fewer than two words/],
		['a missing heading', drill(front, body.replace('## Weak answer', '')), /has the headings/],
		['an empty section', drill(front, body.replace('I think so.', '')), /Weak answer: has no text/],
		[
			'one follow-up',
			drill(front, body.replace('- Really? - Yes.\n', '')),
			/Follow-ups: needs two/,
		],
		['a bare follow-up', drill(front, body.replace(' - Yes.', '')), /Follow-ups: needs two/],
		['no question', drill(front, body.replace(/^What.*\n/, '')), /has no question/],
		['a title', drill(front, `# Slow\n\n${body}`), /has a title/],
		['a link inside', drill(front, `[x](javascript:1) ${body}`), /not https/],
		['carriage returns', drill().replaceAll('\n', '\r\n'), /has CR/],
	])('is refused with %s', (_, text, message) => {
		expect(problemsOf(text).join('\n')).toMatch(message);
	});

	test('is refused under a name that is no slug', () => {
		expect(problemsOf(drill(), 'Slow_One')).toEqual([expect.stringContaining('not a slug')]);
	});
});

describe('the folder of drills', () => {
	test('is in order of topic, level and title, and names what is wrong', async () => {
		const folder = await makeFolder();
		const with_ = (topic: string, level: string, title: string) =>
			drill(
				front
					.replace('performance', topic)
					.replace('level: mid', `level: ${level}`)
					.replace('What is slow?', title),
			);
		await write(join(folder, 'answers'), {
			'a.md': with_('automation', 'junior', 'A'),
			'b.md': with_('oop', 'senior', 'B'),
			'c.md': with_('oop', 'junior', 'D'),
			'd.md': with_('oop', 'junior', 'C'),
			'e.md': 'nothing',
			'stray.txt': 'x',
		});
		const { drills, problems } = await readAnswers(folder);
		expect(drills.map(({ slug }) => slug)).toEqual(['d', 'c', 'b', 'a']);
		expect(problems.map(({ file }) => file)).toEqual(['answers/e.md', 'answers/stray.txt']);
	});

	test('may be missing', async () => {
		expect(await readAnswers(await makeFolder())).toEqual({ drills: [], problems: [] });
	});
});
