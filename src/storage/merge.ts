import { mergeCards, mergeReviews } from '../core/card';
import { mergeDrafts, setAside, type Draft, type EarlierDraft } from '../core/draft';
import { laterChoice } from '../core/model';
import { mergeTexts, type Note } from '../core/note';
import { mergeTerms } from '../core/terms';
import { mergeAnswer, mergeSitting } from './answermerge';
import { keep } from './earlier';
import type { Writer } from './engine';
import { mergeMoment, mergeSession } from './sessionmerge';
import { mergeAuthored, mergeDiscussion, mergeRun, mergeService, mergeStory } from './joins';
import type { Snapshot } from './snapshot';

export type MergeOptions = {
	/** Why a text gives way. */
	reason: EarlierDraft['reason'];
	/** Whose the drafts become, so that an open editor is told; null leaves them their own tab's. */
	tab: string | null;
	now: Date;
	newId: () => string;
};

/** Rows that were not there before; `setAside` counts texts that gave way to a newer one. */
export type MergeSummary = {
	drafts: number;
	setAside: number;
	attempts: number;
	preferences: number;
	notes: number;
	events: number;
	answers: number;
	sittings: number;
	cards: number;
	reviews: number;
	plans: number;
	sessions: number;
	moments: number;
	decisions: number;
	discussions: number;
	services: number;
	stories: number;
	terms: number;
	authored: number;
	exercises: number;
};

/**
 * Joins rows from elsewhere to those here, losing none: the newer draft wins and the other is kept,
 * attempts, events, answers, cards, reviews, plans and interviews are united by id, notes are
 * joined, choices of this device stay, and of its model the later one.
 */
export async function merge(
	writer: Writer,
	incoming: Snapshot,
	options: MergeOptions,
): Promise<MergeSummary> {
	const summary: MergeSummary = {
		drafts: 0,
		setAside: 0,
		attempts: 0,
		preferences: 0,
		notes: 0,
		events: 0,
		answers: 0,
		sittings: 0,
		cards: 0,
		reviews: 0,
		plans: 0,
		sessions: 0,
		moments: 0,
		decisions: 0,
		discussions: 0,
		services: 0,
		stories: 0,
		terms: 0,
		authored: 0,
		exercises: 0,
	};
	for (const draft of incoming.drafts) {
		const { changed, other } = await mergeDraft(writer, draft, options);
		summary.drafts += Number(changed);
		summary.setAside += Number(other);
	}
	for (const earlier of incoming.earlier) await keep(writer, earlier, options.newId);
	for (const attempt of incoming.attempts) {
		if (await writer.get('attempts', attempt.id)) continue;
		await writer.put('attempts', attempt);
		summary.attempts += 1;
	}
	for (const event of incoming.events) {
		if (await writer.get('events', event.id)) continue;
		await writer.put('events', event);
		summary.events += 1;
	}
	for (const card of incoming.cards) {
		const here = await writer.get('cards', card.id);
		await writer.put('cards', here ? mergeCards(here, card) : card);
		summary.cards += Number(!here);
	}
	for (const review of incoming.reviews) {
		const here = await writer.get('reviews', review.id);
		await writer.put('reviews', here ? mergeReviews(here, review) : review);
		summary.reviews += Number(!here);
	}
	for (const plan of incoming.plans) {
		if (await writer.get('plans', plan.id)) continue;
		await writer.put('plans', plan);
		summary.plans += 1;
	}
	for (const terms of incoming.terms) {
		const here = await writer.get('terms', terms.slug);
		await writer.put('terms', here ? mergeTerms(here, terms) : terms);
		summary.terms += Number(!here);
	}
	for (const own of incoming.exercises) {
		if (await writer.get('exercises', own.slug)) continue;
		await writer.put('exercises', own);
		summary.exercises += 1;
	}
	for (const preference of incoming.preferences) {
		if (await writer.get('preferences', preference.name)) continue;
		await writer.put('preferences', preference);
		summary.preferences += 1;
	}
	for (const choice of incoming.model) {
		const here = await writer.get('model', choice.id);
		await writer.put('model', here ? laterChoice(here, choice) : choice);
	}
	for (const note of incoming.notes) summary.notes += Number(await mergeNote(writer, note));
	for (const answer of incoming.answers) {
		summary.answers += Number(await mergeAnswer(writer, answer));
	}
	for (const sitting of incoming.sittings) {
		summary.sittings += Number(await mergeSitting(writer, sitting));
	}
	for (const session of incoming.sessions) {
		summary.sessions += Number(await mergeSession(writer, session));
	}
	for (const moment of incoming.moments) {
		summary.moments += Number(await mergeMoment(writer, moment));
	}
	for (const run of incoming.decisions) summary.decisions += Number(await mergeRun(writer, run));
	for (const discussion of incoming.discussions) {
		summary.discussions += Number(await mergeDiscussion(writer, discussion));
	}
	for (const service of incoming.services) {
		summary.services += Number(await mergeService(writer, service));
	}
	for (const story of incoming.stories) summary.stories += Number(await mergeStory(writer, story));
	for (const authored of incoming.authored) {
		summary.authored += Number(await mergeAuthored(writer, authored));
	}
	return summary;
}

async function mergeDraft(
	writer: Writer,
	incoming: Draft,
	options: MergeOptions,
): Promise<{ changed: boolean; other: boolean }> {
	const theirs = { ...incoming, tab: options.tab ?? incoming.tab };
	const ours = await writer.get('drafts', [theirs.slug, theirs.version]);
	if (!ours) {
		await writer.put('drafts', theirs);
		return { changed: true, other: false };
	}
	const { draft, other } = mergeDrafts(ours, theirs);
	const { reason, now, newId } = options;
	if (other) await keep(writer, setAside(other, reason, newId(), now), newId);
	const changed = draft.code !== ours.code;
	if (changed) await writer.put('drafts', draft);
	return { changed, other: other !== null };
}

async function mergeNote(writer: Writer, theirs: Note): Promise<boolean> {
	const ours = await writer.get('notes', theirs.slug);
	const text = ours ? mergeTexts(ours.text, theirs.text) : theirs.text;
	if (text === ours?.text) return false;
	const revision = Math.max(ours?.revision ?? 0, theirs.revision) + Number(ours !== undefined);
	await writer.put('notes', { ...theirs, text, revision });
	return true;
}
