import type { ChallengeMeta, Kind, Role } from '../core/challenge';
import { daysBetween, type Day } from '../core/day';
import { drillTopics, type DrillMeta, type DrillTopic } from '../core/drill';
import type { Work } from '../core/work';
import { mean } from './formulas';

/** Numbers of the formulas below. */
export const readinessLimits = {
	/** So many different challenges, and so many different answers, prove a topic. */
	proofs: 3,
	/** So many sessions of a kind prove it. */
	sessions: 2,
	/** A pass with hints or after the debrief, beside one without. */
	aided: 0.6,
	/** The most that a challenge counts which has not passed. */
	tried: 0.4,
	/** After so many days a proof counts half. */
	halfLife: 60,
} as const;

const { proofs, sessions, aided, tried, halfLife } = readinessLimits;
const percent = (part: number) => `${Math.round(part * 100)} %`;

/** What each figure of readiness means, to be shown where it stands. */
export const readinessFormulas = {
	code: `The mean of the best ${proofs} challenges; one that is missing counts 0. A pass without help counts 100 %, with hints or the debrief ${percent(aided)}; without a pass, the share of tests that held, times ${percent(tried)}.`,
	speak: `The mean of the latest scores of the best ${proofs} drills; one that is missing counts 0.`,
	age: `A proof loses half of its weight every ${halfLife} days.`,
	topic: 'The mean of code and answers, where the topic has both; otherwise the one that it has.',
	session: `The mean of the best ${sessions} sessions; one that is missing counts 0.`,
	role: 'The mean of the rows, each counted as often as its weight says.',
} as const;

/** How much each topic weighs for a role; sessions weigh 3 each for all of them. */
export const topicWeights: Record<Role, Partial<Record<DrillTopic, number>>> = {
	backend: {
		'python-core': 2,
		oop: 2,
		generators: 2,
		concurrency: 3,
		api: 3,
		testing: 2,
		performance: 2,
		'data-structures': 3,
	},
	automation: {
		'python-core': 3,
		oop: 1,
		generators: 2,
		concurrency: 2,
		testing: 2,
		'data-structures': 2,
		automation: 3,
	},
	data: {
		'python-core': 2,
		oop: 1,
		generators: 3,
		concurrency: 1,
		testing: 1,
		performance: 3,
		'data-structures': 3,
		'data-handling': 3,
	},
};
const sessionWeight = 3;

/** The topic that a kind of challenge is code of. */
export const topicOfKind: Record<Kind, DrillTopic> = {
	generators: 'generators',
	async: 'concurrency',
	'data-structures': 'data-structures',
	threads: 'concurrency',
	testing: 'testing',
};

/** What one piece of work proves; `counts` from 0 to 1, its age included. */
export type Proof = { work: Work; title: string; slug: string; day: Day; counts: number };

/** One part of a row: code, answers, or sessions. Null `value`: nothing of the kind exists. */
export type Part = { value: number; proofs: Proof[]; needed: number };

export type ReadinessRow = {
	topic: DrillTopic | 'interview' | 'design';
	weight: number;
	value: number;
	code: Part | null;
	speak: Part | null;
	session: Part | null;
};

export type Readiness = { role: Role; value: number; rows: ReadinessRow[] };

/** What there is to be proven with. */
export type Material = { challenges: readonly ChallengeMeta[]; drills: readonly DrillMeta[] };

/** How ready somebody is for a role today, row by row, heaviest first. */
export function readiness(
	role: Role,
	works: readonly Work[],
	material: Material,
	today: Day,
): Readiness {
	const rows: ReadinessRow[] = drillTopics.flatMap((topic) => {
		const weight = topicWeights[role][topic];
		const code = codePart(challengesOf(material, role, topic), works, today);
		const speak = speakPart(
			material.drills.filter((drill) => drill.topic === topic && drill.roles.includes(role)),
			works,
			today,
		);
		if (weight === undefined || (!code && !speak)) return [];
		const values = [code, speak].flatMap((part) => (part ? [part.value] : []));
		return [{ topic, weight, value: mean(values), code, speak, session: null }];
	});
	for (const topic of ['interview', 'design'] as const) {
		const session = sessionPart(topic, works, today);
		const value = session.value;
		rows.push({ topic, weight: sessionWeight, value, code: null, speak: null, session });
	}
	const weights = rows.reduce((sum, row) => sum + row.weight, 0);
	const value = rows.reduce((sum, row) => sum + row.weight * row.value, 0) / weights;
	return { role, value, rows: rows.sort((one, two) => two.weight - one.weight) };
}

/** What a part still lacks, in words; null when it is proven. */
export function missing(part: Part, noun: string): string | null {
	const lacking = part.needed - part.proofs.length;
	if (lacking > 0) return `${lacking} more ${noun}${lacking === 1 ? '' : 's'}`;
	return part.value < 0.8 ? `a better ${noun} than the weakest` : null;
}

function challengesOf({ challenges }: Material, role: Role, topic: DrillTopic): ChallengeMeta[] {
	return challenges.filter(
		({ kind, roles }) => topicOfKind[kind] === topic && roles.includes(role),
	);
}

function codePart(
	challenges: readonly ChallengeMeta[],
	works: readonly Work[],
	today: Day,
): Part | null {
	if (challenges.length === 0) return null;
	const found = challenges.flatMap(({ slug, title }) => {
		const checks = works.filter((work) => work.kind === 'code' && work.slug === slug);
		return best(checks.map((work) => proof(work, title, slug, credit(work), today)));
	});
	return part(found, Math.min(proofs, challenges.length));
}

function speakPart(drills: readonly DrillMeta[], works: readonly Work[], today: Day): Part | null {
	if (drills.length === 0) return null;
	const found = drills.flatMap(({ slug, title }) => {
		const given = works.filter((work) => work.kind === 'speak' && work.slug === slug);
		const latest = given.reduce<Work | null>(
			(last, work) => (last && last.at > work.at ? last : work),
			null,
		);
		return latest ? [proof(latest, title, slug, credit(latest), today)] : [];
	});
	return part(found, Math.min(proofs, drills.length));
}

function sessionPart(kind: 'interview' | 'design', works: readonly Work[], today: Day): Part {
	const found = works.flatMap((work) =>
		work.kind === kind && work.score !== null
			? [proof(work, work.title, work.slug, work.score, today)]
			: [],
	);
	return part(found, sessions);
}

function credit(work: Work): number {
	switch (work.kind) {
		case 'code':
			return work.unaided ? 1 : work.passed ? aided : work.share * tried;
		case 'speak':
			return work.score;
		case 'interview':
		case 'design':
			return work.score ?? 0;
		case 'revise':
			return 0;
	}
}

function proof(work: Work, title: string, slug: string, worth: number, today: Day): Proof {
	const age = Math.max(0, daysBetween(work.day, today));
	return { work, title, slug, day: work.day, counts: worth * 0.5 ** (age / halfLife) };
}

function best(found: readonly Proof[]): Proof[] {
	return [...found].sort((one, two) => two.counts - one.counts).slice(0, 1);
}

function part(found: readonly Proof[], needed: number): Part {
	const counted = [...found].sort((one, two) => two.counts - one.counts).slice(0, needed);
	const value = counted.reduce((sum, { counts }) => sum + counts, 0) / needed;
	return { value, proofs: counted, needed };
}
