import type { Plan } from '../../src/core/plan';
import type { AppStorage } from '../../src/storage/storage';

/** A plan of two days. */
export const plan: Omit<Plan, 'id' | 'at'> = {
	settings: {
		role: 'data',
		level: 'senior',
		interview: '2026-12-07',
		minutes: 45,
		weekdays: [1, 3, 5],
		time: '19:30',
	},
	from: '2026-11-23',
	days: [
		{
			day: '2026-11-23',
			rest: null,
			blocks: [
				{
					id: 'code/merge-streams/1.1',
					kind: 'code',
					slug: 'merge-streams',
					title: 'Merge sorted event streams',
					minutes: 20,
					since: '2026-11-23',
					part: 1,
					parts: 1,
				},
			],
		},
		{ day: '2026-11-24', rest: 'off', blocks: [] },
	],
	edits: [],
};

/** Three cards, two reviews of which one was taken back, a plan and an edit of it. */
export async function fillPractice(page: AppStorage): Promise<void> {
	const drill = await page.cards.want({ kind: 'drill', slug: 'why-pop-is-slow' });
	await page.cards.want({ kind: 'aspect', slug: 'merge-streams', aspect: 'laziness' }, 'Closes it');
	const cost = await page.cards.want({ kind: 'cost', id: 'pop-front' });
	await page.reviews.rate({ card: drill.id, rating: 'good', seconds: 40, guess: null });
	const guess = { n: 10_000, said: 100, measured: 15.3 };
	const rated = await page.reviews.rate({ card: cost.id, rating: 'hard', seconds: 20, guess });
	await page.reviews.undo(rated.id);
	await page.plans.save(plan);
	await page.plans.save({
		...plan,
		edits: [
			{ kind: 'skip', on: '2026-11-23', day: '2026-11-23' },
			{ kind: 'move', on: '2026-11-23', from: '2026-11-23', to: '2026-11-25' },
			{ kind: 'add', on: '2026-11-23', block: plan.days[0]!.blocks[0]! },
			{ kind: 'drop', on: '2026-11-23', block: 'code/merge-streams/1.1' },
		],
	});
}
