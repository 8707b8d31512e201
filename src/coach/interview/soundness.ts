import { phaseKinds, type Condition, type FollowUp, type Scenario } from '../../core/interview';
import { topicsIn } from './hearing';

/** What a scenario refers to. */
type Surroundings = { challenges: { slug: string; tests: string[] }[] };

/** What is wrong with a scenario beyond its shape, each as a sentence; nothing when it can be held. */
export function flawsOf(scenario: Scenario, { challenges }: Surroundings): string[] {
	const challenge = challenges.find(({ slug }) => slug === scenario.challenge);
	const kinds = scenario.phases.map(({ kind }) => kind);
	const sum = scenario.phases.reduce((total, { minutes }) => total + minutes, 0);
	return [
		...(challenge ? [] : [`there is no challenge ${scenario.challenge}`]),
		...(kinds.join() === phaseKinds.join() ? [] : [`phases are not ${phaseKinds.join(', ')}`]),
		...(sum === scenario.minutes ? [] : [`phases take ${sum} minutes, not ${scenario.minutes}`]),
		...flawsOfIds(scenario),
		...flawsOfTopics(scenario),
		...flawsOfPhases(scenario, challenge?.tests ?? []),
		...flawsOfDuties(scenario),
	];
}

function flawsOfIds(scenario: Scenario): string[] {
	const asked = scenario.phases.flatMap((phase) => [
		phase.kind as string,
		...questionsOf(phase).map(({ id }) => id),
	]);
	const topics = [...scenario.clarifications, ...scenario.closing].map(({ id }) => id);
	return [...twice(asked), ...twice(topics)].map((id) => `${id} is there twice`);
}

/** Each topic must be found by its own example, and by that of no other. */
function flawsOfTopics(scenario: Scenario): string[] {
	const { clarifications, closing, hidden } = scenario;
	return [
		...(clarifications.some(({ id }) => id === hidden.topic)
			? []
			: [`no clarification tells the hidden ${hidden.topic}`]),
		...[clarifications, closing].flatMap((topics) =>
			topics.flatMap(({ id, example }) => {
				const found = topicsIn(example, topics).map((topic) => topic.id);
				return found.join() === id
					? []
					: [`“${example}” finds ${found.join() || 'nothing'}, not ${id}`];
			}),
		),
	];
}

function flawsOfPhases(scenario: Scenario, tests: string[]): string[] {
	return scenario.phases.flatMap((phase) => {
		const points = new Set(phase.points.map(({ id }) => id));
		const wrong = (condition: Condition) =>
			((condition.kind === 'said' || condition.kind === 'not-said') &&
				!points.has(condition.point)) ||
			(condition.kind === 'test-failed' && !tests.includes(condition.test));
		return [
			...questionsOf(phase).flatMap(({ id, when }) =>
				when.filter(wrong).map((condition) => `${id}: nothing fits ${JSON.stringify(condition)}`),
			),
			...phase.interruptions
				.filter(({ after }) => after >= phase.minutes * 60)
				.map(({ id }) => `${id} comes after the end of ${phase.kind}`),
		];
	});
}

/** What every interview owes: a number, a lesson, and a hidden constraint that matters either way. */
function flawsOfDuties({ phases }: Scenario): string[] {
	const of = (kind: Condition['kind'], among = phases) =>
		among.flatMap(questionsOf).some(({ when }) => when.some((each) => each.kind === kind));
	const introduction = phases.filter(({ kind }) => kind === 'introduce');
	const wanted: [boolean, string][] = [
		[of('no-metric', introduction), 'nobody asks for a number in the introduction'],
		[of('no-lesson', introduction), 'nobody asks for a failure in the introduction'],
		[of('hidden-missed'), 'the hidden constraint never bites'],
		[of('hidden-learnt'), 'nobody comes back to the hidden constraint when it was asked for'],
		[of('no-test'), 'nobody asks for a test when there is none'],
		[phases.some(({ interruptions }) => interruptions.length > 0), 'nobody interrupts'],
	];
	return wanted.filter(([holds]) => !holds).map(([, message]) => message);
}

function questionsOf(phase: { followUps: FollowUp[]; interruptions: FollowUp[] }): FollowUp[] {
	return [...phase.followUps, ...phase.interruptions];
}

function twice(ids: string[]): string[] {
	return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
