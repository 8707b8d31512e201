import type { ReadinessRow } from '../coach/readiness';

export const topicWords: { readonly [T in ReadinessRow['topic']]: string } = {
	'python-core': 'Python core',
	oop: 'Objects and the data model',
	generators: 'Generators and iterators',
	concurrency: 'Concurrency',
	api: 'API structure',
	testing: 'Testing',
	performance: 'Performance and memory',
	'data-structures': 'Data structures',
	'data-handling': 'Data handling',
	automation: 'Automation',
	interview: 'Mock interviews',
	design: 'Design discussions',
};

/** A value from 0 to 1 in a word. */
export function readyWord(value: number): string {
	if (value >= 0.8) return 'ready';
	if (value >= 0.5) return 'solid';
	if (value >= 0.2) return 'on the way';
	return value > 0 ? 'begun' : 'nothing yet';
}
