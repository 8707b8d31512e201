import type { ResultData } from '../messages';
import type { Actor, Statement } from './types';

const verbs = 'http://adlnet.gov/expapi/verbs/';

/** See `toStatement` in types.ts; `home` is where this script came from. */
export function statementOf(
	result: ResultData,
	actor: Actor,
	activity: string,
	now: Date,
): Statement {
	const { passed, total, complete, score, exercise, report } = result;
	const verb = complete ? 'passed' : report.status === 'error' ? 'attempted' : 'failed';
	const extension = (name: string) => `${activity.replace(/#.*$/, '')}xapi/${name}`;
	return {
		actor: { objectType: 'Agent', ...actor },
		verb: { id: verbs + verb, display: { en: verb } },
		object: {
			objectType: 'Activity',
			id: activity,
			definition: {
				type: 'http://adlnet.gov/expapi/activities/assessment',
				name: { en: exercise.title },
			},
		},
		result: {
			score: {
				scaled: Math.min(1, Math.max(0, score)),
				...(total > 0 && { raw: passed, min: 0, max: total }),
			},
			success: complete,
			completion: complete,
			extensions: {
				[extension('attempt')]: result.attempt,
				[extension('exercise-hash')]: result.exerciseHash,
				[extension('code-hash')]: result.codeHash,
				[extension('trust')]: result.trust,
			},
		},
		timestamp: now.toISOString(),
	};
}
