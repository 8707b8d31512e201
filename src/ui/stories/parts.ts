import type { StoryPart } from '../../core/story';

/** What each part of a story is called, what to ask oneself, and how much room it gets. */
export const parts: { id: StoryPart; title: string; ask: string; rows: number }[] = [
	{
		id: 'situation',
		title: 'Situation',
		ask: 'What was going on, as far as one has to know it? Two sentences.',
		rows: 3,
	},
	{
		id: 'task',
		title: 'Task',
		ask: 'What was to be done, by when, and why by you?',
		rows: 2,
	},
	{
		id: 'action',
		title: 'Action',
		ask: 'What did you do yourself, and what did you decide against?',
		rows: 4,
	},
	{
		id: 'result',
		title: 'Result, with its number',
		ask: 'What changed? How many, how long, how much, before and after.',
		rows: 3,
	},
	{
		id: 'lesson',
		title: 'Lesson',
		ask: 'What do you do differently since then?',
		rows: 2,
	},
];
