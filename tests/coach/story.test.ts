import { describe, expect, test } from 'vitest';
import { checkStory, checkTelling, secondsToTell } from '../../src/coach/story';
import { emptyStory, type StoryText } from '../../src/core/story';

const good: StoryText = {
	title: 'The import',
	situation: 'Our nightly import took four hours and the warehouse had no plan in the morning.',
	task: 'I was asked to get it below one hour before the season began.',
	action: 'I profiled it and replaced a list by a set. Then we moved the join to the database.',
	result: 'It fell from four hours to 38 minutes, and nobody has called at night since.',
	lesson: 'I should have asked for the profile first; now I measure before I guess.',
};

const failing = (text: StoryText) =>
	checkStory(text)
		.filter(({ ok }) => !ok)
		.map(({ name }) => name);
const check = (text: StoryText, name: string) => checkStory(text).find((one) => one.name === name);

describe('a written story', () => {
	test('that has everything passes, and each check quotes its sentence', () => {
		expect(failing(good)).toEqual([]);
		expect(check(good, 'number')?.says).toBe(good.result);
		expect(check(good, 'lesson')?.says).toBe(good.lesson);
		expect(check(good, 'own')?.says).toBe('I profiled it and replaced a list by a set.');
	});

	test('without a number is told so', () => {
		const vague = { ...good, result: 'It became much faster and everybody was happy.' };
		expect(failing(vague)).toEqual(['number']);
		expect(check(vague, 'number')?.says).toMatch(/No number found/);
	});

	test('does not take a number from elsewhere for the result’s', () => {
		const elsewhere = {
			...good,
			action: 'I wrote 40 tests for it.',
			result: 'After that it was a lot better.',
		};
		expect(failing(elsewhere)).toEqual(['number']);
	});

	test.each([
		['Everything went well in the end, luckily.', false],
		['Since then I write the test with the clock first.', true],
		['Never release a migration on a Friday evening again.', true],
		['I learnt to ask who uses a script.', true],
		['Learnt.', false],
	])('whose lesson is %j: %s', (lesson, ok) => {
		expect(check({ ...good, lesson }, 'lesson')?.ok).toBe(ok);
	});

	test('that only says “we” hides its author', () => {
		expect(failing({ ...good, action: 'We profiled it and we replaced a list by a set.' })).toEqual(
			['own'],
		);
	});

	test('that is empty has everything to be done but is not too long', () => {
		expect(failing(emptyStory)).toEqual(['parts', 'number', 'lesson', 'own']);
		expect(check(emptyStory, 'parts')?.says).toBe(
			'Too little yet: situation, task, action, result, lesson.',
		);
	});

	test('that is too long says how long', () => {
		const long = { ...good, situation: 'word '.repeat(300) };
		expect(failing(long)).toEqual(['length']);
		expect(secondsToTell(long)).toBeGreaterThan(120);
		expect(check(long, 'length')?.says).toMatch(/^About 2:\d\d aloud, .* Shorten/);
	});
});

describe('a told story', () => {
	const told = Object.values(good).join(' ');
	const missing = (text: string, seconds: number) =>
		checkTelling(text, seconds)
			.filter(({ ok }) => !ok)
			.map(({ name }) => name);

	test('with number, lesson and own part in time is complete', () => {
		expect(missing(told, 95)).toEqual([]);
	});

	test('over two minutes is too long', () => {
		expect(missing(told, 121)).toEqual(['length']);
	});

	test('of a few words is none', () => {
		expect(missing('I fixed it.', 10)).toEqual(['number', 'lesson', 'length']);
	});

	test('without what counts is told so', () => {
		const vague =
			'We had a slow job and then the team made it fast and that was very good for all.';
		expect(missing(vague, 30)).toEqual(['number', 'lesson', 'own']);
	});
});
