import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { topicsIn } from '../../src/coach/interview/hearing';
import { splitSentences } from '../../src/coach/sentences';
import { readScenarios } from '../../src/content/interviewfiles';
import { phaseKinds, type Scenario } from '../../src/core/interview';
import { makeChallenges, write } from './fixture';

const { scenarios, problems } = await readScenarios('challenges');

/** Ways to ask for the hidden constraint that people used who had not seen the phrasings. */
const askedFor: Record<string, string[]> = {
	'backend-20-profile-cache': [
		'Should entries expire after some time?',
		'Can a profile change while it is in the cache?',
		'Is it a problem if we serve stale data?',
		'Do we need a TTL for the entries?',
		'How fresh does a profile have to be?',
	],
	'backend-45-partner-limit': [
		'How many instances of the service are running?',
		'Is this one process, or do multiple workers share the limit?',
		'Is the key used by other servers as well?',
		'Does it have to work across machines?',
	],
	'backend-60-search-suggestions': [
		'Do we need to delete a query at some point?',
		'Is there anything about privacy or GDPR that I should know?',
		'Can people type personal data in there?',
		'Should offensive queries be filtered out of the suggestions?',
	],
	'automation-20-invoice-retries': [
		'Is the operation idempotent?',
		'Could an invoice be sent twice if the connection drops after the bank has accepted it?',
		'Are duplicates a problem?',
		'Is it okay to repeat the same request?',
	],
	'automation-45-alert-storm': [
		'Should old alerts expire?',
		'How long is an alert relevant?',
		'What if an alert is already resolved by the time it is popped?',
		'Is there a time limit for alerts in the queue?',
	],
	'automation-60-tariff-map': [
		'Which time zone are these times in?',
		'Are timestamps in UTC?',
		'How should I treat daylight saving time?',
		'What happens when the clocks change?',
	],
	'data-20-one-feed': [
		'Can I trust that the streams are sorted?',
		'What about late events?',
		'May a stream be out of order?',
		'Are the clocks of the services synchronised?',
	],
	'data-45-live-median': [
		'What happens when a request times out?',
		'Could there be NaN or missing values in the data?',
		'Are failed requests included in the readings?',
		'Can I assume that all readings are valid?',
	],
	'data-60-migration': [
		'Does it need to be resumable if it crashes?',
		'Is writing the same record twice a problem?',
		'What if the job is killed in the middle of the night?',
		'Should I save checkpoints?',
	],
};

/** Questions that have nothing to do with any task. */
const unrelated = [
	'May I use Python 3.13?',
	'Can I look something up in the documentation?',
	'Do you want type hints?',
	'Should I write comments?',
	'Is it all right if I think for a moment?',
	'Which editor is this?',
	'Can you hear me well?',
	'Nice weather, is it not?',
];

describe('the scenarios', () => {
	test('are all sound', () => {
		expect(problems).toEqual([]);
	});

	test('are three roles by three lengths', () => {
		const kinds = scenarios.map(({ role, minutes }) => `${role} ${minutes}`);
		expect(kinds).toEqual(
			['automation', 'backend', 'data'].flatMap((role) =>
				[20, 45, 60].map((minutes) => `${role} ${minutes}`),
			),
		);
		expect(new Set(scenarios.map(({ challenge }) => challenge)).size).toBe(9);
	});

	describe.each(scenarios.map((scenario) => [scenario.slug, scenario] as const))(
		'%s',
		(slug, scenario) => {
			test.each(askedFor[slug] ?? [])('tells the hidden constraint when asked: %s', (question) => {
				const found = topicsIn(question, scenario.clarifications).map(({ id }) => id);
				expect(found).toContain(scenario.hidden.topic);
			});

			test.each(unrelated)('tells nothing when asked: %s', (question) => {
				expect(topicsIn(question, scenario.clarifications)).toEqual([]);
				expect(topicsIn(question, scenario.closing)).toEqual([]);
			});

			test('does not give the hidden constraint away before it is asked for', () => {
				const { hidden, clarifications, phases } = scenario;
				const secret = clarifications.find(({ id }) => id === hidden.topic)?.answer ?? '';
				const open = [
					...phases.slice(0, 3).map(({ says }) => says),
					...clarifications.filter(({ id }) => id !== hidden.topic).map(({ answer }) => answer),
				].join(' ');
				const told = splitSentences(open).filter(({ text }) =>
					topicsIn(text, clarifications).some(({ id }) => id === hidden.topic),
				);
				expect(told).toEqual([]);
				expect(secret.length).toBeGreaterThan(60);
			});

			test('reads as somebody speaks: no opening of more than seventy words, none without a full stop', () => {
				for (const { says } of scenario.phases) {
					expect(says.split(/\s+/).length).toBeLessThanOrEqual(75);
					expect(says).toMatch(/[.?!]$/);
				}
			});
		},
	);
});

describe('a scenario that cannot be held', () => {
	function makeSound(): Omit<Scenario, 'slug'> {
		const { slug, ...rest } = structuredClone(scenarios[0]!);
		expect(slug).toBe('automation-20-invoice-retries');
		for (const phase of rest.phases) {
			for (const list of [phase.followUps, phase.interruptions]) {
				for (const question of list) {
					question.when = question.when.filter(({ kind }) => kind !== 'test-failed');
				}
			}
		}
		return { ...rest, challenge: 'one' };
	}

	async function flaws(change: (scenario: Omit<Scenario, 'slug'>) => void): Promise<string[]> {
		const root = await makeChallenges(['one']);
		const broken = makeSound();
		change(broken);
		await write(join(root, 'interviews'), { 'broken.json': JSON.stringify(broken) });
		const read = await readScenarios(root);
		return read.problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
	}

	test('is refused, a sound one is not', async () => {
		expect(await flaws(() => undefined)).toEqual([]);
	});

	test.each<[string, RegExp, (scenario: Omit<Scenario, 'slug'>) => void]>([
		['names no challenge', /no challenge none/, (s) => (s.challenge = 'none')],
		['does not fill its minutes', /take 21 minutes, not 20/, (s) => (s.phases[0]!.minutes += 1)],
		['mixes up its phases', /phases are not/, (s) => s.phases.reverse()],
		['leaves a phase out', /phases are not/, (s) => s.phases.pop()],
		['hides what nobody tells', /no clarification tells/, (s) => (s.hidden.topic = 'nothing')],
		[
			'has a question that finds nothing',
			/“Why\?” finds nothing/,
			(s) => (s.clarifications[0]!.example = 'Why?'),
		],
		['has an id twice', /is there twice/, (s) => (s.closing[1]!.id = s.closing[0]!.id)],
		[
			'waits for a point that is not there',
			/nothing fits/,
			(s) => s.phases[4]!.followUps[0]!.when.push({ kind: 'said', point: 'nowhere' }),
		],
		[
			'waits for a test that is not there',
			/nothing fits/,
			(s) => s.phases[2]!.followUps[0]!.when.push({ kind: 'test-failed', test: 'No.test_at_all' }),
		],
		[
			'interrupts when the part is over',
			/comes after the end/,
			(s) => (s.phases[2]!.interruptions[0]!.after = 6000),
		],
		['asks for no number', /asks for a number/, (s) => s.phases[0]!.followUps.shift()],
		[
			'has an unknown condition',
			/^phases\.2\.followUps\.0\.when\.0\.kind: /,
			(s) => {
				const { when } = s.phases[2]!.followUps[0]!;
				when.splice(0, when.length, { kind: 'moonlight' } as never);
			},
		],
		['has a field too many', /extra/, (s) => Object.assign(s, { extra: 1 })],
	])('because it %s', async (_name, message, change) => {
		expect((await flaws(change)).join('\n')).toMatch(message);
	});
});

test('every kind of phase is in the order in which interviews go', () => {
	for (const { phases } of scenarios) expect(phases.map(({ kind }) => kind)).toEqual(phaseKinds);
});
