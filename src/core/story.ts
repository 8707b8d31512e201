import { mergeRevisions, type Revision } from './revision';

export const storyParts = ['situation', 'task', 'action', 'result', 'lesson'] as const;
export type StoryPart = (typeof storyParts)[number];

/** Something that happened to somebody at work, in five parts. */
export type StoryText = { title: string } & { [Part in StoryPart]: string };

export const emptyStory: StoryText = {
	title: '',
	situation: '',
	task: '',
	action: '',
	result: '',
	lesson: '',
};

/** One time that a story was told against the clock. */
export type Telling = {
	/** A UUID. */
	id: string;
	/** When it was over; ISO 8601, UTC. */
	at: string;
	text: string;
	mode: 'typed' | 'spoken';
	seconds: number;
};

/** A story with all its states, kept for good; a deleted one can be brought back. */
export type Story = {
	/** A UUID. */
	id: string;
	createdAt: string;
	/** ISO 8601, UTC; the later state of `deletedAt` wins when copies are joined. */
	changedAt: string;
	deletedAt: string | null;
	/** Oldest first; the last is the story. */
	revisions: Revision<StoryText>[];
	tellings: Telling[];
};

/** The story as it is now. */
export function textOf(story: Story): StoryText {
	return story.revisions.at(-1)?.content ?? emptyStory;
}

/** Joins two copies; no sitting and no telling is lost. */
export function mergeStories(ours: Story, theirs: Story): Story {
	const newer = Date.parse(theirs.changedAt) > Date.parse(ours.changedAt) ? theirs : ours;
	const known = new Set(ours.tellings.map(({ id }) => id));
	const tellings = [...ours.tellings, ...theirs.tellings.filter(({ id }) => !known.has(id))];
	return {
		...newer,
		revisions: mergeRevisions(ours.revisions, theirs.revisions),
		tellings: tellings.sort((one, two) => Date.parse(one.at) - Date.parse(two.at)),
	};
}
