import type { DrillState } from '../../state/drills.svelte';

export const stateWords: Record<DrillState, string> = {
	new: 'Not answered',
	begun: 'Begun',
	due: 'Due again',
	answered: 'Answered',
};

/** What a score amounts to, in words. */
export function verdictOf(overall: number): string {
	if (overall >= 0.85) return 'A strong answer';
	if (overall >= 0.65) return 'A good answer with gaps';
	if (overall >= 0.4) return 'Half of it is there';
	return overall >= 0.1 ? 'A beginning' : 'Not yet an answer to this';
}

/** How sure somebody was beside how good it was; both from 0 to 1. */
export function calibration(sure: number, overall: number): string {
	const gap = Math.round((sure - overall) * 100);
	if (Math.abs(gap) <= 10) return 'You judged it well.';
	return gap > 0
		? `You were ${gap} points surer than it was good.`
		: `It was ${-gap} points better than you thought.`;
}

/** What somebody may say of their own answer. */
export const degrees = [
	{ sure: 0, says: 'A guess' },
	{ sure: 0.25, says: 'Unsure' },
	{ sure: 0.5, says: 'Half and half' },
	{ sure: 0.75, says: 'Fairly sure' },
	{ sure: 1, says: 'Certain' },
] as const;
