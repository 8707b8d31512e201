import type { Plugin } from 'vite';
import type { Challenge, ChallengeMeta } from '../../core/challenge';
import type { Drill, DrillMeta } from '../../core/drill';
import type { Scenario, ScenarioMeta } from '../../core/interview';
import { readAnswers } from '../answers';
import { readCollection } from '../collection';
import { readCosts } from '../costfiles';
import { readScenarios } from '../interviewfiles';
import { designs, guide, scenarios } from './reading';
import { serveShelf, type Shelf } from './shelf';

/** `virtual:challenges`: coding challenges with kinds, tracks and topics. */
const code: Shelf = {
	entry: 'virtual:challenges',
	async read(directory) {
		const { folders, kinds, tracks, topics, problems } = await readCollection(directory);
		const challenges = folders.map(({ challenge }) => challenge);
		return {
			lists: { catalogue: challenges.map(metaOf), kinds, tracks, topics },
			items: bySlug(challenges),
			problems,
		};
	},
};

/** `virtual:challenges/answers`: drills. */
const answers: Shelf = {
	entry: 'virtual:challenges/answers',
	async read(directory) {
		const { drills, problems } = await readAnswers(directory);
		return { lists: { drills: drills.map(drillMetaOf) }, items: bySlug(drills), problems };
	},
};

/** `virtual:challenges/costs`: operations whose costs are guessed and then measured. */
const costs: Shelf = {
	entry: 'virtual:challenges/costs',
	async read(directory) {
		const { questions, problems } = await readCosts(directory);
		return { lists: { costs: questions }, items: new Map(), problems };
	},
};

/** `virtual:challenges/interviews`: scenarios of mock interviews. */
const interviews: Shelf = {
	entry: 'virtual:challenges/interviews',
	async read(directory) {
		const { scenarios, problems } = await readScenarios(directory);
		return {
			lists: { scenarios: scenarios.map(scenarioMetaOf) },
			items: bySlug(scenarios),
			problems,
		};
	},
};

type Options = { root?: string };

/** Coding challenges alone. */
export function challenges(options: Options = {}): Plugin {
	return serveShelf(code, options);
}

/** Everything in `challenges/`, a collection each. */
export function content(options: Options = {}): Plugin[] {
	const shelves = [code, answers, costs, interviews, guide, scenarios, designs];
	return shelves.map((shelf) => serveShelf(shelf, options));
}

function bySlug<T extends { slug: string }>(items: T[]): Map<string, T> {
	return new Map(items.map((item) => [item.slug, item]));
}

function drillMetaOf({ slug, title, topic, level, roles, seconds }: Drill): DrillMeta {
	return { slug, title, topic, level, roles, seconds };
}

function scenarioMetaOf(scenario: Scenario): ScenarioMeta {
	const { slug, version, title, summary, role, level, minutes, challenge } = scenario;
	return { slug, version, title, summary, role, level, minutes, challenge };
}

function metaOf(challenge: Challenge): ChallengeMeta {
	const {
		slug,
		version,
		title,
		summary,
		kind,
		difficulty,
		minutes,
		topics,
		roles,
		skills,
		limits,
	} = challenge;
	return {
		slug,
		version,
		title,
		summary,
		kind,
		difficulty,
		minutes,
		topics,
		roles,
		skills,
		limits,
	};
}
