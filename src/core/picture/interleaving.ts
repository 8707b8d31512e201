import type { Evidence } from '../report';

type Interleaving = Extract<Evidence, { kind: 'interleaving' }>;

export type LaneStep = Interleaving['steps'][number] & {
	/** Column of its thread. */
	column: number;
	/** Whether another thread ran before it. */
	switched: boolean;
};

/** A column a thread, a row a step. Threads that are only named in the steps come last. */
export function lanes({ threads, steps }: Interleaving): { threads: string[]; steps: LaneStep[] } {
	const names = [...new Set([...threads, ...steps.map(({ thread }) => thread)])];
	return {
		threads: names,
		steps: steps.map((step, index) => ({
			...step,
			column: names.indexOf(step.thread),
			switched: index > 0 && steps[index - 1]!.thread !== step.thread,
		})),
	};
}

/** One step as a sentence. */
export function stepSentence({ thread, line, source, note, switched }: LaneStep): string {
	const who = switched ? `Switch to ${thread}` : thread;
	const what = source ? `: \`${source.trim()}\`` : '';
	return `${who}, line ${line}${what}${note ? ` (${note})` : ''}.`;
}

/** Who waits for whom, as sentences. */
export function waitSentences({ waits }: Interleaving): string[] {
	return waits.map(({ thread, wants, heldBy }) =>
		heldBy === null
			? `${thread} waits for ${wants}.`
			: `${thread} waits for ${wants}, which ${heldBy} holds.`,
	);
}
