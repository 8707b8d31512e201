type Happening =
	/** `hint` counts from 1. */
	| { kind: 'hint-shown'; hint: number }
	| { kind: 'debrief-shown' }
	| { kind: 'solution-shown' }
	| { kind: 'opened' };

/** Something that a learner asked for while working on a challenge. */
export type PracticeEvent = Happening & {
	/** A UUID. */
	id: string;
	slug: string;
	version: number;
	/** ISO 8601, UTC. */
	at: string;
};

/** What the page has to say about an event; the rest is filled in when it is recorded. */
export type NewEvent = Happening & { slug: string; version: number };

/** What had been given away by these events of one challenge. */
export function givenAway(events: PracticeEvent[]): {
	hintsShown: number;
	debriefSeen: boolean;
	solutionSeen: boolean;
} {
	return {
		hintsShown: events.reduce(
			(most, event) => (event.kind === 'hint-shown' ? Math.max(most, event.hint) : most),
			0,
		),
		debriefSeen: events.some((event) => event.kind === 'debrief-shown'),
		solutionSeen: events.some((event) => event.kind === 'solution-shown'),
	};
}
