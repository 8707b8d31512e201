import { describe, expect, test } from 'vitest';
import { scorePoints } from '../../src/coach/answer';
import { wordsIn } from '../../src/coach/clarity';
import { mostProbes, probeFor, standingOf } from '../../src/coach/discussion';
import { matches, readPhrase, type Phrase } from '../../src/coach/phrases';
import { splitSentences } from '../../src/coach/sentences';
import { tokensOf, type Token } from '../../src/coach/tokens';
import { readAnswers } from '../../src/content/answers';
import { readDesigns } from '../../src/content/designfolder';
import { describe as tell } from '../../src/content/problem';
import { ownService, stageNames, type Design, type Stage } from '../../src/core/design';

const { designs, problems } = await readDesigns('challenges');
const { drills } = await readAnswers('challenges');
const stages = designs.flatMap((design) => design.stages.map((stage) => ({ design, stage })));

const read = new Map<string, Token[][]>();

/** The sentences of a text in tokens; each text is looked at many times. */
function tokensIn(text: string): Token[][] {
	const known = read.get(text) ?? splitSentences(text).map((sentence) => tokensOf(sentence.text));
	read.set(text, known);
	return known;
}

const phrases = new Map<string, Phrase>();

function ready(text: string): Phrase {
	const phrase = phrases.get(text) ?? readPhrase(text);
	phrases.set(text, phrase);
	return phrase;
}

/** Ids of the points that a text earns, each with the phrasing that did it. */
function earned(stage: Stage, text: string): string[] {
	const sentences = tokensIn(text);
	return stage.points.flatMap(({ id, any }) => {
		const found = any.find((phrase) => sentences.some((words) => matches(ready(phrase), words)));
		return found === undefined ? [] : [`${id} by “${found}”`];
	});
}

/** Shares of a stage's points that a text about something else may earn. */
const limits = {
	given: { most: 0.4, onAverage: 0.08 },
	own: { most: 0.8, onAverage: 0.25 },
} as const;

describe('the design discussions', () => {
	test('can all be read', () => {
		expect(problems.map(tell)).toEqual([]);
		expect(designs.length).toBeGreaterThanOrEqual(7);
	});

	test('are about six services and one’s own', () => {
		expect(designs.filter(({ slug }) => slug === ownService)).toHaveLength(1);
		expect(designs.at(-1)?.slug).toBe(ownService);
		expect(new Set(designs.map(({ title }) => title)).size).toBe(designs.length);
	});

	test.each(designs)('$slug has each stage, in order', (design) => {
		expect(design.stages.map(({ name }) => name)).toEqual([...stageNames]);
	});

	test.each(designs)(
		'$slug is drawn with every box connected, and none over another',
		({ picture }) => {
			for (const { id } of picture.boxes) {
				expect(picture.arrows.some(({ from, to }) => from === id || to === id)).toBe(true);
			}
			const places = picture.boxes.map(({ x, y }) => `${x},${y}`);
			expect(new Set(places).size).toBe(places.length);
		},
	);
});

describe.each(stages.map(({ design, stage }) => [`${design.slug}/${stage.name}`, design, stage]))(
	'%s',
	(_name, design, stage) => {
		const { model, question } = stage as Stage;
		const own = (design as Design).slug;

		test('has a model answer that earns every point', () => {
			const points = scorePoints((stage as Stage).points, splitSentences(model.text), []);
			expect(points.filter(({ sentence }) => sentence === null).map(({ id }) => id)).toEqual([]);
		});

		test('has a model answer that can be said in time', () => {
			const words = wordsIn(model.text);
			expect(words).toBeGreaterThanOrEqual(100);
			expect(words).toBeLessThanOrEqual(200);
			expect((60 * words) / 140).toBeLessThanOrEqual((stage as Stage).seconds);
		});

		test('gives nothing for its question', () => {
			expect(earned(stage as Stage, question.text)).toEqual([]);
		});

		test('gives nearly nothing for what belongs elsewhere', () => {
			const others = stages
				.filter((other) => other.design.slug !== own && other.stage.name !== (stage as Stage).name)
				.filter((other) => other.design.slug !== ownService)
				.map((other) => ({ name: other.design.slug, text: other.stage.model.text }));
			const answers = drills.map((drill) => ({ name: drill.slug, text: drill.model.text }));
			const shares = [...others, ...answers].map(({ name, text }) => {
				const found = earned(stage as Stage, text);
				return { name, found, share: found.length / (stage as Stage).points.length };
			});
			const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length;
			// What is asked about a service of one's own holds for many a service; and a drill may be
			// about the very thing, as one on charging twice is about keys.
			const { most, onAverage } = own === ownService ? limits.own : limits.given;
			expect(shares.filter(({ share }) => share > most)).toEqual([]);
			expect(mean).toBeLessThanOrEqual(onAverage);
		});

		test('presses on after silence, and leaves a model answer nearly alone', () => {
			const asked = (text: string) => {
				const events = [{ kind: 'answered' as const, at: 0, stage: (stage as Stage).name, text }];
				const { stages: all } = standingOf(design as Design, events);
				return all.find((one) => one.stage === stage);
			};
			const silent = asked('I do not know.');
			expect(silent && probeFor(silent)).not.toBeNull();
			const ids = (stage as Stage).probes.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			const unmissed = (stage as Stage).probes.filter(({ missed }) => missed.length === 0);
			expect((stage as Stage).probes.length - unmissed.length).toBeGreaterThanOrEqual(mostProbes);
			const full = asked(model.text);
			const probe = full && probeFor(full);
			if (probe) expect(probe.missed).toEqual([]);
		});
	},
);
