import type { ChallengeState } from '../core/catalogue';
import type { DrillTopic, Level } from '../core/drill';
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

export const topicWords: Record<DrillTopic, string> = {
	'python-core': 'Python core',
	oop: 'Objects and the data model',
	generators: 'Generators and iterators',
	concurrency: 'Concurrency',
	api: 'API structure',
	testing: 'Testing',
	performance: 'Performance and memory',
	'data-structures': 'Data structures and their costs',
	'data-handling': 'Data handling',
	automation: 'Automation',
};

export const levelWords: Record<Level, string> = {
	junior: 'Junior',
	mid: 'Mid-level',
	senior: 'Senior',
};
