import { describe, expect, test } from 'vitest';
import { contextOf, scoreAnswer, scorePoints } from '../../src/coach/answer';
import { wordsIn } from '../../src/coach/clarity';
import { findMistakes } from '../../src/coach/mistakes';
import { splitSentences } from '../../src/coach/sentences';
import { readAnswers } from '../../src/content/answers';
import { describe as tell } from '../../src/content/problem';

const { drills, problems } = await readAnswers('challenges');

/** What the drill's points get from a text, as `id` or `id by “phrasing”`. */
function earned(drill: (typeof drills)[number], text: string): string[] {
	return scorePoints(drill.points, splitSentences(text), []).flatMap(({ id, phrase }) =>
		phrase === null ? [] : [`${id} by “${phrase}”`],
	);
}

const mistakesIn = (drill: (typeof drills)[number], text: string) =>
	findMistakes(text, contextOf(drill)).map(({ name, sentence }) => `${name}: ${sentence}`);

describe('the drills', () => {
	test('can all be read', () => {
		expect(problems.map(tell)).toEqual([]);
		expect(drills.length).toBeGreaterThanOrEqual(60);
	});

	test('have titles and questions of their own', () => {
		const titles = drills.map(({ title }) => title);
		const questions = drills.map(({ question }) => question.text);
		expect(new Set(titles).size).toBe(titles.length);
		expect(new Set(questions).size).toBe(questions.length);
	});
});

describe.each(drills)('$slug', (drill) => {
	test('has a model answer that earns every point', () => {
		const { points } = scoreAnswer(drill, { text: drill.model.text });
		expect(points.filter(({ sentence }) => sentence === null).map(({ id }) => id)).toEqual([]);
	});

	test('has a model answer of 120 to 200 words that can be said in time', () => {
		const words = wordsIn(drill.model.text);
		expect(words).toBeGreaterThanOrEqual(120);
		expect(words).toBeLessThanOrEqual(200);
	});

	test('has a model answer with answer first, example, trade-off and number, and no mistake', () => {
		const { structure } = scoreAnswer(drill, { text: drill.model.text });
		const missing = Object.entries(structure).filter(([, index]) => index === null);
		expect(missing.map(([part]) => part)).toEqual([]);
		expect(mistakesIn(drill, drill.model.text)).toEqual([]);
	});

	test('has a weak answer that is caught, and earns at most half', () => {
		const found = mistakesIn(drill, drill.weak.text).map((mistake) => mistake.split(':')[0]);
		expect(found).toContain(drill.weak.mistake);
		expect(earned(drill, drill.weak.text).length).toBeLessThanOrEqual(drill.points.length / 2);
		const words = wordsIn(drill.weak.text);
		expect(words).toBeGreaterThanOrEqual(40);
		expect(words).toBeLessThanOrEqual(90);
	});

	test('gives little for the answers to other questions', () => {
		const astray = drills
			.filter((other) => other !== drill)
			.map((other) => ({ slug: other.slug, earned: earned(drill, other.model.text) }))
			.filter(({ earned }) => earned.length > drill.points.length / 3);
		expect(astray).toEqual([]);
	});

	test('gives nothing for a question repeated', () => {
		const { coverage } = scoreAnswer(drill, { text: drill.question.text });
		expect(coverage).toBeLessThanOrEqual(0.34);
	});
});
