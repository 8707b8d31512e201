import { count } from './format';

/** How many of each came in. */
type Summary = {
	drafts: number;
	setAside: number;
	attempts: number;
	notes: number;
	answers: number;
	sessions: number;
	cards: number;
	plans: number;
	decisions: number;
	discussions: number;
	services: number;
	stories: number;
	authored: number;
	exercises: number;
};

/** What an import has brought, in a sentence or two. */
export function describe(summary: Summary): string {
	const { drafts, setAside, attempts, notes, answers, sessions, cards, plans } = summary;
	const parts = [
		attempts > 0 && count(attempts, 'attempt'),
		drafts > 0 && count(drafts, 'draft'),
		notes > 0 && count(notes, 'note'),
		answers > 0 && count(answers, 'answer'),
		sessions > 0 && count(sessions, 'interview'),
		cards > 0 && count(cards, 'card'),
		plans > 0 && (plans === 1 ? 'a plan' : `${plans} states of the plan`),
		summary.decisions > 0 && count(summary.decisions, 'scenario'),
		summary.discussions > 0 && count(summary.discussions, 'discussion'),
		summary.services > 0 && count(summary.services, 'service'),
		summary.stories > 0 && (summary.stories === 1 ? '1 story' : `${summary.stories} stories`),
		summary.authored > 0 && `${count(summary.authored, 'exercise')} of your own`,
		summary.exercises > 0 && count(summary.exercises, 'exercise'),
	].filter((part) => part !== false);
	if (parts.length === 0) return 'Imported: everything in that file was here already.';
	const kept = setAside > 0 ? ` ${count(setAside, 'other text')} kept beside yours.` : '';
	return `Imported ${parts.join(', ')}.${kept}`;
}
