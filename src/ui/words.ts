import type { ChallengeState } from '../core/catalogue';
import type { Verdict } from '../core/report';

export const stateWords: Record<ChallengeState, string> = {
	new: 'Not tried',
	started: 'Started',
	failed: 'Tried, not passed',
	passed: 'Passed',
};

export const verdictWords: Record<Verdict, string> = {
	pass: 'Passed',
	fail: 'Failed',
	error: 'Error',
};
