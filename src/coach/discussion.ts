import type { Correction } from '../core/answer';
import type { Design, Probe, Stage, StageName } from '../core/design';
import type { DiscussionEvent } from '../core/discussion';
import type { KeyPoint } from '../core/drill';
import { scorePoints, type PointScore } from './answer';
import { matches, readPhrase } from './phrases';
import { splitSentences, type Sentence } from './sentences';
import { tokensOf } from './tokens';

/** At most so many questions press on in one stage. */
export const mostProbes = 2;

/** A point that was said only when pressed counts this much. */
export const pressedWorth = 0.5;

/** How the score of a discussion is made, to be shown where it stands. */
export const discussionFormula =
	'Key points that you said by yourself count whole, those that came only when you were pressed count half; the sum is divided by all key points of the stages you answered.';

/** An exchange after the answer: the question, and what was said to it. */
export type Pressing = { probe: Probe; text: string };

/** A stage as it went. */
export type StageStanding = {
	stage: Stage;
	/** Null while it has not been answered. */
	answer: string | null;
	pressings: Pressing[];
	/** All sentences that were said, those of the answer first. */
	sentences: Sentence[];
	/** How many of them belong to the answer. */
	ownSentences: number;
	points: PointScore[];
	/** 0 to 1; 0 while it has not been answered. */
	score: number;
};

/** Where a discussion is: a stage to answer, a probe to answer, or the end. */
export type Standing = {
	stages: StageStanding[];
	now:
		| { kind: 'answer'; stage: Stage }
		| { kind: 'probe'; stage: Stage; probe: Probe }
		| { kind: 'done' };
	/** 0 to 1 over the stages that were answered. */
	score: number;
	answered: number;
};

/** Reads what happened. Events about stages or probes that are gone are passed over. */
export function standingOf(design: Design, events: readonly DiscussionEvent[]): Standing {
	const stages = design.stages.map((stage) => stageStanding(stage, events));
	const done = events.some(({ kind }) => kind === 'ended');
	const answered = stages.filter(({ answer }) => answer !== null);
	const all = answered.reduce((sum, { points }) => sum + points.length, 0);
	const earned = answered.reduce((sum, { points, score }) => sum + score * points.length, 0);
	return {
		stages,
		now: done ? { kind: 'done' } : nextOf(stages),
		score: all === 0 ? 0 : earned / all,
		answered: answered.length,
	};
}

/** The next question that what was said gives reason for; null when there is none, or enough were asked. */
export function probeFor(standing: StageStanding): Probe | null {
	const { stage, pressings, points, sentences } = standing;
	if (standing.answer === null || pressings.length >= mostProbes) return null;
	const said = new Set(points.filter(({ sentence }) => sentence !== null).map(({ id }) => id));
	const tokens = sentences.map(({ text }) => tokensOf(text));
	const asked = new Set(pressings.map(({ probe }) => probe.id));
	const fits = (probe: Probe) => {
		const phrase = probe.mentions === null ? null : readPhrase(probe.mentions);
		return (
			!asked.has(probe.id) &&
			probe.said.every((id) => said.has(id)) &&
			probe.missed.every((id) => !said.has(id)) &&
			(phrase === null || tokens.some((words) => matches(phrase, words)))
		);
	};
	return stage.probes.find(fits) ?? null;
}

/** Whether a point was said without being pressed. */
export function unprompted(standing: StageStanding, point: PointScore): boolean {
	return point.sentence !== null && point.sentence < standing.ownSentences;
}

function stageStanding(stage: Stage, events: readonly DiscussionEvent[]): StageStanding {
	const own = events.filter((event) => 'stage' in event && event.stage === stage.name);
	const answer = own.findLast((event) => event.kind === 'answered')?.text ?? null;
	const pressings = own.flatMap((event): Pressing[] => {
		if (event.kind !== 'pressed') return [];
		const probe = stage.probes.find(({ id }) => id === event.probe);
		return probe ? [{ probe, text: event.text }] : [];
	});
	const corrections = correctionsOf(own, stage.points);
	const answered = splitSentences(answer ?? '');
	const sentences = [...answered, ...pressings.flatMap(({ text }) => splitSentences(text))];
	const points = scorePoints(stage.points, sentences, corrections);
	const standing: StageStanding = {
		stage,
		answer,
		pressings,
		sentences,
		ownSentences: answered.length,
		points,
		score: 0,
	};
	return { ...standing, score: scoreOf(standing) };
}

function correctionsOf(
	events: readonly DiscussionEvent[],
	points: readonly KeyPoint[],
): Correction[] {
	return points.flatMap(({ id }) => {
		const last = events.findLast((event) => event.kind === 'corrected' && event.point === id);
		if (last?.kind !== 'corrected') return [];
		return last.rulings.map((ruling) => ({ point: id, ...ruling }));
	});
}

function scoreOf(standing: StageStanding): number {
	const { points } = standing;
	const worth = points.map((point) =>
		point.sentence === null ? 0 : unprompted(standing, point) ? 1 : pressedWorth,
	);
	return points.length === 0
		? 0
		: worth.reduce((sum: number, value) => sum + value, 0) / points.length;
}

function nextOf(stages: readonly StageStanding[]): Standing['now'] {
	const reached = stages.findLast(({ answer }) => answer !== null);
	const probe = reached ? probeFor(reached) : null;
	if (reached && probe) return { kind: 'probe', stage: reached.stage, probe };
	const next = stages.find(({ answer }) => answer === null);
	return next ? { kind: 'answer', stage: next.stage } : { kind: 'done' };
}

/** What was said to a stage in an earlier discussion; null when it was not answered. */
export function saidBefore(events: readonly DiscussionEvent[], stage: StageName): string | null {
	const event = events.findLast((one) => one.kind === 'answered' && one.stage === stage);
	return event?.kind === 'answered' ? event.text : null;
}
